import { expect, test } from "vitest";
import { acting, at } from "./engine/acts.ts";
import { harbour, meadow } from "./engine/cast.ts";
import { rowsOf } from "./engine/db.ts";
import { planted } from "./engine/harness.ts";
import {
  answer,
  begin,
  counted,
  inbox,
  invite,
  kinds,
  network,
  other,
  project,
  say,
  walk,
} from "./engine/journey-inbox.ts";
import { call, friend, owner, plan } from "./engine/journeys.ts";

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
      { kind: "journey_comment", count: 1, people: [{ id: other }], comment: { words: last.words } },
    ]);
    expect(await kinds(db, other)).toEqual([]);
    expect((await counted(db, owner))[network]).toBe(2);
    // Removed, hidden from me, or no longer mine to read: not a word is left.
    await call(db, other, `public.remove_journey_comment('${plan}', '${last.id}')`);
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
