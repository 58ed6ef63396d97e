import { expect, test } from "vitest";
import { acting, as, at, tokenOf } from "./engine/acts.ts";
import { type Community, harbour, meadow, personOf } from "./engine/cast.ts";
import { type Db, rowsOf } from "./engine/db.ts";
import { planted } from "./engine/harness.ts";

/** Belongs to both communities, and plans. */
const owner = personOf(harbour, "dual");
const friend = personOf(harbour, "member");
const other = personOf(harbour, "admin");
const plan = "00000000-0000-7000-8000-0000000000a1";
const walk = "00000000-0000-7000-8000-0000000000b1";
const network = "00000000-0000-0000-0000-000000000000";

type Line = {
  id: string;
  kind: string;
  bucket: string;
  unread: boolean;
  count: number;
  people: { id: string }[];
  comment: { words: string } | null;
  journey: { id: string; title: string };
};
type Page = {
  items: Line[];
  next: { at: string; id: string } | null;
  personal: { unread: number; muted_until: string | null };
  communities: { id: string; unread: number }[];
};
type Count = { tenant_id: string; unread: number };

const ask = <T = unknown>(db: Db, person: string, call: string, bound?: Community) =>
  as<T>(db, tokenOf(person, bound), call);

async function call<T = unknown>(db: Db, person: string, expression: string): Promise<T> {
  const answer = await ask<T>(db, person, expression);
  if (typeof answer === "string" && /[: ]/.test(answer)) throw new Error(`${expression}: ${answer}`);
  return answer as T;
}

async function project(db: Db, limit = 5000): Promise<void> {
  await db.query("select private.project_journey_notices($1, '18446744073709551615')", [limit]);
  await db.query("select pg_sleep(0.002)");
}

const inbox = (db: Db, person: string, filter = "all", rest = "") =>
  call<Page>(db, person, `public.my_notifications('${filter}'${rest})`);
const kinds = async (db: Db, person: string, filter = "all") =>
  (await inbox(db, person, filter)).items
    .map((line) => line.kind)
    .filter((kind) => kind.startsWith("journey"));
async function counted(db: Db, person: string): Promise<Record<string, number>> {
  const all = await call<Count[]>(db, person, "public.notification_counts()");
  return Object.fromEntries(all.map((one) => [one.tenant_id, one.unread]));
}
const invite = (db: Db, by: string, person: string, role = "editor") =>
  ask(db, by, `public.invite_companion('${plan}', '${person}', '${role}')`);
const answer = (db: Db, person: string, yes: boolean) =>
  ask(db, person, `public.answer_companion('${plan}', ${yes})`);
const begin = (db: Db, by = owner) =>
  call(
    db,
    by,
    `public.create_journey('{"id": "${plan}", "title": "Two ports", "time_zone": "UTC"}',
      '[{"id": "${walk}", "kind": "free", "title": "Walk"}]')`,
  );
let said = 0;
async function say(db: Db, by: string, activity: string | null = null): Promise<string> {
  said += 1;
  const id = `d0000000-0000-7000-8000-${String(said).padStart(12, "0")}`;
  const about = activity === null ? "null" : `'${activity}'`;
  await call(db, by, `public.comment_journey('${plan}', '${id}', 'Word ${said}', ${about})`);
  await db.query("select pg_sleep(0.002)");
  return id;
}
const setMember = (db: Db, person: string, status: string) =>
  db.query("update public.tenant_users set status = $3 where tenant_id = $1 and user_id = $2", [
    harbour.id,
    person,
    status,
  ]);

