import {
  type Community,
  cellar,
  comments,
  communities,
  events,
  files,
  filesIn,
  folderOf,
  grotto,
  groups,
  idOf,
  mentioned,
  type Person,
  peopleOf,
  personOf,
  posts,
  residents,
} from "./engine/cast.ts";
import type { Db } from "./engine/db.ts";

type Cell = string | number | boolean | null | { raw: string };

function literal(value: Cell): string {
  if (value === null) return "null";
  if (typeof value === "object") return value.raw;
  return typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
}

function insert(table: string, columns: string, rows: Cell[][]): string {
  const values = rows.map((row) => `(${row.map(literal).join(", ")})`).join(",\n  ");
  return `insert into ${table} (${columns}) values\n  ${values};`;
}

const statusOf = (who: Person) =>
  (["suspended", "removed", "requested", "invited"] as Person[]).includes(who) ? who : "active";
const roleOf = (who: Person) =>
  (["owner", "admin", "moderator"] as Person[]).includes(who) ? who : "member";

function people(): string {
  const ids = [...new Set(communities.flatMap(peopleOf))];
  const keepers = new Set(communities.map((at) => personOf(at, "keeper")));
  return [
    insert(
      "public.profiles",
      "id, display_name, is_placeholder",
      ids.map((id) => [id, `Person ${id.slice(-12)}`, keepers.has(id)]),
    ),
    insert(
      "public.user_view_preferences",
      "user_id, view, preferences",
      ids.map((id) => [id, "feed", "{}"]),
    ),
    insert("public.platform_staff", "user_id, role", [[personOf(cellar, "staff"), "super_admin"]]),
    "insert into private.reserved_slugs (slug) values ('reserved-in-fixture') on conflict do nothing;",
  ].join("\n");
}

function memberships(at: Community): string {
  const faces: Person[] = ["owner", "admin", "moderator", "member", "suspended", "dual"];
  return [
    insert(
      "public.tenant_users",
      "tenant_id, user_id, role, status, display_name, archive_ref, left_at, listed",
      [...residents, "dual" as const].map((who) => [
        at.id,
        personOf(at, who),
        roleOf(who),
        statusOf(who),
        who,
        who === "keeper" ? "keeper" : null,
        who === "removed" ? { raw: "now()" } : null,
        who !== "keeper",
      ]),
    ),
    insert(
      "public.user_profiles",
      "tenant_id, user_id, display_name",
      faces.map((who) => [at.id, personOf(at, who), who]),
    ),
    insert(
      "public.member_details",
      "tenant_id, user_id, city, skills, skills_for",
      faces.map((who) => [
        at.id,
        personOf(at, who),
        `${at.key}-town`,
        { raw: "array['knots']" },
        "moderators",
      ]),
    ),
    insert("public.tenant_invitations", "tenant_id, id, code_hash, created_by, expires_at", [
      [
        at.id,
        idOf("invitation", at, "live"),
        { raw: `encode(extensions.digest('invitation-${at.key}', 'sha256'), 'hex')` },
        personOf(at, "admin"),
        { raw: "now() + interval '1 day'" },
      ],
    ]),
    insert("public.member_claims", "tenant_id, user_id, code_hash, created_by, expires_at", [
      [
        at.id,
        personOf(at, "keeper"),
        `claim-${at.key}`,
        personOf(at, "admin"),
        { raw: "now() + interval '1 day'" },
      ],
    ]),
    insert(
      "public.groups",
      "tenant_id, id, name, privacy, owner_id",
      Object.entries(groups).map(([label, group]) => [
        at.id,
        idOf("group", at, label),
        label,
        group.privacy,
        personOf(at, "owner"),
      ]),
    ),
    insert(
      "public.group_members",
      "tenant_id, group_id, user_id",
      Object.entries(groups).flatMap(([label, group]) =>
        group.members.map((who) => [at.id, idOf("group", at, label), personOf(at, who)]),
      ),
    ),
  ].join("\n");
}

/** Everybody who may be named in a text, as it names them. */
function namedIn(at: Community, text: string): string {
  return (mentioned[text] ?? []).map((who) => `@[${who}](member:${personOf(at, who)})`).join(" ");
}

function talk(at: Community): string {
  const gone = posts.filter((post) => post.removed).map((post) => `'${idOf("post", at, post.label)}'`);
  const withdrawn = Object.keys(comments).filter((label) => comments[label]?.removed);
  return [
    insert(
      "public.posts",
      "tenant_id, id, author_id, visibility, group_id, title, body, archive_ref",
      posts.map((post) => [
        at.id,
        idOf("post", at, post.label),
        personOf(at, post.author),
        post.visibility,
        post.group ? idOf("group", at, post.group) : null,
        post.label,
        `canary-${at.key}-${post.label} ${namedIn(at, post.label)}`,
        `ref-${post.label}`,
      ]),
    ),
    insert(
      "public.post_comments",
      "tenant_id, id, post_id, author_id, parent_id, body",
      Object.entries(comments).map(([label, comment]) => [
        at.id,
        idOf("comment", at, label),
        idOf("post", at, comment.post),
        personOf(at, comment.author),
        comment.parent ? idOf("comment", at, comment.parent) : null,
        `canary-${at.key}-${label} ${namedIn(at, label)}`,
      ]),
    ),
    ...earlierWords(at),
    `update public.posts set deleted_at = now(), removed_by = 'author' where id in (${gone.join(", ")});`,
    ...withdrawn.map(
      (label) => `update public.post_comments set deleted_at = now(), removed_by = 'author', body = ''
      where id = '${idOf("comment", at, label)}';`,
    ),
    ...["public.post_likes", "public.post_bookmarks"].map((table) =>
      insert(
        table,
        "tenant_id, post_id, user_id",
        (["owner", "admin", "moderator", "member", "suspended", "dual"] as const).map((who) => [
          at.id,
          idOf("post", at, "public"),
          personOf(at, who),
        ]),
      ),
    ),
    `update public.posts set tags = array['canary'] where id = '${idOf("post", at, "public")}';`,
    insert("private.feed_tops", "tenant_id, post_id, stream_id, type, tag, age, score, created_at", [
      [at.id, idOf("post", at, "public"), at.id, "", "", 1, 6, { raw: "now()" }],
    ]),
  ].join("\n");
}

