/**
 * What an export of somebody holds: each section the rows of one table that are theirs by one column. Names of others
 * stand where a line would say nothing without them; addresses of others never do.
 */
export interface Section {
  table: string;
  /** The column that says whose rows these are. */
  person: string;
  /** Columns in the order of the file; what else a line says is an expression over `x`. */
  columns: readonly string[];
  expressions?: Readonly<Record<string, string>>;
  /** Identifies a row and orders the file. */
  key: readonly string[];
  /** A column that names the community, where the rows belong to one. */
  tenant?: string;
  /** Whether some of these rows are of no community, or of one that their person does not belong to. */
  everywhere?: boolean;
  /** Narrows the rows to those that are not in another section already. */
  where?: string;
}

const communityName = "(select t.name from public.tenants t where t.id = x.tenant_id)";

function nameOf(column: string): string {
  return `(select m.display_name from public.tenant_users m where m.tenant_id = x.tenant_id and m.user_id = x.${column})`;
}

export const exportSections = {
  profile: {
    table: "public.profiles",
    person: "id",
    columns: [
      "id",
      "display_name",
      "bio",
      "avatar_path",
      "locale",
      "time_zone",
      "appearance",
      "shortcuts",
      "ai_help",
      "ai_texts",
      "created_at",
    ],
    expressions: { email: "(select u.email from auth.users u where u.id = x.id)" },
    key: ["id"],
  },
  settings: {
    table: "public.user_view_preferences",
    person: "user_id",
    columns: ["view", "preferences", "created_at", "updated_at"],
    key: ["view"],
  },
  exports: {
    table: "public.data_exports",
    person: "user_id",
    columns: ["id", "of_tenant_id", "status", "bytes", "checksum", "requested_at", "finished_at"],
    key: ["id"],
  },
  sessions: {
    table: "private.host_sessions",
    person: "user_id",
    columns: ["host", "ip", "user_agent", "created_at", "last_seen_at", "expires_at", "revoked_at"],
    key: ["id"],
    tenant: "tenant_id",
    everywhere: true,
  },
  journeys: {
    table: "public.user_journeys",
    person: "owner_id",
    columns: [
      ...["id", "title", "note", "time_zone", "starts_on", "ends_on", "is_template", "created_at"],
      ...["updated_at", "archived_at"],
    ],
    key: ["id"],
  },
  recommendations: {
    table: "public.recommendations",
    person: "user_id",
    columns: [
      ...["id", "journey_id", "kind", "source_tenant_id", "source_id", "origin", "arm", "given_at"],
      ...["shown_at", "accepted_at", "dismissed_at", "completed_at", "activity_journey_id", "activity_id"],
    ],
    key: ["id"],
  },
  journey_activities: {
    table: "public.journey_activities",
    person: "added_by",
    columns: [
      ...["journey_id", "id", "kind", "source_tenant_id", "source_id", "kept_title", "kept_place", "title"],
      ...["note", "place", "latitude", "longitude", "starts_local", "ends_local", "time_zone", "position"],
      ...["state", "visible_to", "memory", "created_at", "removed_at"],
    ],
    key: ["journey_id", "id"],
  },
  journey_companions: {
    table: "public.journey_companions",
    person: "user_id",
    columns: ["journey_id", "role", "joined_at"],
    key: ["journey_id"],
  },
  journey_votes: {
    table: "public.journey_votes",
    person: "user_id",
    columns: ["journey_id", "activity_id", "vote", "created_at"],
    key: ["journey_id", "activity_id"],
  },
  journey_comments: {
    table: "public.journey_comments",
    person: "author_id",
    columns: ["journey_id", "id", "activity_id", "body", "created_at"],
    key: ["journey_id", "id"],
  },
  memberships: {
    table: "public.tenant_users",
    person: "user_id",
    columns: [
      ...["tenant_id", "display_name", "avatar_path", "role", "status", "listed", "rules_version"],
      ...["rules_accepted_at", "joined_at", "left_at"],
    ],
    expressions: { community: communityName },
    key: ["tenant_id"],
    tenant: "tenant_id",
  },
  faces: {
    table: "public.user_profiles",
    person: "user_id",
    columns: ["tenant_id", "display_name", "bio", "avatar_path", "metadata", "created_at", "updated_at"],
    key: ["tenant_id"],
    tenant: "tenant_id",
  },
  details: {
    table: "public.member_details",
    person: "user_id",
    columns: [
      ...["tenant_id", "city", "city_for", "skills", "skills_for", "interests", "interests_for"],
      ...["shows_membership", "created_at", "updated_at"],
    ],
    key: ["tenant_id"],
    tenant: "tenant_id",
  },
  groups: {
    table: "public.group_members",
    person: "user_id",
    columns: ["tenant_id", "group_id", "role", "joined_at"],
    expressions: {
      group: "(select g.name from public.groups g where g.tenant_id = x.tenant_id and g.id = x.group_id)",
    },
    key: ["tenant_id", "group_id"],
    tenant: "tenant_id",
  },
  owned_groups: {
    table: "public.groups",
    person: "owner_id",
    columns: ["tenant_id", "id", "name", "description", "privacy", "archived_at", "created_at"],
    key: ["tenant_id", "id"],
    tenant: "tenant_id",
  },
  posts: {
    table: "public.posts",
    person: "author_id",
    columns: [
      ...["tenant_id", "id", "kind", "visibility", "group_id", "title", "body", "tags", "created_at"],
      ...["edited_at", "deleted_at", "removed_by"],
    ],
    expressions: { community: communityName },
    key: ["tenant_id", "id"],
    tenant: "tenant_id",
  },
  comments: {
    table: "public.post_comments",
    person: "author_id",
    columns: [
      ...["tenant_id", "id", "post_id", "parent_id", "lane_of", "body", "created_at", "edited_at"],
      ...["deleted_at", "removed_by"],
    ],
    expressions: { community: communityName },
    key: ["tenant_id", "id"],
    tenant: "tenant_id",
  },
  revisions: {
    table: "public.post_revisions",
    person: "author_id",
    columns: ["tenant_id", "id", "post_id", "comment_id", "version", "title", "body", "written_at"],
    key: ["tenant_id", "id"],
    tenant: "tenant_id",
  },
  events: {
    table: "public.events",
    person: "organizer_id",
    columns: [
      ...["tenant_id", "id", "title", "description", "visibility", "all_day", "starts_local", "ends_local"],
      ...["time_zone", "online", "url", "venue", "city", "country", "cancelled_at", "created_at"],
    ],
    expressions: { community: communityName },
    key: ["tenant_id", "id"],
    tenant: "tenant_id",
  },
  pictures: {
    table: "public.media",
    person: "owner_id",
    columns: ["tenant_id", "id", "width", "height", "widths", "bytes", "created_at"],
    key: ["tenant_id", "id"],
    tenant: "tenant_id",
    where: "x.removed_at is null",
  },
  likes: {
    table: "public.post_likes",
    person: "user_id",
    columns: ["tenant_id", "post_id", "created_at"],
    key: ["tenant_id", "post_id"],
    tenant: "tenant_id",
  },
  bookmarks: {
    table: "public.post_bookmarks",
    person: "user_id",
    columns: ["tenant_id", "post_id", "created_at"],
    key: ["tenant_id", "post_id"],
    tenant: "tenant_id",
  },
  mentions: {
    table: "public.post_mentions",
    person: "user_id",
    columns: ["tenant_id", "post_id", "comment_id", "created_at"],
    key: ["tenant_id", "place_id"],
    tenant: "tenant_id",
  },
  shares: {
    table: "public.content_sharing",
    person: "author_id",
    columns: [
      ...["tenant_id", "id", "post_id", "target_tenant_id", "scope", "state", "consented_at"],
      ...["consent_version", "consent_locale", "consent_audience", "expires_at", "ended_at", "ended_side"],
      "created_at",
    ],
    key: ["tenant_id", "id"],
    tenant: "tenant_id",
  },
  asked_shares: {
    table: "public.content_sharing",
    person: "asked_by",
    columns: ["tenant_id", "id", "post_id", "target_tenant_id", "scope", "state", "note", "created_at"],
    key: ["tenant_id", "id"],
    tenant: "tenant_id",
    where: "x.author_id <> x.asked_by",
  },
  invitations: {
    table: "public.tenant_invitations",
    person: "created_by",
    columns: ["tenant_id", "id", "role", "max_uses", "uses", "expires_at", "revoked_at", "created_at"],
    key: ["tenant_id", "id"],
    tenant: "tenant_id",
  },
  journey_invitations: {
    table: "public.journey_invitations",
    person: "user_id",
    columns: ["journey_id", "role", "state", "created_at", "answered_at"],
    key: ["journey_id"],
  },
  personal_notifications: {
    table: "public.personal_notifications",
    person: "user_id",
    columns: ["id", "kind", "journey_id", "activity_id", "comment_id", "created_at", "read_at"],
    expressions: { by: "(select p.display_name from public.profiles p where p.id = x.actor_id)" },
    key: ["id"],
  },
  personal_mutes: {
    table: "public.personal_mutes",
    person: "user_id",
    columns: ["until", "created_at"],
    key: ["user_id"],
  },
  notifications: {
    table: "public.notifications",
    person: "user_id",
    columns: ["tenant_id", "id", "kind", "post_id", "comment_id", "outcome", "created_at", "read_at"],
    expressions: { by: nameOf("actor_id") },
    key: ["tenant_id", "id"],
    tenant: "tenant_id",
  },
  muted: {
    table: "public.notification_mutes",
    person: "user_id",
    columns: ["tenant_id", "until", "created_at"],
    key: ["tenant_id"],
    tenant: "tenant_id",
  },
  acts: {
    table: "public.audit_logs",
    person: "actor_id",
    columns: ["tenant_id", "action", "target_type", "reason", "occurred_at"],
    key: ["tenant_id", "seq"],
    tenant: "tenant_id",
  },
} as const satisfies Record<string, Section>;

export type SectionName = keyof typeof exportSections;
