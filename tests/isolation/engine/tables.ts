import { type Community, idOf, peopleOf, personOf } from "./cast.ts";
import {
  add,
  bookmark,
  broughtFace,
  comment,
  event,
  face,
  file,
  laneComment,
  like,
  meOf,
  moveFiles,
  movePost,
  othersPicture,
  ownPicture,
  pastTheApp,
  picture,
  post,
  somebodyElse,
  text,
  type Write,
} from "./writes.ts";

/** How the matrix reaches into one table. What it should find there is in expectations.ts. */
export type TableProbe = {
  /** Condition that picks a community's rows. */
  of: (at: Community) => string;
  /** Expression that names a row; see labelOf. */
  key: string;
  /**
   * For tables that anybody may update: an assignment whose effect can be seen afterwards, and changes that carry one
   * row somewhere else (their labels begin with "to ").
   */
  update?: { set: string; changed: string; moves?: Record<string, Write> };
  /** Rows somebody might try to add. */
  insert?: Record<string, Write>;
};

const ofTenant = (at: Community) => `tenant_id = '${at.id}'`;
const ofPeople = (column: string) => (at: Community) =>
  `${column} in (${peopleOf(at)
    .map((id) => `'${id}'`)
    .join(", ")})`;

const ofJourney = (at: Community) => `journey_id = '${idOf("journey", at, "plan")}'`;

/** A table that nobody writes: any row will do. */
function closed(table: string, key = "'row'", of: (at: Community) => string = ofTenant): TableProbe {
  return { of, key, insert: { any: () => ({ sql: `insert into ${table} default values` }) } };
}
const everywhere = () => "true";