test("an invitation stands in the inbox, in its total and in no community’s, while it holds", async () => {
  await planted(async (db) => {
    await begin(db);
    const before = await counted(db, friend);
    expect(before[network]).toBe(0);
    expect(await invite(db, owner, friend)).toBe("");
    await project(db);
    const [line] = (await inbox(db, friend, "journeys")).items;
    expect(line).toMatchObject({
      kind: "journey_invitation",
      bucket: "request",
      unread: true,
      people: [{ id: owner }],
      journey: { id: plan, title: "Two ports" },
    });
    expect(await counted(db, friend)).toEqual({ ...before, [network]: 1 });
    expect((await inbox(db, friend)).personal.unread).toBe(1);
    expect(await kinds(db, friend)).toEqual(["journey_invitation"]);
    expect(await kinds(db, friend, "requests")).toEqual(["journey_invitation"]);
    expect(await kinds(db, friend, "mentions")).toEqual([]);
    const place = await inbox(db, friend, "all", `, 'fixture-harbour'`);
    expect(place.items.some((one) => one.kind.startsWith("journey"))).toBe(false);
    // A community's host hears nothing of it.
    const there = await ask<Count[]>(db, friend, "public.notification_counts()", harbour);
    expect((there as Count[]).map((one) => one.tenant_id)).toEqual([harbour.id]);
    // Whoever knows its id reads it only as who it is for.
    expect(await call(db, other, `public.open_notification('${line?.id}')`)).toBeNull();
    expect(await call(db, other, `public.mark_notifications_read(array['${line?.id}']::uuid[])`)).toBe(0);
    expect(await counted(db, friend)).toMatchObject({ [network]: 1 });
    expect(await call(db, friend, `public.open_notification('${line?.id}')`)).toMatchObject({
      kind: "journey_invitation",
      community: null,
    });
    expect(await counted(db, friend)).toMatchObject({ [network]: 0 });
    // Another role is no news; taken back, it is gone before the worker comes.
    expect(await invite(db, owner, friend, "voter")).toBe("");
    await project(db);
    expect((await inbox(db, friend, "journeys")).items).toHaveLength(1);
    await call(db, owner, `public.withdraw_companion('${plan}', '${friend}')`);
    expect(await kinds(db, friend)).toEqual([]);
    expect(await answer(db, friend, true)).toContain("not_found:invitation");
    await project(db);
    expect(
      await rowsOf(db, `select 1 from public.personal_notifications where user_id = '${friend}'`),
    ).toEqual([]);
  });
});

test("it ends with what it rests on: a community that both belong to, the journey, its being open", async () => {
  await planted(async (db) => {
    await begin(db);
    await invite(db, owner, friend);
    await project(db);
    const open = async () => [
      (await kinds(db, friend)).length,
      (await counted(db, friend))[network],
      (await call(db, friend, `public.invitation_to_me('${plan}')`)) !== null,
    ];
    expect(await open()).toEqual([1, 1, true]);
    await setMember(db, friend, "suspended");
    expect(await open()).toEqual([0, 0, false]);
    expect(await answer(db, friend, true)).toContain("not_found:invitation");
    const invited = async () =>
      (await call<{ invited: unknown[] }>(db, owner, `public.journey_page('${plan}')`)).invited;
    expect(await invited()).toEqual([]);
    await setMember(db, friend, "active");
    await setMember(db, owner, "removed");
    expect(await open()).toEqual([0, 0, false]);
    await setMember(db, owner, "active");
    expect(await invited()).toMatchObject([{ id: friend, role: "editor", declined: false }]);
    await call(db, owner, `public.change_journey('${plan}', 1, '{"archived": true}')`);
    expect(await open()).toEqual([0, 0, false]);
    await call(db, owner, `public.change_journey('${plan}', 2, '{"archived": false}')`);
    expect(await open()).toEqual([1, 1, true]);
    await call(db, owner, `public.delete_journey('${plan}')`);
    expect(await open()).toEqual([0, 0, false]);
    await project(db);
    expect(
      await rowsOf(db, `select 1 from public.personal_notifications where journey_id = '${plan}'`),
    ).toEqual([]);
  });
});

test("only people whom one can find in a community of both can be named, by the owner alone", async () => {
  await planted(async (db) => {
    await begin(db, friend);
    const stranger = personOf(meadow, "member");
    expect(await invite(db, friend, stranger)).toContain("not_found:person");
    expect(await invite(db, friend, friend)).toContain("not_found:person");
    expect(await invite(db, friend, personOf(harbour, "keeper"))).toContain("not_found:person");
    expect(await invite(db, friend, personOf(harbour, "suspended"))).toContain("not_found:person");
    expect(await invite(db, friend, other)).toBe("");
    expect(await invite(db, other, owner)).toContain("not_found:journey");
    const found = async (person: string, query: string) =>
      call<{ id: string; standing: string | null }[]>(
        db,
        person,
        `public.companion_choices('${plan}', '${query}')`,
      );
    const [{ name } = { name: "" }] = await rowsOf<{ name: string }>(
      db,
      `select display_name as name from public.tenant_users where tenant_id = '${harbour.id}' and user_id = '${owner}'`,
    );
    expect((await found(friend, name)).map((one) => one.id)).toContain(owner);
    expect(await found(friend, name.slice(0, 1))).toEqual([]);
    await db.query("update public.tenant_users set listed = false where user_id = $1", [owner]);
    expect((await found(friend, name)).map((one) => one.id)).not.toContain(owner);
    expect(await invite(db, friend, owner)).toContain("not_found:person");
    expect(await ask(db, other, `public.companion_choices('${plan}', 'ad')`)).toContain("not_found:journey");
    // Accepted, one is on it, whatever becomes of the community afterwards.
    expect(await answer(db, other, true)).toBe(true);
    expect(await answer(db, other, true)).toBe(true);
    await setMember(db, other, "removed");
    expect(await call(db, other, `public.journey_page('${plan}')`)).not.toBeNull();
  });
});

