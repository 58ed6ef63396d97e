import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../lib/ids/uuid.ts";
import { type Stack, startStack } from "../../supabase/local/stack.ts";
import { seedNetwork } from "../bench/seed/index.ts";
import { budgetSize } from "../bench/seed/size.ts";
import { asCaller, person, visitor } from "../bench/sql/caller.ts";
import { buffersOf } from "../bench/sql/explain.ts";
import { unreadLines } from "../bench/sql/inbox.ts";
import {
  balancedFeed,
  communityFeed,
  communityFeedBy,
  cursorOfPage,
  directoryBy,
  inboxCounts,
  membersBy,
  membersNarrowed,
  pageBuffers,
  postPage,
  postThread,
  recommendations,
  streamsOf,
  unifiedFeed,
} from "../bench/sql/pages.ts";
import { largestCommunity, peopleWith } from "../bench/sql/sample.ts";

// Buffers do not depend on the machine, so they are asserted where times could not be.
// A stack of its own: the seed's communities would crowd other tests' lists.
let stack: Stack;
let admin: pg.Client;
let client: pg.Client;

beforeAll(async () => {
  stack = await startStack({ siteUrl: "http://archipelago.localhost:3000", ephemeral: true });
  await seedNetwork(stack.adminDatabaseUrl, budgetSize);
  admin = new pg.Client({ connectionString: stack.adminDatabaseUrl });
  client = new pg.Client({ connectionString: stack.databaseUrl });
  await Promise.all([admin.connect(), client.connect()]);
}, 180_000);

afterAll(async () => {
  await Promise.all([admin?.end(), client?.end()]);
  await stack?.stop();
});

const orders = [
  ["by time", unifiedFeed],
  ["balanced", balancedFeed],
] as const;

/** A post with a thousand comments, each thread as long as the others. */
async function talk(threads: number) {
  const { tenant, members } = await largestCommunity(admin, 1);
  const reader = members[0] ?? "";
  const post = newId();
  const ids = Array.from({ length: 1000 }, (_, n) => newId(Date.now() + n));
  const rows = ids.map((id, n) => ({ id, parent_id: n < threads ? null : ids[n - threads] }));
  await admin.query("insert into public.posts (tenant_id, id, author_id, body) values ($1, $2, $3, 'Talk')", [
    tenant,
    post,
    reader,
  ]);
  await admin.query(
    `insert into public.post_comments (tenant_id, id, post_id, author_id, parent_id, body)
     select $1, i.id, $2, $3, i.parent_id, 'A thought of some length, as people have them.'
     from json_to_recordset($4::json) as i(id uuid, parent_id uuid)`,
    [tenant, post, reader, JSON.stringify(rows)],
  );
  return { tenant, reader, post, last: ids[900] };
}

/** A journey of somebody over four months, with events of their communities. Gives its id. */
async function fullJourney(id: string): Promise<string | undefined> {
  const { rows } = await admin.query<{ journey_id: string }>(
    `with journey as (
       insert into public.user_journeys (owner_id, title, time_zone, starts_on, ends_on)
       values ($1, 'Full', 'UTC', '2027-02-01', '2027-06-01') returning id)
     insert into public.journey_activities (journey_id, kind, source_tenant_id, source_id, kept_title, starts_local, ends_local,
       time_zone, added_by)
     select j.id, 'event', e.tenant_id, e.id, 'Planned', e.starts_local, e.ends_local, e.time_zone, $1
     from journey j, public.events e join public.tenant_users m on m.tenant_id = e.tenant_id and m.user_id = $1
     where e.starts_at > '2027-02-01' order by e.id limit 40 returning journey_id`,
    [id],
  );
  expect(rows).toHaveLength(40);
  return rows[0]?.journey_id;
}

