import { type Community, idOf, peopleOf, personOf } from "./cast.ts";
import {
  add,
  bookmark,
  comment,
  event,
  face,
  file,
  like,
  meOf,
  moveFiles,
  movePost,
  ownPicture,
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
    insert: { own: picture(meOf), forged: picture(somebodyElse) },
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
      loose: file(null, (s) => meOf(s)),
      forged: file("avatars", (s) => somebodyElse(s)),
    },
  },
  "realtime.messages": closed("realtime.messages", "'row'", (at) => `topic like 'tenant:${at.id}:%'`),
};
