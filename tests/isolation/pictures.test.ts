import { expect, test } from "vitest";
import { type Actor, actorOf } from "./engine/actors.ts";
import { harbour, idOf, meadow, personOf } from "./engine/cast.ts";
import { type Db, rowsOf } from "./engine/db.ts";
import { by, planted } from "./engine/harness.ts";
import { probe } from "./engine/probe.ts";

const member = actorOf("member", harbour, meadow);
const owner = actorOf("owner", harbour, meadow);
const visitor = actorOf("visitor", harbour, meadow);
const outsider = actorOf("outsider", harbour, meadow);
const draft = idOf("file", harbour, "draft");
const photo = idOf("file", harbour, "photo");
const post = idOf("post", harbour, "left");
const server = { role: "anon", claims: JSON.stringify({ role: "anon", scope: "server" }) };

const file = (id: string) => `${harbour.id}/${id}/64.webp`;
const naming = (...ids: string[]) => ids.map((id) => `![](/media/${id}/64x64.webp)`).join(" ");

function writes(visibility: string, ...ids: string[]): string {
  return `insert into public.posts (tenant_id, id, author_id, visibility, body)
    values ('${harbour.id}', gen_random_uuid(), '${member.me}', '${visibility}', '${naming(...ids)}')`;
}

/** Whether each actor sees a file, after the owner of the tables did something. */
async function seen(db: Db, id: string, before: string, actors: Actor[]): Promise<boolean[]> {
  const sql = `select coalesce(array_agg(name), '{}') from storage.objects where name = '${file(id)}'`;
  const outcomes = await probe(
    db,
    actors.map((actor) => by(actor, sql, { before, reads: true })),
  );
  return outcomes.map((outcome) => outcome.count === 1);
}

test("a picture goes as far as the text that names it, and no further", async () => {
  await planted(async (db) => {
    const actors = [member, owner, visitor];
    expect(await seen(db, draft, "select 1", actors)).toEqual([true, false, false]);
    expect(await seen(db, draft, writes("me", draft), actors)).toEqual([true, false, false]);
    expect(await seen(db, draft, writes("members", draft), actors)).toEqual([true, true, false]);
    expect(await seen(db, draft, writes("public", draft), actors)).toEqual([true, true, true]);
    const taken = `${writes("public", draft)}; update public.posts set body = 'nothing' where body like '%${draft}%'`;
    expect(await seen(db, draft, taken, actors)).toEqual([true, false, false]);
    const removed = `${writes("public", draft)}; update public.posts set deleted_at = now(), removed_by = 'author'
      where body like '%${draft}%'`;
    expect(await seen(db, draft, removed, actors)).toEqual([true, false, false]);
  });
});

test("nobody widens the audience of somebody else's picture by naming it", async () => {
  await planted(async (db) => {
    const hidden = idOf("file", harbour, "members-photo");
    expect(await seen(db, hidden, writes("public", hidden), [owner, visitor])).toEqual([true, false]);
    const foreign = idOf("file", meadow, "draft");
    await db.query(writes("public", foreign, photo));
    expect(await rowsOf(db, "select 1 from public.media_uses where media_id = $1", [foreign])).toEqual([]);
  });
});

test("a picture in a comment goes with its post, and when its words go", async () => {
  await planted(async (db) => {
    const comment = (
      on: string,
    ) => `insert into public.post_comments (tenant_id, id, post_id, author_id, body)
      values ('${harbour.id}', gen_random_uuid(), '${idOf("post", harbour, on)}', '${member.me}', '${naming(draft)}')`;
    expect(await seen(db, draft, comment("public"), [owner, visitor])).toEqual([true, true]);
    expect(await seen(db, draft, comment("members"), [owner, visitor])).toEqual([true, false]);
    const gone = `${comment("public")}; update public.posts set deleted_at = now(), removed_by = 'author'
      where id = '${idOf("post", harbour, "public")}'`;
    expect(await seen(db, draft, gone, [owner, visitor])).toEqual([false, false]);
    const emptied = `${comment("public")}; update public.post_comments set deleted_at = now(), removed_by = 'author',
      body = '' where body like '%${draft}%'`;
    expect(await seen(db, draft, emptied, [owner, visitor])).toEqual([false, false]);
  });
});

test("a day without a text ends a picture, and nothing sooner", async () => {
  await planted(async (db) => {
    const retired = async () =>
      (await rowsOf<{ id: string }>(db, "select id from private.retire_media()")).map((row) => row.id);
    expect(await retired()).toEqual([]);
    const old =
      "update public.media set unused_since = now() - interval '25 hours' where unused_since is not null";
    await db.query(`${old} and id in ('${draft}', '${photo}')`);
    expect(await retired()).toEqual([draft]);
    // Its files could not be removed: it comes again, but nobody sees or names it any more.
    expect(await retired()).toEqual([draft]);
    expect(await seen(db, draft, writes("public", draft), [member, visitor])).toEqual([false, false]);
    await db.query("select private.forget_media(array[$1]::uuid[], array[$2]::uuid[])", [harbour.id, draft]);
    await db.query("select private.forget_media(array[$1]::uuid[], array[$2]::uuid[])", [harbour.id, photo]);
    const left = await rowsOf<{ id: string }>(db, "select id from public.media where id in ($1, $2)", [
      draft,
      photo,
    ]);
    expect(left.map((row) => row.id)).toEqual([photo]);
  });
});