test("a no is told to the owner, holds for thirty days, and leaves no line", async () => {
  await planted(async (db) => {
    await begin(db);
    await invite(db, owner, friend);
    await project(db);
    expect(await answer(db, friend, false)).toBe(false);
    expect(await answer(db, friend, false)).toBe(false);
    expect(await kinds(db, friend)).toEqual([]);
    expect(await invite(db, owner, friend)).toContain("conflict:companion_declined");
    await project(db);
    await db.query(
      "update public.journey_invitations set answered_at = now() - interval '31 days' where state = 'declined'",
    );
    expect(await invite(db, owner, friend)).toBe("");
    await project(db);
    expect(await kinds(db, friend)).toEqual(["journey_invitation"]);
    // A link is a way in too, and then nothing is left to be answered.
    await call(db, owner, `public.invite_to_journey('${plan}', repeat('a', 64), 'voter')`);
    await call(db, friend, `public.join_journey(repeat('a', 64))`);
    expect(await kinds(db, friend)).toEqual([]);
    expect(await rowsOf(db, `select 1 from public.journey_invitations where journey_id = '${plan}'`)).toEqual(
      [],
    );
  });
});

test("owners hear who came along, and who talks about something hears what is said of it", async () => {
  await planted(async (db) => {
    await begin(db);
    for (const person of [friend, other]) {
      await invite(db, owner, person);
      await answer(db, person, true);
      await db.query("select pg_sleep(0.002)");
    }
    await project(db);
    const [joined, ...more] = (await inbox(db, owner, "journeys")).items;
    expect([joined?.kind, joined?.count, more]).toEqual(["journey_joined", 2, []]);
    expect(joined?.people.map(({ id }) => id).sort()).toEqual([friend, other].sort());
    await say(db, friend, walk);
    const last = await say(db, other, walk);
    await project(db);
    // In small pieces or at once: the same.
    const rows = `select user_id, kind, cause_id,
        count(*) filter (where is_latest) over (partition by user_id, group_key)::integer as latest
      from public.personal_notifications where journey_id = '${plan}' order by 1, 2, 3`;
    const once = await rowsOf(db, rows);
    await db.query("delete from public.personal_notifications");
    await db.query("update private.event_consumers set txid = '0', seq = 0 where name = 'journey_notices'");
    for (let turn = 0; turn < 40; turn += 1) await project(db, 50);
    expect(await rowsOf(db, rows)).toEqual(once);
    expect((await inbox(db, friend, "journeys")).items).toMatchObject([
      { kind: "journey_comment", count: 1, people: [{ id: other }], comment: { words: `Word ${said}` } },
    ]);
    expect(await kinds(db, other)).toEqual([]);
    expect((await counted(db, owner))[network]).toBe(2);
    // Removed, hidden from me, or no longer mine to read: not a word is left.
    await call(db, other, `public.remove_journey_comment('${plan}', '${last}')`);
    expect(await kinds(db, friend)).toEqual([]);
    const ofOwner = (await inbox(db, owner, "journeys")).items;
    expect(ofOwner.find((one) => one.kind === "journey_comment")).toMatchObject({
      count: 1,
      people: [{ id: friend }],
    });
    await say(db, owner, walk);
    await project(db);
    expect(await kinds(db, friend)).toEqual(["journey_comment"]);
    await call(db, owner, `public.change_activity('${plan}', '${walk}', 1, '{"visible_to": "me"}')`);
    expect(await kinds(db, friend)).toEqual([]);
    await call(db, owner, `public.change_activity('${plan}', '${walk}', 2, '{"visible_to": "companions"}')`);
    expect(await kinds(db, friend)).toEqual(["journey_comment"]);
    await call(db, owner, `public.set_companion('${plan}', '${friend}')`);
    expect([await kinds(db, friend), (await counted(db, friend))[network]]).toEqual([[], 0]);
    expect(
      (await inbox(db, owner, "journeys")).items.find((one) => one.kind === "journey_joined"),
    ).toMatchObject({
      people: [{ id: other }],
    });
  });
});