describe("what a page may touch", () => {
  it.each(orders)("the unified feed's first page, %s, with 3, 10 and 50 communities", async (_, feed) => {
    for (const memberships of [3, 10, 50]) {
      for (const id of await peopleWith(admin, memberships, 3)) {
        const streams = await streamsOf(client, id);
        const buffers = await pageBuffers(client, person(id), feed, [null, null]);
        expect(buffers).toBeLessThanOrEqual(5 * streams + 520);
      }
    }
  });

  it("suggestions over 50 communities, in general and for a journey", async () => {
    for (const id of await peopleWith(admin, 50, 3)) {
      const { rows } = await admin.query<{ id: string }>(
        "insert into public.user_journeys (owner_id, title, time_zone, starts_on, ends_on) values ($1, 'Porto', 'UTC', '2027-02-01', '2027-06-01') returning id",
        [id],
      );
      for (const { journey, least } of [
        { journey: null, least: 24 },
        { journey: rows[0]?.id, least: 24 },
        { journey: await fullJourney(id), least: 12 },
      ]) {
        const found = await asCaller(client, person(id), () =>
          client.query<{ n: number }>(
            "select jsonb_array_length(public.recommendation_input($1) -> 'items') as n",
            [journey],
          ),
        );
        expect(found.rows[0]?.n).toBeGreaterThanOrEqual(least);
        const buffers = await pageBuffers(client, person(id), recommendations, [journey]);
        expect(buffers).toBeLessThanOrEqual(2000);
      }
    }
  });

  it.each(orders)("the unified feed's page 50, %s, costs what page 1 costs", async (_, feed) => {
    for (const id of await peopleWith(admin, 50, 2)) {
      const { before, id: beforeId } = await cursorOfPage(client, id, 50, feed);
      const first = await pageBuffers(client, person(id), feed, [null, null]);
      const later = await pageBuffers(client, person(id), feed, [before, beforeId]);
      expect(later).toBeLessThanOrEqual(1.2 * first);
    }
  });

  it("grants, where everything on a page stands at home", async () => {
    const { tenant } = await largestCommunity(admin, 1);
    const homes = "array(select tenant_id from public.posts where tenant_id = $1 order by id limit 20)";
    const posts = "array(select id from public.posts where tenant_id = $1 order by id limit 20)";
    const keys = await buffersOf(admin, `select ${homes}, ${posts}`, [tenant]);
    const asked = `select count(*) from private.live_shares(${homes}, ${posts}, array_fill($1, array[20]))`;
    expect(await buffersOf(admin, asked, [tenant])).toBe(keys);
  });

  it("the feed of the largest community", async () => {
    const { tenant, members } = await largestCommunity(admin, 3);
    const first = [tenant, null, null];
    for (const id of members) {
      expect(await pageBuffers(client, person(id, tenant), communityFeed, first)).toBeLessThanOrEqual(350);
    }
    expect(await pageBuffers(client, visitor(tenant), communityFeed, first)).toBeLessThanOrEqual(350);
  });

  it.each(["new", "active", "day", "week", "month"])(
    "that feed by %s, whole, under a tag, of a type",
    async (sort) => {
      const { tenant, members } = await largestCommunity(admin, 3);
      for (const [tag, type] of [
        [null, null],
        ["news", null],
        [null, "question"],
        ["news", "announcement"],
      ]) {
        for (const reader of [...members.map((id) => person(id, tenant)), visitor(tenant)]) {
          const values = [tenant, sort, tag, type];
          expect(await pageBuffers(client, reader, communityFeedBy, values)).toBeLessThanOrEqual(350);
        }
      }
    },
  );

  it.each(["members", "new", "name"])("the directory by %s, whole, narrowed and searched", async (sort) => {
    const asker = person((await peopleWith(admin, 10, 1))[0] ?? "");
    for (const values of [
      [sort, "", null],
      [sort, "", "en"],
      [sort, "zzz", null],
    ]) {
      expect(await pageBuffers(client, asker, directoryBy, values)).toBeLessThanOrEqual(500);
    }
  });

  it("the list of many thousand members, whole and by role, however few have it", async () => {
    const { tenant, members } = await largestCommunity(admin, 1);
    await admin.query(
      `with people as (
         insert into public.profiles (id, display_name, is_placeholder)
         select gen_random_uuid(), 'Newcomer', true from generate_series(1, 8000) returning id, display_name)
       insert into public.tenant_users (tenant_id, user_id, display_name, joined_at)
       select $1, id, display_name, now() from people`,
      [tenant],
    );
    const caller = person(members[0] ?? "", tenant);
    for (const role of [null, "owner", "admin", "moderator", "member"]) {
      const page = await pageBuffers(client, caller, membersBy, [tenant, role, ""]);
      expect(page, `${role}`).toBeLessThanOrEqual(900);
      if (role !== null && role !== "member") {
        const found = await pageBuffers(client, caller, membersBy, [tenant, role, "zzz"]);
        expect(found, `${role}, searched`).toBeLessThanOrEqual(100);
      }
    }
  });

  it("members of a large community by name, by part of a name, by word and city", async () => {
    const { tenant, members } = await largestCommunity(admin, 1);
    // Past the triggers: one transaction that writes one word's count thousands of times is no case of life.
    await admin.query("begin");
    await admin.query("set local session_replication_role = replica");
    await admin.query(
      `with people as (
         insert into public.profiles (id, display_name, is_placeholder)
         select gen_random_uuid(), initcap(substr(md5(n::text), 1, 7)) || ' Quarterdeck', true
         from generate_series(1, 8000) n returning id, display_name),
       numbered as (select *, row_number() over () as n from people),
       members as (
         insert into public.tenant_users (tenant_id, user_id, display_name, joined_at, found_by, found_by_moderators)
         select $1, p.id, p.display_name, now(), w.words, w.words from numbered p
         cross join lateral (select case when n % 10 = 0 then array['city:faro'] else array['city:lisbon'] end
           || case when n % 100 = 0 then array['tag:knots'] else '{}' end as words) w)
       insert into public.member_details (tenant_id, user_id, city, skills)
       select $1, id, case when n % 10 = 0 then 'Faro' else 'Lisbon' end,
         case when n % 100 = 0 then array['knots'] else '{}' end from numbered`,
      [tenant],
    );
    await admin.query("commit");
    const caller = person(members[0] ?? "", tenant);
    for (const [what, most, ...values] of [
      ["by name", 850, "name", "", null, null],
      ["a rare part of a name", 150, "new", "3f2a", null, null],
      ["no name", 100, "new", "zzzzz", null, null],
      ["a part of every name", 2400, "new", "arterde", null, null],
      ["a rare word", 950, "new", "", "knots", null],
      ["a word in a city", 1200, "name", "", "knots", "faro"],
      ["a city of a tenth", 1700, "new", "", null, "faro"],
      ["a city of most", 1400, "name", "", null, "lisbon"],
    ] as const) {
      expect(
        await pageBuffers(client, caller, membersNarrowed, [tenant, ...values]),
        what,
      ).toBeLessThanOrEqual(most);
    }
  });

  it.each([
    ["in forty threads", 40],
    ["in a thousand threads", 1000],
    ["in twenty threads", 20],
  ])("a post with a thousand comments %s", async (_, threads) => {
    const { tenant, reader, post, last } = await talk(threads);
    const caller = person(reader, tenant);
    expect(await pageBuffers(client, caller, postPage, [tenant, post])).toBeLessThanOrEqual(1600);
    expect(await pageBuffers(client, caller, postThread, [tenant, post, last])).toBeLessThanOrEqual(250);
  });

  it("what is unread in fifty communities, for a thousand lines and for ten thousand", async () => {
    const [me = ""] = await peopleWith(admin, 50, 1);
    await unreadLines(admin, me, 20);
    const few = await pageBuffers(client, person(me), inboxCounts, []);
    expect(few).toBeLessThanOrEqual(2000);
    await unreadLines(admin, me, 180);
    await admin.query("vacuum (analyze) public.notifications");
    const many = await pageBuffers(client, person(me), inboxCounts, []);
    expect(many).toBeLessThanOrEqual(1000);
  });

  it("a link to a comment of a long thread, where most posts have few comments", async () => {
    await admin.query("vacuum (analyze) public.post_comments");
    const { tenant, reader, post, last } = await talk(40);
    const read = pageBuffers(client, person(reader, tenant), postThread, [tenant, post, last]);
    expect(await read).toBeLessThanOrEqual(250);
  });
});