/** What every post and comment said before it was edited. */
function earlierWords(at: Community): string[] {
  const from = (kind: "post" | "comment", label: string, columns: string) =>
    `insert into public.post_revisions
       (tenant_id, id, post_id, comment_id, version, author_id, stream_id, is_public, body, written_at)
     select x.tenant_id, '${idOf("revision", at, label)}', ${columns}, 0, x.author_id, p.stream_id,
       p.visibility = 'public', 'canary-${at.key}-${label}-earlier', x.created_at
     from public.${kind === "post" ? "posts" : "post_comments"} x
     join public.posts p on p.tenant_id = x.tenant_id and p.id = ${kind === "post" ? "x.id" : "x.post_id"}
     where x.tenant_id = '${at.id}' and x.id = '${idOf(kind, at, label)}';`;
  return [
    ...posts.map((post) => from("post", post.label, "x.id, null")),
    ...Object.keys(comments).map((label) => from("comment", label, "x.post_id, x.id")),
  ];
}

function surroundings(at: Community): string {
  const person = personOf(at, "member");
  const session = { raw: "gen_random_uuid()" };
  return [
    insert(
      "public.events",
      "tenant_id, id, organizer_id, title, visibility, starts_local, ends_local, time_zone",
      Object.entries(events).map(([label, event]) => [
        at.id,
        idOf("event", at, label),
        personOf(at, event.organizer),
        label,
        event.visibility,
        "2030-05-01 18:00",
        "2030-05-01 20:00",
        "Europe/Lisbon",
      ]),
    ),
    insert("private.link_cards", "tenant_id, url_hash, url, state, title", [
      [
        at.id,
        { raw: `sha256('${at.key}')` },
        `https://${at.key}.example.org/`,
        "ready",
        `canary-${at.key}-card`,
      ],
    ]),
    insert("private.post_links", "tenant_id, post_id, place, url_hash", [
      [at.id, idOf("post", at, "members"), 1, { raw: `sha256('${at.key}')` }],
    ]),
    insert("public.tenant_former_slugs", "tenant_id, slug", [[at.id, `old-${at.key}`]]),
    insert("public.tenant_domains", "tenant_id, domain, status, is_primary", [
      [at.id, `${at.key}.example.org`, "active", true],
    ]),
    insert("private.host_sessions", "token_hash, user_id, tenant_id, host, auth_session_id", [
      [`session-${at.key}`, person, at.id, `${at.key}.example.org`, session],
    ]),
    insert(
      "private.handoff_codes",
      "code_hash, user_id, auth_session_id, tenant_id, host, nonce_hash, path",
      [[`code-${at.key}`, person, session, at.id, `${at.key}.example.org`, "nonce", "/"]],
    ),
    pictures(at),
    insert("realtime.messages", "topic, extension, private", [[`tenant:${at.id}:feed`, "broadcast", true]]),
  ].join("\n");
}

function pictures(at: Community): string {
  const shown = (bucket: string) => filesIn(bucket).filter((label) => !files[label]?.idle);
  const uses = filesIn("post-media").map((label) => ({ label, ...files[label] }));
  return [
    insert(
      "storage.objects",
      "id, bucket_id, name",
      Object.entries(files).map(([label, file]) => [
        idOf("file", at, label),
        file.bucket,
        `${folderOf(at, label)}/64.webp`,
      ]),
    ),
    insert(
      "public.media",
      "tenant_id, id, owner_id, width, height, widths, bytes",
      uses.map(({ label, owner }) => [
        at.id,
        idOf("file", at, label),
        personOf(at, owner ?? "member"),
        64,
        64,
        { raw: "array[64]" },
        100,
      ]),
    ),
    insert(
      "public.media_uses",
      "tenant_id, media_id, post_id, comment_id",
      uses
        .filter(({ on, answering }) => on || answering)
        .map(({ label, on, answering }) => [
          at.id,
          idOf("file", at, label),
          on ? idOf("post", at, on) : null,
          answering ? idOf("comment", at, answering) : null,
        ]),
    ),
    ...shown("avatars").map(
      (label) => `update public.user_profiles set avatar_path = '${folderOf(at, label)}'
      where tenant_id = '${at.id}' and user_id = '${personOf(at, files[label]?.owner ?? "member")}';`,
    ),
    `update public.tenants set logo_path = '${folderOf(at, "logo")}' where id = '${at.id}';`,
  ].join("\n");
}

/** SQL that plants all communities, their people and a row of every kind in each, with the same ids every time. */
export function fixtureSql(): string {
  const tenants = insert(
    "public.tenants",
    "id, slug, name, privacy, join_policy, listed",
    communities.map((at) => [
      at.id,
      `fixture-${at.key}`,
      at.key,
      at.privacy,
      at === grotto ? "invite" : "open",
      at.privacy === "public",
    ]),
  );
  const perCommunity = communities.flatMap((at) => [memberships(at), talk(at), surroundings(at)]);
  return [people(), tenants, ...perCommunity].join("\n\n");
}

/** Plants the fixture; needs the owner role. Inside a transaction it leaves no trace after a rollback. */
export async function plantFixture(db: Db): Promise<void> {
  await db.query("select set_config('request.jwt.claims', '', true)");
  await db.query(fixtureSql());
}
