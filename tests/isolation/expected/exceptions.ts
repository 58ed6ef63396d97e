/** Named exceptions to the rules of gates/*.ts, each with its reason. Something that no longer exists fails too. */

/** Tables that belong to people or to the network, not to one community. */
export const notTenantOwned: Readonly<Record<string, string>> = {
  "public.tenants": "is the community itself",
  "public.profiles": "a person, the same in all communities",
  "public.platform_staff": "works for the network",
  "public.user_view_preferences": "a person's own settings",
  "public.user_journeys": "a person's own plan, over several communities",
  "public.journey_activities": "belongs to a journey",
  "public.journey_companions": "belongs to a journey",
  "public.journey_invites": "belongs to a journey",
  "public.journey_votes": "belongs to a journey",
  "public.journey_comments": "belongs to a journey",
  "public.journey_calendars": "belongs to a journey",
  "public.journey_invitations": "belongs to a journey",
  "public.personal_notifications": "what concerns a person and no community",
  "public.personal_mutes": "a person's own settings",
  "private.reserved_slugs": "addresses nobody may have",
  "private.event_consumers": "how far each reader of the log has come",
  "public.recommendations": "what a person was suggested over all their communities",
  "private.recommendation_sets": "what a person is suggested over all their communities",
  "private.recommendation_figures": "how suggestions do in the whole network",
  "private.journey_figures": "what becomes of plans in the whole network",
  "private.journey_progress": "belongs to a journey, of which it holds nothing but numbers",
  "private.ai_breakers": "how those stand who answer questions for everybody",
  "private.consent_texts": "what everybody is asked to agree to",
  "public.data_exports": "a person's own, of one community or of all",
  "private.erasing": "the transaction that erases at this moment",
};

/** Tables of the private schema keep their own keys, and may hold rows of the network itself: only functions reach them. */
export const privateKeys: Readonly<Record<string, string>> = {
  "private.counter_deltas": "a queue in order of arrival, emptied by the worker",
  "private.handoff_codes": "found by the hash of a secret",
  "private.host_sessions": "found by the hash of a secret",
  "private.erasures": "asked for by one person, kept as proof without them",
};

/** Tables that no API role reaches at all: no grant and no policy. */
export const closedTables: readonly string[] = [
  "public.tenant_former_slugs",
  "public.member_claims",
  "public.member_details",
  "public.tenant_invitations",
  "public.feed_items",
  "public.media_uses",
  "private.feed_tags",
  "private.feed_tops",
  "private.member_words",
  "public.content_sharing",
  "public.notifications",
  "public.notification_mutes",
  "public.user_journeys",
  "public.journey_activities",
  "public.journey_companions",
  "public.journey_invites",
  "public.journey_votes",
  "public.journey_comments",
  "public.journey_calendars",
  "public.journey_invitations",
  "public.personal_notifications",
  "public.personal_mutes",
  "private.event_consumers",
  "private.ai_breakers",
  "public.recommendations",
  "private.recommendation_sets",
  "private.recommendation_figures",
  "private.journey_figures",
  "private.journey_progress",
  "private.ai_budgets",
  "public.domain_events",
  "private.consent_texts",
  "public.data_exports",
  "private.erasures",
  "private.erasing",
  "private.reserved_slugs",
  "private.counter_deltas",
  "private.link_cards",
  "private.post_links",
  "private.handoff_codes",
  "private.host_sessions",
];

/** Unique across communities on purpose; written by functions only, which answer alike for taken and forbidden. */
export const networkWideUnique: Readonly<Record<string, string>> = {
  "public.tenant_former_slugs_slug_idx": "an address leads to one community",
  "public.tenant_domains_active_idx": "a domain leads to one community",
  "public.member_claims_code_idx": "hash of a random code",
  "public.tenant_invitations_code_idx": "hash of a random code",
};

/** Foreign keys between tenant-owned tables whose tenant column is not `tenant_id`. */
export const otherTenantColumn: Readonly<Record<string, string>> = {
  "public.feed_items.feed_items_source_tenant_id_post_id_fkey":
    "a shared post stands in another community's stream; functions write it, and reading checks the share",
  "public.post_comments.post_comments_post_home_post_id_fkey":
    "a lane stands below a post of another community; writing and reading check the share",
};

/** Tables of which no row can change: a tenant_id in them cannot either. */
export const appendOnly: readonly string[] = [
  "public.domain_events",
  "public.audit_logs",
  "private.consent_texts",
];

