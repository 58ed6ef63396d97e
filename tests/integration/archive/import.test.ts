import { appendFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkArchive } from "@/lib/archive/check-archive";
import { importArchive } from "@/lib/archive/import-archive";
import { event, member, post, type TestArchive, writeArchive } from "@/tests/support/archives";
import { sql } from "@/tests/support/stack";
import { connect, importFolder, importFolders, snapshot, versions } from "./database";

const people = [
  member(),
  member({ id: "m2", display_name: "Bo", role: "member", joined_at: "2021-05-05T00:00:00Z" }),
];

function archive(slug: string, change: Partial<TestArchive> = {}): TestArchive {
  return {
    slug,
    members: people,
    posts: [post(), post({ id: "p2", author_id: "m2", visibility: "members" }), post({ id: "p3" })],
    events: [event(), event({ id: "e2", title: "Second" })],
    ...change,
  };
}

async function contentOf(slug: string) {
  return sql<{ archive_ref: string; body: string; edited: boolean; sorted: boolean; author: string }>(
    `select p.archive_ref, p.body, p.edited_at is not null as edited, f.sort_at = p.created_at as sorted,
            m.archive_ref as author
     from public.posts p join public.tenants t on t.id = p.tenant_id
     join public.feed_items f on f.source_tenant_id = p.tenant_id and f.post_id = p.id and f.stream_id = p.stream_id
     join public.tenant_users m on m.tenant_id = p.tenant_id and m.user_id = p.author_id
     where t.slug = $1 order by p.archive_ref`,
    [slug],
  );
}