test("only the worker removes files, and only those that nothing shows", async () => {
  await planted(async (db) => {
    await db.query("update public.media set removed_at = now() where id = $1", [draft]);
    const all = "delete from storage.objects where bucket_id in ('avatars', 'logos', 'post-media')";
    const labels = "select coalesce(array_agg(id::text), '{}') from storage.objects";
    const [worker, ...people] = await probe(db, [
      { ...server, sql: all, observe: labels },
      by(member, all),
      by(owner, all),
      by(visitor, all),
    ]);
    const kept = (label: string) => worker?.seen.includes(idOf("file", harbour, label));
    expect(["draft", "former-portrait", "former-logo"].map(kept)).toEqual([false, false, false]);
    expect(["photo", "gone-photo", "portrait", "logo", "loose"].map(kept)).toEqual(Array(5).fill(true));
    expect(people.map((outcome) => outcome.count)).toEqual([0, 0, 0]);
  });
});

test("the face one brings along is seen where a card bears it", async () => {
  await planted(async (db) => {
    const path = `people/${member.me}/${draft}`;
    const name = `${path}/64.webp`;
    await db.query(`insert into storage.objects (bucket_id, name) values ('avatars', '${name}')`);
    const look = `select coalesce(array_agg(name), '{}') from storage.objects where name = '${name}'`;
    const sees = async (...actors: Actor[]) =>
      (
        await probe(
          db,
          actors.map((actor) => by(actor, look, { reads: true })),
        )
      ).map(({ count }) => count === 1);
    expect(await sees(member, owner, visitor)).toEqual([true, false, false]);
    await db.query("select set_config('request.jwt.claims', $1, true)", [member.claims]);
    await db.query("select public.set_my_avatar($1)", [path]);
    // The member's own face in this community stays as it was.
    expect(await sees(owner)).toEqual([false]);
    await db.query("select public.set_face_avatar($1, null)", [harbour.id]);
    await db.query("select set_config('request.jwt.claims', '', true)");
    expect(await sees(owner, visitor, outsider)).toEqual([true, true, true]);
    expect(await sees(actorOf("foreigner", harbour, meadow))).toEqual([false]);
  });
});

test("nobody takes a face, logo or picture of others for their own", async () => {
  await planted(async (db) => {
    const stranger = personOf(harbour, "owner");
    const outcomes = await probe(db, [
      by(member, `select public.set_my_avatar('people/${stranger}/${draft}')`),
      by(member, `select public.set_my_avatar('https://elsewhere.example/x.png')`),
      by(member, `select public.set_face_avatar('${harbour.id}', '${harbour.id}/${stranger}/${draft}')`),
      by(owner, `select public.set_logo('${harbour.id}', '${meadow.id}/${draft}')`),
      by(member, `select public.set_logo('${harbour.id}', null)`),
      by(owner, `select public.set_logo('${harbour.id}', '${harbour.id}/${draft}')`),
    ]);
    expect(outcomes.map(({ message }) => message)).toEqual([
      ...Array(4).fill("invalid:not_accepted"),
      "forbidden:role",
      "",
    ]);
  });
});

test("a token that the app did not mint brings no file in", async () => {
  await planted(async (db) => {
    const claims = JSON.stringify({ role: "authenticated", sub: member.me });
    const put = `insert into storage.objects (bucket_id, name) values ('avatars', '${harbour.id}/${member.me}/x/64.webp')`;
    const [past, own] = await probe(db, [{ role: "authenticated", claims, sql: put }, by(member, put)]);
    expect([past?.state, own?.state]).toEqual(["42501", "ok"]);
  });
});

test("two hundred pictures a day are enough", async () => {
  await planted(async (db) => {
    const add = (
      count: number,
    ) => `insert into public.media (tenant_id, owner_id, width, height, widths, bytes)
      select '${harbour.id}', '${member.me}', 1, 1, array[1], 1 from generate_series(1, ${count})`;
    await db.query(add(150));
    const [few, many] = await probe(db, [by(member, add(30)), by(member, add(60))]);
    expect([few?.state, many?.message]).toEqual(["ok", "rate_limited:uploads_per_day"]);
  });
});

test("what a text shows is counted to fifty", async () => {
  await planted(async (db) => {
    const [{ ids } = { ids: [] as string[] }] = await rowsOf<{ ids: string[] }>(
      db,
      `with made as (insert into public.media (tenant_id, owner_id, width, height, widths, bytes)
         select '${harbour.id}', '${member.me}', 1, 1, array[1], 1 from generate_series(1, 60) returning id)
       select array_agg(id::text) as ids from made`,
    );
    await db.query(
      `update public.posts set body = '${naming(...ids)}', author_id = '${member.me}' where id = '${post}'`,
    );
    const uses = await rowsOf(db, "select 1 from public.media_uses where post_id = $1", [post]);
    expect(uses).toHaveLength(50);
  });
});
