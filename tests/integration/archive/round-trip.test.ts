import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { canonicalLine, type PlainRow } from "@/lib/archive/canonical";
import { exportArchive } from "@/lib/archive/export-archive";
import { ARCHIVE_FILES, MANIFEST_FILE } from "@/lib/archive/format";
import { event, member, post, writeArchive } from "@/tests/support/archives";
import { sql } from "@/tests/support/stack";
import { connect, exportFolder, forget, foundCommunity, importFolder } from "./database";

/** The four files of an archive as text. */
async function filesOf(folder: string): Promise<Record<string, string>> {
  const names = [MANIFEST_FILE, ...ARCHIVE_FILES];
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), "utf8")));
  return Object.fromEntries(names.map((name, at) => [name, texts[at] ?? ""]));
}

function rowsOf(text: string | undefined): Record<string, unknown>[] {
  return (text ?? "")
    .split("\n")
    .flatMap((line) => (line ? [JSON.parse(line) as Record<string, unknown>] : []));
}

/** Exports, imports into a network that knows nothing of it, exports again: both exports. */
async function thereAndBack(slug: string) {
  const first = await exportFolder(slug);
  await forget(slug);
  await importFolder(first);
  return { first: await filesOf(first), second: await filesOf(await exportFolder(slug)) };
}

/** Adds people, posts and events as the app would: no archive ids anywhere. */
async function liveIn(tenantId: string, ownerId: string): Promise<void> {
  const { email } = await foundCommunity("suspects-home");
  await sql(
    `insert into public.tenant_users (tenant_id, user_id, role, status, display_name, joined_at)
     select $1, id, 'moderator', 'suspended', 'Suspect', '2000-01-01' from auth.users where email = $2`,
    [tenantId, email],
  );
  await sql(
    `insert into public.posts (tenant_id, author_id, visibility, title, body, tags, kind, created_at, deleted_at, removed_by)
     values ($1, $2, 'public', null, 'same moment', '{b,a}', 'question', '2022-02-02 02:02:02.020202+00', null, null),
            ($1, $2, 'members', 'T', 'same moment', '{}', 'announcement', '2022-02-02 02:02:02.020202+00', null, null),
            ($1, $2, 'me', 'Diary', 'secret', '{}', 'discussion', now(), null, null),
            ($1, $2, 'public', 'Gone', 'removed', '{}', 'discussion', now(), now(), 'author'),
            ($1, (select user_id from public.tenant_users where tenant_id = $1 and status = 'suspended'),
             'members', 'By the suspect', 'Ask @[A \\[b\\]](member:' || $2::text || ') and @x.', '{}', 'discussion', '2021-01-01 00:00:00.5+00', null, null)`,
    [tenantId, ownerId],
  );
  await sql(
    `insert into public.events (tenant_id, organizer_id, title, description, visibility, all_day, starts_local, ends_local,
       time_zone, online, venue, city, locale, cancelled_at)
     values ($1, $2, 'Evening', 'Bring *tea*', 'members', false, '2026-05-05 18:30', '2026-05-05 21:00:30.25', 'Asia/Kolkata',
             false, 'Hall', 'Pune', 'hi', null),
            ($1, $2, 'Week', '', 'public', true, '2026-05-04', '2026-05-11', 'UTC', true, null, null, null, null),
            ($1, $2, 'Off', '', 'public', true, '2026-05-04', '2026-05-11', 'UTC', true, null, null, null, now())`,
    [tenantId, ownerId],
  );
}