/** Tables whose changes leave no event and no audit row. */
export const unrecorded: Readonly<Record<string, string>> = {
  "public.tenant_former_slugs": "the rename is recorded with the community",
  "public.profiles": "a person's own; nobody else acts on it",
  "public.user_view_preferences": "a person's own settings",
  "public.user_profiles": "the card is recorded with the membership",
  "public.member_details":
    "a person's own, with parts that nobody else may read; being listed is recorded with the membership",
  "public.member_claims": "spending one is recorded with the membership",
  "public.tenant_invitations": "making and ending one is audited; using one is recorded with the membership",
  "public.group_members": "not yet: nothing writes groups so far",
  "public.feed_items": "follows from posts",
  "public.media_uses": "follows from the texts of posts and comments",
  "public.post_mentions": "follows from posts and comments",
  "public.data_exports": "a person's own; opening one is audited",
  "public.post_bookmarks": "a person's own; nobody else learns what somebody keeps",
  "public.post_revisions": "follows from posts and comments; taking a text away is audited",
  "public.notifications": "follows from the record",
  "public.notification_mutes": "a person's own; nobody else learns what somebody does not hear",
  "public.user_journeys":
    "a trigger of its own writes down what happened, without words; see journeys.test.ts",
  "public.journey_activities": "as journeys",
  "public.journey_companions": "as journeys",
  "public.journey_invites": "a person's own; who comes by one is recorded as a companion",
  "public.journey_votes": "companions' own",
  "public.journey_comments": "as journeys",
  "public.journey_calendars": "a person's own",
  "public.journey_invitations": "as journeys",
  "public.personal_notifications": "follows from the record",
  "public.personal_mutes": "a person's own; nobody else learns what somebody does not hear",
  "public.recommendations": "as journeys: the log hears what became of them",
  "public.domain_events": "is the record",
  "public.audit_logs": "is the record",
};

/** Policies that reach visitors who are not signed in. */
export const policiesForVisitors: readonly string[] = [
  "public.tenants.tenants_select_anyone",
  "public.posts.posts_select_readers",
  "public.post_comments.post_comments_select_readers",
  "public.post_revisions.post_revisions_select_readers",
  "public.events.events_select_readers",
  "public.media.media_select_readers",
  "storage.objects.archipelago_files_select",
  // The worker removes files with a token of the app itself, whose role is anon.
  "storage.objects.archipelago_files_delete",
  "storage.objects.archipelago_exports_insert",
  // A page's token for realtime is nobody's: it names its person as listener, and its role is anon.
  "realtime.messages.archipelago_listeners_select",
];

/** Policies with a branch that no membership guards. */
export const unfencedBranches: Readonly<Record<string, string>> = {
  "public.tenant_users.tenant_users_select_members": "(user_id = ( SELECT auth.uid() AS uid))",
  // One file at a time, by what shows it: a text, a card, a community.
  "storage.objects.archipelago_files_select": "(private.may_read_file(bucket_id, name))",
  // The face that somebody brings along belongs to no community.
  "storage.objects.archipelago_files_insert":
    "((storage.foldername(name))[2] = (( SELECT auth.uid() AS uid))::text)",
  "storage.objects.archipelago_files_delete": "(private.may_sweep_file(bucket_id, name))",
  "storage.objects.archipelago_exports_insert": "(private.may_keep_file(bucket_id, name))",
  // One topic at a time: see realtime.test.ts.
  "realtime.messages.archipelago_listeners_select":
    "(topic = ( SELECT private.listening_topic() AS listening_topic))",
};

/** Functions that a policy may call per row, because they depend on the row. */
export const perRowCalls: Readonly<Record<string, string>> = {
  "private.may_read_media(uuid, uuid)": "one picture at a time, by its id",
  "private.may_read_file(text, text)": "one file at a time, by its name",
  "private.may_keep_file(text, text)": "only the app's own token gets past its first line",
  "private.may_sweep_file(text, text)": "only the worker's token gets past its first line",
  "private.owns_media(text, text)": "when a file is written: one row at a time",
  "private.lane_is_open(uuid, uuid, uuid)":
    "for comments below a post that is at home elsewhere, after it is known that one belongs here",
  "private.may_like(uuid, uuid)":
    "when a like or a bookmark is written: one row at a time; for mentions after it is known that they are one's own",
  "storage.foldername(text)": "splits the path of a file; reads nothing",
};

export const bucketsExpected: readonly string[] = [
  "avatars private 1048576 image/webp",
  "logos private 1048576 image/webp",
  "exports private unlimited application/zip",
  "post-media private 10485760 image/webp",
];

/** Policies on tables that Supabase provides. */
export const providedTablePolicies: readonly string[] = [
  "storage.objects archipelago_exports_insert",
  "storage.objects archipelago_files_delete",
  "storage.objects archipelago_files_insert",
  "storage.objects archipelago_files_select",
];

/** Policies on realtime.messages: topics are listened to, and only the database sends. */
export const realtimeTopics: readonly string[] = ["archipelago_listeners_select"];

/** Schemas and what API roles and PUBLIC may do in them. */
export const schemaGrants: readonly string[] = [
  "private anon usage",
  "private authenticated usage",
  "private service_role usage",
  "public PUBLIC usage",
  "public anon usage",
  "public authenticated usage",
  "public service_role usage",
];
