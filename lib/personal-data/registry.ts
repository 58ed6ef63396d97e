import type { SectionName } from "./sections";

/**
 * What becomes of the rows that a column ties to somebody, when that person is erased from a community, or everywhere.
 *
 * - `former`: the row stays and belongs to a former member, who is nobody any more
 * - `emptied`: the row keeps its place, for what others wrote below it, without a word of what it said; its person is a
 *   former member
 * - `deleted`: the row goes
 * - `cleared`: the row stays and names nobody
 * - `handed over`: somebody else takes the person's place
 * - `kept`: nothing changes, for the reason given
 */
export type Fate = "former" | "emptied" | "deleted" | "cleared" | "handed over" | { kept: string };

export interface PersonColumn {
  /** The section of an export that holds these rows, or why none does. */
  export: SectionName | { none: string };
  /** When somebody leaves and lets stay what they made, without their name. */
  anonymise: Fate;
  /** When somebody leaves and takes away what they made. */
  remove: Fate;
  /** When the account goes, where that is not the way chosen for the row's community. */
  account?: Fate;
}

/** A column that leads to the same fate whichever of the two is chosen. */
function always(holder: PersonColumn["export"], fate: Fate): PersonColumn {
  return { export: holder, anonymise: fate, remove: fate };
}

/** A column that no community has a part in: leaving one changes nothing, and the account's end does this. */
function own(
  holder: PersonColumn["export"],
  account: Fate,
  kept = "belongs to the account, not to a community",
): PersonColumn {
  return { export: holder, anonymise: { kept }, remove: { kept }, account };
}

const unheard = { none: "points to the person in a row of somebody else" };
const secret = { none: "kept by the sign-in service alone" };

const planned = "a plan goes on; what was planned from a community one left says so";

/**
 * Every column of the database that holds a person, with what an export and an erasure do about it. A test walks the
 * catalogue and fails for a column that is missing here; another looks at what erasing does to each.
 */
export const personColumns: Readonly<Record<string, PersonColumn>> = {
  // The account.
  "public.profiles.id": own("profile", "deleted"),
  "public.user_view_preferences.user_id": own("settings", "deleted"),
  "public.platform_staff.user_id": own({ none: "an office of the network, shown in the account" }, "deleted"),
  "public.platform_staff.granted_by": own(unheard, "cleared"),
  "private.erasures.user_id": always({ none: "what is being erased" }, "cleared"),
  "public.data_exports.user_id": own("exports", "deleted"),
  "private.handoff_codes.user_id": always({ none: "a secret of one minute" }, "deleted"),
  "private.host_sessions.user_id": always("sessions", "deleted"),

  // The sign-in service, which on other versions has more tables: the account's end looks for every one that has users.
  "auth.users.id": own({ none: "its address stands in the profile; the rest is secret" }, "deleted"),
  "auth.identities.user_id": own(secret, "deleted"),
  "auth.sessions.user_id": own(secret, "deleted"),
  "auth.refresh_tokens.user_id": own(secret, "deleted"),
  "auth.flow_state.user_id": own(secret, "deleted"),
  "auth.audit_log_entries.payload": own(secret, "deleted"),

  // Journeys, which belong to people and not to communities.
  "public.user_journeys.owner_id": own("journeys", "deleted", planned),
  // In journeys of others; those of one's own go with them.
  "public.journey_activities.added_by": own("journey_activities", "handed over", planned),
  "public.journey_activities.source_id": always(unheard, "cleared"),
  "public.journey_companions.user_id": own("journey_companions", "deleted", planned),
  "public.journey_votes.user_id": own("journey_votes", "deleted", planned),
  "public.journey_comments.author_id": own("journey_comments", "deleted", planned),
  "public.journey_calendars.user_id": own({ none: "the hash of a secret address" }, "deleted", planned),
  "public.journey_invitations.user_id": own("journey_invitations", "deleted", planned),
  "public.journey_invites.barred_people": own(unheard, "cleared", planned),
  "public.personal_notifications.user_id": own("personal_notifications", "deleted"),
  "public.personal_notifications.actor_id": own(unheard, "cleared"),
  "public.personal_mutes.user_id": own("personal_mutes", "deleted"),

  // What they were suggested, over all their communities.
  "public.recommendations.user_id": own("recommendations", "deleted"),
  "private.recommendation_sets.user_id": always({ none: "an answer kept for a day" }, "deleted"),

  // Who somebody is in a community.
  "public.tenant_users.user_id": always("memberships", "former"),
  "public.user_profiles.user_id": always("faces", "deleted"),
  "public.member_details.user_id": always("details", "deleted"),
  "public.group_members.user_id": always("groups", "deleted"),
  "public.groups.owner_id": always("owned_groups", "handed over"),
  "public.member_claims.user_id": always({ none: "stands for a person nobody is yet" }, "deleted"),
  "public.member_claims.created_by": always({ none: "a secret for somebody else" }, "former"),
  "public.tenant_invitations.created_by": always("invitations", "former"),
  "public.tenants.created_by": always({ none: "said by the membership and its role" }, "cleared"),

  // What they made.
  "public.posts.author_id": { export: "posts", anonymise: "former", remove: "emptied" },
  "public.post_comments.author_id": { export: "comments", anonymise: "former", remove: "emptied" },
  "public.post_revisions.author_id": { export: "revisions", anonymise: "former", remove: "deleted" },
  "public.events.organizer_id": { export: "events", anonymise: "former", remove: "deleted" },
  // Its files go first; the worker forgets the row with them.
  "public.media.owner_id": { export: "pictures", anonymise: "former", remove: "former" },
  "public.post_likes.user_id": { export: "likes", anonymise: "former", remove: "deleted" },
  "storage.objects.owner": always({ none: "the files themselves, named by the pictures" }, "cleared"),
  "storage.objects.owner_id": always({ none: "the files themselves, named by the pictures" }, "cleared"),

  // What was for them alone.
  "public.post_bookmarks.user_id": always("bookmarks", "deleted"),
  "public.post_mentions.user_id": always("mentions", "deleted"),
  "public.notifications.user_id": always("notifications", "deleted"),
  "public.notifications.actor_id": always(unheard, "former"),
  "public.notification_mutes.user_id": always("muted", "deleted"),

  // What travelled: the row is the other community's receipt too.
  "public.content_sharing.author_id": always("shares", "former"),
  "public.content_sharing.asked_by": always("asked_shares", "former"),
  "public.content_sharing.approved_by": always(
    { none: "an act for the community, among the acts" },
    "former",
  ),
  "public.content_sharing.ended_by": always({ none: "an act for the community, among the acts" }, "former"),

  // What is on record.
  "public.domain_events.actor_id": always({ none: "repeats what the other sections hold" }, "former"),
  "public.audit_logs.actor_id": always("acts", "former"),
};
