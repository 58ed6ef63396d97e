/** Named exceptions to the rules of gates/*.ts, each with its reason. Something that no longer exists fails too. */

/** Tables that belong to people or to the network, not to one community. */
export const notTenantOwned: Readonly<Record<string, string>> = {
  "public.tenants": "is the community itself",
  "public.profiles": "a person, the same in all communities",
  "public.platform_staff": "works for the network",
  "public.user_view_preferences": "a person's own settings",
  "private.reserved_slugs": "addresses nobody may have",
};

/** Tables of the private schema keep their own keys, and may hold rows of the network itself: only functions reach them. */
export const privateKeys: Readonly<Record<string, string>> = {
  "private.counter_deltas": "a queue in order of arrival, emptied by the worker",
  "private.handoff_codes": "found by the hash of a secret",
  "private.host_sessions": "found by the hash of a secret",
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
  "public.domain_events",
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
};

/** Tables whose tenant_id cannot change because no row of them can. */
export const appendOnly: readonly string[] = ["public.domain_events", "public.audit_logs"];

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
  "public.post_bookmarks": "a person's own; nobody else learns what somebody keeps",
  "public.post_revisions": "follows from posts and comments; taking a text away is audited",
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
};

/** Functions that a policy may call per row, because they depend on the row. */
export const perRowCalls: Readonly<Record<string, string>> = {
  "private.may_read_media(uuid, uuid)": "one picture at a time, by its id",
  "private.may_read_file(text, text)": "one file at a time, by its name",
  "private.may_sweep_file(text, text)": "only the worker's token gets past its first line",
  "private.owns_media(text, text)": "when a file is written: one row at a time",
  "private.may_like(uuid, uuid)":
    "when a like or a bookmark is written: one row at a time; for mentions after it is known that they are one's own",
  "storage.foldername(text)": "splits the path of a file; reads nothing",
};

export const bucketsExpected: readonly string[] = [
  "avatars private 1048576 image/webp",
  "logos private 1048576 image/webp",
  "post-media private 10485760 image/webp",
];

/** Policies on tables that Supabase provides. */
export const providedTablePolicies: readonly string[] = [
  "storage.objects archipelago_files_delete",
  "storage.objects archipelago_files_insert",
  "storage.objects archipelago_files_select",
];

/** Realtime topics that policies on realtime.messages open; none yet. */
export const realtimeTopics: readonly string[] = [];

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