describe("an import", () => {
  it("founds the community with placeholders, posts in the feed, and all-day events", async () => {
    await importFolder(await writeArchive(archive("first")));
    const [row] = await sql(
      `select t.name, t.privacy, t.join_policy, t.time_zone, t.member_count, t.post_count,
         (select count(*)::integer from public.tenant_users m join public.profiles p on p.id = m.user_id
          where m.tenant_id = t.id and p.is_placeholder and m.status = 'active') as placeholders,
         (select count(*)::integer from auth.users u join public.tenant_users m on m.user_id = u.id and m.tenant_id = t.id) as logins,
         (select count(distinct f.post_id)::integer from public.feed_items f where f.tenant_id = t.id) as feed
       from public.tenants t where t.slug = 'first'`,
    );
    expect(row).toEqual({
      name: "Test",
      privacy: "public",
      join_policy: "open",
      time_zone: "Europe/Paris",
      member_count: 2,
      post_count: 3,
      placeholders: 2,
      logins: 0,
      feed: 3,
    });
    const [first] = await sql(
      `select e.visibility, e.all_day, e.time_zone, e.starts_local::text, e.ends_local::text, e.starts_at::text
       from public.events e join public.tenants t on t.id = e.tenant_id where t.slug = 'first' and e.archive_ref = 'e1'`,
    );
    expect(first).toMatchObject({
      visibility: "public",
      all_day: true,
      time_zone: "Europe/Paris",
      starts_local: "2026-03-01 00:00:00",
      ends_local: "2026-03-03 00:00:00",
    });
  });

  it("changes nothing the second time, not even the logs", async () => {
    const folder = await writeArchive(archive("twice"));
    await importFolder(folder);
    const before = await snapshot();
    const result = await importFolder(folder);
    expect(await snapshot()).toEqual(before);
    expect(result.community).toBe("unchanged");
    expect(result.files["posts.jsonl"]).toEqual({
      rows: 3,
      added: 0,
      changed: 0,
      unchanged: 3,
      kept: 0,
      absent: 0,
    });
  });

  it("updates exactly the rows that changed, and marks as edited only changed text", async () => {
    const folder = await writeArchive(archive("changed"));
    await importFolder(folder);
    const posts = [
      post({ created_at: "2019-01-01T00:00:00.000001Z" }),
      post({ id: "p2", author_id: "m1", body: "Another body" }),
      post({ id: "p4" }),
    ];
    const members = [people[0] ?? {}, member({ id: "m2", display_name: "Bo B.", role: "admin" })];
    const events = [event(), event({ id: "e2", title: "Second", city: "Bern", ends_on: "2026-03-05" })];
    await writeArchive(
      archive("changed", { posts, members, events, community: { name: "New name" } }),
      folder,
    );
    const result = await importFolder(folder);
    expect(result.community).toBe("changed");
    expect(result.files).toEqual({
      "members.jsonl": { rows: 2, added: 0, changed: 1, unchanged: 1, kept: 0, absent: 0 },
      "posts.jsonl": { rows: 3, added: 1, changed: 2, unchanged: 0, kept: 0, absent: 1 },
      "events.jsonl": { rows: 2, added: 0, changed: 1, unchanged: 1, kept: 0, absent: 0 },
    });
    expect(await versions("changed", "posts")).toEqual({ p1: 2, p2: 2, p3: 1, p4: 1 });
    expect(await versions("changed", "events")).toEqual({ e1: 1, e2: 2 });
    expect(await versions("changed", "tenant_users")).toEqual({ m1: 1, m2: 2 });
    expect(await contentOf("changed")).toEqual([
      { archive_ref: "p1", body: "A body", edited: false, sorted: true, author: "m1" },
      { archive_ref: "p2", body: "Another body", edited: true, sorted: true, author: "m1" },
      { archive_ref: "p3", body: "A body", edited: false, sorted: true, author: "m1" },
      { archive_ref: "p4", body: "A body", edited: false, sorted: true, author: "m1" },
    ]);
    const [bo] =
      await sql(`select p.display_name from public.profiles p join public.tenant_users m on m.user_id = p.id
      join public.tenants t on t.id = m.tenant_id where t.slug = 'changed' and m.archive_ref = 'm2'`);
    expect(bo).toEqual({ display_name: "Bo B." });
  });

  it("writes nothing when a late file changes under it", async () => {
    const folder = await writeArchive(archive("torn"));
    const checked = await checkArchive(folder);
    await appendFile(path.join(folder, "events.jsonl"), `${JSON.stringify(event({ id: "e3" }))}\n`);
    const before = await snapshot();
    const attempt = connect((client) => importArchive(client, checked, { into: false }));
    await expect(attempt).rejects.toThrow(/events\.jsonl: the file changed while it was being imported/);
    expect(await snapshot()).toEqual(before);
  });

  it("writes nothing when the database refuses a row, and names the line", async () => {
    const folder = await writeArchive(archive("refused"));
    const checked = await checkArchive(folder);
    await sql("alter table public.events add constraint no_second check (title <> 'Second') not valid");
    const before = await snapshot();
    try {
      const attempt = connect((client) => importArchive(client, checked, { into: false }));
      await expect(attempt).rejects.toThrow(/events\.jsonl, line 1: .*up to 2.*no_second/);
      expect(await snapshot()).toEqual(before);
    } finally {
      await sql("alter table public.events drop constraint no_second");
    }
  });

  it("goes on with the other archives after one that is refused", async () => {
    const bad = await writeArchive(archive("bad", { posts: [post(), "no"] }));
    const outcomes = await importFolders([bad, await writeArchive(archive("after-bad"))]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([false, true]);
    const made = await sql("select slug from public.tenants where slug in ('bad', 'after-bad')");
    expect(made).toEqual([{ slug: "after-bad" }]);
  });

  it("keeps every character of a text", async () => {
    const body = [
      "<script>alert(1)</script>",
      "```js\n\tconst a = '\\u0041';\n```",
      "日本語 é 😀 \u202e\u2028\u2029\u0085\u007f",
      " \r\n end\t ",
    ].join("\n");
    const title = " CVE について ";
    await importFolder(await writeArchive(archive("bytes", { posts: [post({ body, title })] })));
    const [row] = await sql(
      "select p.title, p.body from public.posts p join public.tenants t on t.id = p.tenant_id where t.slug = 'bytes'",
    );
    expect(row).toEqual({ title, body });
  });

  it("takes the longest body and the longest name", async () => {
    const posts = [post({ body: "😀".repeat(200_000) })];
    const members = [member({ display_name: "ん".repeat(200) })];
    await importFolder(await writeArchive({ slug: "longest", posts, members }));
    const [row] = await sql(`select p.body_length, char_length(m.display_name) as name from public.posts p
      join public.tenant_users m on m.tenant_id = p.tenant_id join public.tenants t on t.id = p.tenant_id where t.slug = 'longest'`);
    expect(row).toEqual({ body_length: 200_000, name: 200 });
  });
});