export const tableProbes: Readonly<Record<string, TableProbe>> = {
  "public.tenants": {
    of: (at) => `id = '${at.id}'`,
    key: "id::text",
    update: { set: "tagline = '~'", changed: "tagline = '~'" },
    insert: { new: add("public.tenants", "slug, name", () => ["'fresh-slug'", "'Fresh'"]) },
  },
  "public.tenant_former_slugs": closed("public.tenant_former_slugs"),
  "public.tenant_domains": {
    ...closed("public.tenant_domains"),
    update: { set: "status = 'failed'", changed: "status = 'failed'" },
  },
  "public.profiles": {
    of: ofPeople("id"),
    key: "id::text",
    update: { set: "bio = '~'", changed: "bio = '~'" },
    insert: { new: add("public.profiles", "id, display_name", () => ["gen_random_uuid()", "'x'"]) },
  },
  "public.tenant_users": {
    of: ofTenant,
    key: "user_id::text",
    update: { set: "role = 'owner'", changed: "role = 'owner' and version > 1" },
    insert: {
      "as-owner": add("public.tenant_users", "tenant_id, user_id, role, display_name", (s) => [
        text(s.at.id),
        text(personOf(s.at, "outsider")),
        "'owner'",
        "'x'",
      ]),
    },
  },
  "public.user_profiles": {
    of: ofTenant,
    key: "user_id::text",
    update: { set: "bio = '~'", changed: "bio = '~'" },
    insert: { own: face(meOf), forged: face(somebodyElse) },
  },
  "public.member_details": closed("public.member_details"),
  "public.member_claims": closed("public.member_claims"),
  "public.tenant_invitations": closed("public.tenant_invitations"),
  "public.platform_staff": {
    of: ofPeople("user_id"),
    key: "user_id::text",
    update: { set: "role = 'auditor'", changed: "role = 'auditor'" },
    insert: { own: add("public.platform_staff", "user_id, role", (s) => [text(meOf(s)), "'operator'"]) },
  },
  "public.user_view_preferences": {
    of: ofPeople("user_id"),
    key: "user_id::text",
    update: { set: `preferences = '{"~": 1}'`, changed: "preferences ? '~'" },
    insert: {
      own: add("public.user_view_preferences", "user_id, view", (s) => [text(meOf(s)), "'other'"]),
      forged: add("public.user_view_preferences", "user_id, view", (s) => [text(somebodyElse(s)), "'other'"]),
    },
  },
  "public.groups": {
    of: ofTenant,
    key: "id::text",
    update: { set: "privacy = 'public'", changed: "version > 1" },
    insert: {
      own: add("public.groups", "tenant_id, name, owner_id", (s) => [text(s.at.id), "'x'", text(meOf(s))]),
    },
  },
  "public.group_members": {
    of: ofTenant,
    key: "group_id || '/' || user_id",
    insert: {
      hidden: add("public.group_members", "tenant_id, group_id, user_id", (s) => [
        text(s.at.id),
        text(idOf("group", s.at, "hidden")),
        text(personOf(s.at, s.who === "owner" || s.who === "dual" ? "admin" : (s.who ?? "member"))),
      ]),
    },
  },
  "public.posts": {
    of: ofTenant,
    key: "id::text",
    update: {
      set: "title = '~'",
      changed: "title = '~'",
      moves: {
        "to members": (s) => movePost(s, "visibility = 'members', group_id = null"),
        "to hidden": (s) =>
          movePost(s, `visibility = 'group', group_id = '${idOf("group", s.at, "hidden")}'`),
      },
    },
    insert: {
      members: post("members", null, meOf),
      public: post("public", null, meOf),
      diary: post("me", null, meOf),
      open: post("group", "open", meOf),
      hidden: post("group", "hidden", meOf),
      forged: post("members", null, somebodyElse),
    },
  },
  "public.feed_items": closed("public.feed_items"),
  "public.media": {
    of: ofTenant,
    key: "id::text",
    update: { set: "width = 1", changed: "width = 1" },
    insert: { own: picture(meOf), forged: picture(somebodyElse), unseen: pastTheApp(picture(meOf)) },
  },
  "public.media_uses": closed("public.media_uses"),
  "private.feed_tags": closed("private.feed_tags"),
  "private.member_words": closed("private.member_words"),
  "private.feed_tops": closed("private.feed_tops"),
  "public.post_comments": {
    of: ofTenant,
    key: "id::text",
    update: { set: "body = '~'", changed: "body = '~'" },
    insert: {
      "on-members": comment("members", meOf),
      "on-hidden": comment("hidden", meOf),
      "on-diary": comment("diary", meOf),
      forged: comment("members", somebodyElse),
      "reply-elsewhere": comment("members", meOf, "on-public"),
      "in-lane": laneComment(true),
      "in-closed-lane": laneComment(false),
    },
  },
  "public.post_revisions": closed("public.post_revisions", "id::text"),
  "public.post_likes": {
    of: ofTenant,
    key: "user_id::text",
    insert: {
      "on-members": like("members", meOf),
      "on-hidden": like("hidden", meOf),
      "on-diary": like("diary", meOf),
      "on-gone": like("gone", meOf),
      forged: like("members", somebodyElse),
    },
  },
  "public.post_mentions": closed("public.post_mentions", "user_id || '/' || place_id"),
  "public.post_bookmarks": {
    of: ofTenant,
    key: "user_id::text",
    insert: {
      "on-members": bookmark("members", meOf),
      "on-hidden": bookmark("hidden", meOf),
      "on-diary": bookmark("diary", meOf),
      "on-gone": bookmark("gone", meOf),
      forged: bookmark("members", somebodyElse),
    },
  },
  "public.events": {
    of: ofTenant,
    key: "id::text",
    update: { set: "title = '~'", changed: "title = '~'" },
    insert: { own: event(meOf), forged: event(somebodyElse) },
  },
  "public.community_connections": { of: ofTenant, key: "state" },
  "public.content_sharing": closed("public.content_sharing", "id::text"),
  "public.notifications": closed("public.notifications"),
  "public.notification_mutes": closed("public.notification_mutes"),
  "public.user_journeys": closed("public.user_journeys", "id::text", ofPeople("owner_id")),
  "public.journey_activities": closed("public.journey_activities", "'row'", ofJourney),
  "public.journey_companions": closed("public.journey_companions", "'row'", ofJourney),
  "public.journey_invites": closed("public.journey_invites", "'row'", ofJourney),
  "public.journey_votes": closed("public.journey_votes", "'row'", ofJourney),
  "public.journey_comments": closed("public.journey_comments", "'row'", ofJourney),
  "public.journey_calendars": closed("public.journey_calendars", "'row'", ofJourney),
  "public.journey_invitations": closed("public.journey_invitations", "'row'", ofJourney),
  "public.personal_notifications": closed("public.personal_notifications", "'row'", ofPeople("user_id")),
  "public.personal_mutes": closed("public.personal_mutes", "'row'", ofPeople("user_id")),
  "private.event_consumers": closed("private.event_consumers", "'row'", everywhere),
  "public.recommendations": closed("public.recommendations", "'row'", ofPeople("user_id")),
  "private.recommendation_sets": closed("private.recommendation_sets", "'row'", ofPeople("user_id")),
  "private.recommendation_figures": closed("private.recommendation_figures", "'row'", everywhere),
  "private.journey_figures": closed("private.journey_figures", "'row'", everywhere),
  "private.journey_progress": closed("private.journey_progress", "'row'", everywhere),
  "private.ai_breakers": closed("private.ai_breakers", "'row'", everywhere),
  "private.ai_budgets": closed("private.ai_budgets"),
  "private.consent_texts": closed("private.consent_texts", "'row'", everywhere),
  "public.data_exports": closed("public.data_exports", "'row'", ofPeople("user_id")),
  "private.erasures": closed("private.erasures"),
  "private.erasing": closed("private.erasing", "'row'", everywhere),
  "public.domain_events": closed("public.domain_events"),
  "public.audit_logs": closed("public.audit_logs"),
  "private.reserved_slugs": closed("private.reserved_slugs", "'row'", everywhere),
  "private.counter_deltas": closed("private.counter_deltas"),
  "private.link_cards": closed("private.link_cards"),
  "private.post_links": closed("private.post_links"),
  "private.handoff_codes": closed("private.handoff_codes"),
  "private.host_sessions": closed("private.host_sessions"),
  "storage.buckets": closed("storage.buckets", "'row'", everywhere),
  "storage.objects": {
    of: (at) => `name like '${at.id}/%'`,
    key: "id::text",
    update: {
      set: `metadata = '{"~": 1}'`,
      changed: "metadata ? '~'",
      // Without a condition the select policy does not look at the new row.
      moves: {
        "to an unknown bucket": (s) => ({
          before: "insert into storage.buckets (id, name) values ('attic', 'attic')",
          ...moveFiles(s, "bucket_id = 'attic'"),
        }),
        "to logos": (s) => moveFiles(s, "bucket_id = 'logos'"),
        "to another person": (s) =>
          moveFiles(s, `name = '${s.at.id}/${somebodyElse(s)}/' || gen_random_uuid()`),
      },
    },
    insert: {
      avatar: file("avatars", (s) => meOf(s)),
      photo: file("post-media", (s) => ownPicture(s)),
      "photo of another": file("post-media", () => "00000000-0000-7000-8000-000000000000"),
      logo: file("logos", () => "00000000-0000-7000-8000-000000000000"),
      "photo of somebody": file("post-media", othersPicture),
      "photo taken away": file("post-media", (s) => idOf("file", s.at, "taken-photo")),
      face: broughtFace("avatars", meOf),
      "face of somebody": broughtFace("avatars", somebodyElse),
      loose: file(null, (s) => meOf(s)),
      "loose photo": file(null, (s) => ownPicture(s)),
      "loose face": broughtFace(null, meOf),
      forged: file("avatars", (s) => somebodyElse(s)),
      unseen: pastTheApp(file("avatars", (s) => meOf(s))),
    },
  },
  "realtime.messages": closed("realtime.messages", "'row'", (at) => `topic like 'tenant:${at.id}:%'`),
};