test("journeys can be muted as a community can, and read all at once", async () => {
  await planted(async (db) => {
    await begin(db);
    await invite(db, owner, friend);
    await project(db);
    const community = (await counted(db, friend))[harbour.id];
    expect(await call(db, friend, `public.mute_notifications('${network}', 'day')`)).not.toBeNull();
    expect([(await counted(db, friend))[network], await kinds(db, friend)]).toEqual([0, []]);
    expect(await kinds(db, friend, "journeys")).toEqual(["journey_invitation"]);
    expect((await inbox(db, friend)).personal.muted_until).not.toBeNull();
    await call(db, friend, `public.mute_notifications('${network}')`);
    expect((await counted(db, friend))[network]).toBe(1);
    // The communities' lines stay unread.
    const read = `public.mark_notifications_read(null, '${network}', now() + interval '1 hour')`;
    expect(await call(db, friend, read)).toBe(1);
    expect(await counted(db, friend)).toMatchObject({ [network]: 0, [harbour.id]: community });
  });
});

test("the page goes on over both kinds of lines, each once, and costs no more for a long talk", async () => {
  await planted(async (db) => {
    await begin(db);
    await invite(db, owner, friend);
    await answer(db, friend, true);
    await project(db);
    const cost = (expression: string) =>
      acting(db, at("dual", harbour), async () => {
        const [row] = await rowsOf<{ "QUERY PLAN": { Plan: { "Shared Hit Blocks": number } }[] }>(
          db,
          `explain (analyze, buffers, timing off, format json) select ${expression}`,
        );
        return row?.["QUERY PLAN"][0]?.Plan["Shared Hit Blocks"] ?? 0;
      });
    const talk = async (n: number) => {
      await db.query(
        `with said as (
           insert into public.journey_comments (journey_id, activity_id, author_id, body)
           select $1, $2, $3, 'Word' from generate_series(1, $4) returning id)
         insert into public.personal_notifications (user_id, kind, actor_id, journey_id, activity_id, comment_id, cause_id,
           group_key, is_latest, created_at)
         select $5, 'journey_comment', $3, $1, $2, s.id, s.id, 'journey_comment:' || $2, false, now() from said s`,
        [plan, walk, friend, n, owner],
      );
      await db.query(
        `with newest as (
           select x.id from public.personal_notifications x where x.group_key = 'journey_comment:' || $2 and x.user_id = $1
           order by x.created_at desc, x.id desc limit 1)
         update public.personal_notifications n set is_latest = not n.is_latest
         where n.user_id = $1 and n.kind = 'journey_comment' and n.is_latest <> (n.id = (select id from newest))`,
        [owner, walk],
      );
      // The planner knows of these rows, as it does where a talk has grown.
      await db.query("analyze public.personal_notifications, public.journey_comments");
      await cost("public.my_notifications('journeys')");
      return [
        Number(await cost("public.my_notifications('journeys')")),
        Number(await cost("public.notification_counts()")),
      ];
    };
    const [page = 0, counts = 0] = await talk(20);
    const [longPage = 0, longCounts = 0] = await talk(2000);
    expect(longPage).toBeLessThan(page * 1.3 + 40);
    expect(longCounts).toBeLessThan(counts * 1.3 + 40);

    // Among lines of communities, some of the same moment.
    await db.query(
      `insert into public.notifications (tenant_id, user_id, kind, cause_id, group_key, created_at)
       select t.id, $1, 'member_approved', gen_random_uuid(), 'x' || n, now() + make_interval(mins => n - 2)
       from unnest($2::uuid[]) t(id), generate_series(0, 3) n`,
      [owner, [harbour.id, meadow.id]],
    );
    const seen: string[] = [];
    let before = "null, null";
    for (;;) {
      const { items, next } = await inbox(db, owner, "all", `, null, ${before}, 1`);
      seen.push(...items.map((one) => one.id));
      if (!next) break;
      before = `'${next.at}', '${next.id}'`;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(
      (await inbox(db, owner, "all", ", null, null, null, 50")).items.map((one) => one.id),
    );
    expect(seen).toHaveLength(10);
  });
});
