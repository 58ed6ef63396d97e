import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../lib/ids/uuid.ts";
import { type Stack, startStack } from "../../supabase/local/stack.ts";
import { seedNetwork } from "../bench/seed/index.ts";
import { budgetSize } from "../bench/seed/size.ts";
import { person, visitor } from "../bench/sql/caller.ts";
import {
  communityFeed,
  communityFeedBy,
  cursorOfPage,
  directoryBy,
  membersBy,
  membersNarrowed,
  pageBuffers,
  postPage,
  postThread,
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

function unifiedBuffers(id: string, before: string | null = null, beforeId: string | null = null) {
  return pageBuffers(client, person(id), unifiedFeed, [before, beforeId]);
}

describe("what a page may touch", () => {
  it.each([3, 10, 50])("the unified feed's first page with %i communities", async (memberships) => {
    for (const id of await peopleWith(admin, memberships, 3)) {
      const streams = await streamsOf(client, id);
      expect(await unifiedBuffers(id)).toBeLessThanOrEqual(5 * streams + 360);
    }
  });

  it("the unified feed's page 50 costs what page 1 costs", async () => {
    for (const id of await peopleWith(admin, 50, 2)) {
      const { before, id: beforeId } = await cursorOfPage(client, id, 50);
      const first = await unifiedBuffers(id);
      expect(await unifiedBuffers(id, before, beforeId)).toBeLessThanOrEqual(1.2 * first);
    }
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
    const { tenant, members } = await largestCommunity(admin, 1);
    const reader = members[0] ?? "";
    const post = newId();
    const ids = Array.from({ length: 1000 }, (_, n) => newId(Date.now() + n));
    const rows = ids.map((id, n) => ({ id, parent_id: n < threads ? null : ids[n - threads] }));
    await admin.query(
      "insert into public.posts (tenant_id, id, author_id, body) values ($1, $2, $3, 'Talk')",
      [tenant, post, reader],
    );
    await admin.query(
      `insert into public.post_comments (tenant_id, id, post_id, author_id, parent_id, body)
       select $1, i.id, $2, $3, i.parent_id, 'A thought of some length, as people have them.'
       from json_to_recordset($4::json) as i(id uuid, parent_id uuid)`,
      [tenant, post, reader, JSON.stringify(rows)],
    );
    const caller = person(reader, tenant);
    expect(await pageBuffers(client, caller, postPage, [tenant, post])).toBeLessThanOrEqual(1600);
    expect(await pageBuffers(client, caller, postThread, [tenant, post, ids[900]])).toBeLessThanOrEqual(250);
  });
});