describe("export, import into an empty network, export", () => {
  it("gives the same files for a community that lived here", async () => {
    const { tenantId, ownerId } = await foundCommunity("lived");
    await sql("update public.tenants set privacy = 'private', join_policy = 'request' where id = $1", [
      tenantId,
    ]);
    await liveIn(tenantId, ownerId);
    const { first, second } = await thereAndBack("lived");
    expect(second).toEqual(first);
    expect(JSON.parse(first[MANIFEST_FILE] ?? "").community).toMatchObject({
      privacy: "private",
      join_policy: "request",
    });
    expect(rowsOf(first["members.jsonl"])).toEqual([
      { id: "m1", display_name: "Suspect", role: "member", joined_at: "2000-01-01T00:00:00Z" },
      expect.objectContaining({ id: "m2", display_name: "Founder", role: "owner" }),
    ]);
    expect(rowsOf(first["posts.jsonl"])).toEqual([
      expect.objectContaining({
        id: "p1",
        author_id: "m1",
        created_at: "2021-01-01T00:00:00.5Z",
        body: "Ask @A \\[b\\] and @x.",
      }),
      expect.objectContaining({ id: "p2", author_id: "m2", created_at: "2022-02-02T02:02:02.020202Z" }),
      expect.objectContaining({ id: "p3", author_id: "m2", created_at: "2022-02-02T02:02:02.020202Z" }),
    ]);
    expect(rowsOf(first["posts.jsonl"]).map(({ tags }) => tags)).toContainEqual(["b", "a"]);
    expect(new Set(rowsOf(first["posts.jsonl"]).map(({ kind }) => kind))).toEqual(
      new Set([undefined, "announcement", "question"]),
    );
    expect(rowsOf(first["events.jsonl"])).toEqual([
      expect.objectContaining({ id: "e1", all_day: true, starts_on: "2026-05-04", ends_on: "2026-05-10" }),
      expect.objectContaining({
        id: "e2",
        all_day: false,
        starts_on: "2026-05-05",
        ends_on: "2026-05-05",
        starts_time: "18:30",
        ends_time: "21:00:30.25",
        time_zone: "Asia/Kolkata",
        venue: "Hall",
        visibility: "members",
        description: "Bring *tea*",
      }),
    ]);
  });

  it("gives the same files when archived and new rows stand side by side", async () => {
    const posts = [post({ id: "p9" }), post({ id: "x", created_at: "2021-01-01T10:00:00.000001Z" })];
    await importFolder(await writeArchive({ slug: "mixed", members: [member()], posts, events: [event()] }));
    await sql(`insert into public.posts (tenant_id, author_id, body, created_at)
      select t.id, m.user_id, 'new', '2021-01-01T10:00:00Z' from public.tenants t
      join public.tenant_users m on m.tenant_id = t.id where t.slug = 'mixed'`);
    const { first, second } = await thereAndBack("mixed");
    expect(second).toEqual(first);
    expect(rowsOf(first["posts.jsonl"]).map(({ id }) => id)).toEqual(["p9", "p10", "x"]);
  });

  it("exports a canonical archive with the bytes it was imported from, also after a change", async () => {
    const { first } = await canonical("canon", "A body");
    expect(await filesOf(await exportFolder("canon"))).toEqual(first);
    const { first: changed } = await canonical("canon", "Another body");
    expect(await filesOf(await exportFolder("canon"))).toEqual(changed);
  });

  it("keeps a folder that has something in it", async () => {
    const { folder, first } = await canonical("kept-folder", "A body");
    await expect(connect((client) => exportArchive(client, "kept-folder", folder))).rejects.toThrow(
      /not empty/,
    );
    await expect(connect((client) => exportArchive(client, "nowhere", `${folder}-new`))).rejects.toThrow(
      /nowhere/,
    );
    expect(await filesOf(folder)).toEqual(first);
  });
});

/** Imports an archive that is written as an export would write it. */
async function canonical(slug: string, body: string) {
  const line = (row: object) => canonicalLine({ ...row } as PlainRow).trimEnd();
  const folder = await writeArchive({
    slug,
    members: [line(member())],
    posts: [line(post({ body })), line(post({ id: "p2" }))],
    events: [line(event())],
  });
  await importFolder(folder);
  return { folder, first: await filesOf(folder) };
}
