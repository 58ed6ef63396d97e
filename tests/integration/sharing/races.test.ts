import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Db } from "@/lib/supabase/client";
import { sql } from "../../support/stack.ts";
import { createCommunity, createPerson, dbOf, join, type Person } from "../people.ts";

let owner: Person;
let author: Person;
let reader: Person;
let home: { id: string; slug: string };
let away: { id: string; slug: string };

beforeAll(async () => {
  [owner, author, reader] = [
    await createPerson("Owner"),
    await createPerson("Author"),
    await createPerson("Reader"),
  ];
  [home, away] = [await createCommunity(owner), await createCommunity(owner)];
  for (const { id } of [home, away]) await join(author, id);
  await join(reader, away.id);
  const db = dbOf(owner);
  await call(db, "propose_connection", { p_tenant: home.id, p_slug: away.slug });
  await call(db, "answer_connection", { p_tenant: away.id, p_with: home.id, p_accept: true });
});

/** Calls a function; what the database refuses comes back as its message. */
async function call(db: Db, name: string, args: Record<string, unknown>): Promise<unknown> {
  const { data, error } = await db.rpc(name as "share_post", args as never);
  return error ? error.message : data;
}

async function post(by = author): Promise<string> {
  const id = randomUUID();
  const { error } = await dbOf(by)
    .from("posts")
    .insert({ tenant_id: home.id, id, author_id: by.id, visibility: "members", body: "Tides" });
  if (error) throw new Error(error.message);
  return id;
}

const grantSchema = z.object({ id: z.uuid(), state: z.literal("active") });
const share = (id: string, by = author) =>
  call(dbOf(by), "share_post", {
    p_tenant: home.id,
    p_post: id,
    p_target: away.id,
    p_consent: 1,
    p_locale: "en",
  });

const takeBack = (grant: string, by = author) =>
  call(dbOf(by), "revoke_share", { p_tenant: home.id, p_share: grant });

async function readable(id: string): Promise<boolean> {
  const { data } = await dbOf(reader, away.id).rpc("community_feed", { p_tenant: away.id, p_limit: 50 });
  return (data as { items: { id: string }[] }).items.some((item) => item.id === id);
}

async function open(id: string): Promise<{ id: string }[]> {
  return sql<{ id: string }>(
    "select id from public.content_sharing where post_id = $1 and state = 'active'",
    [id],
  );
}

test("the same share asked for many times at once is one", async () => {
  const id = await post();
  const given = (await Promise.all(Array.from({ length: 20 }, () => share(id)))) as {
    id: string;
    state: string;
  }[];
  expect(new Set(given.map((one) => one.id)).size).toBe(1);
  expect(await open(id)).toHaveLength(1);
  expect(await readable(id)).toBe(true);
});

test("five hundred grants and revokes at once end as the last that was committed", async () => {
  const authors = await Promise.all(Array.from({ length: 5 }, () => createPerson("Author")));
  for (const one of authors) for (const { id } of [home, away]) await join(one, id);
  const posts = await Promise.all(authors.map(async (by) => ({ by, id: await post(by) })));
  const answers = await Promise.all(
    posts.map(async ({ by, id }) => {
      const first = grantSchema.parse(await share(id, by)).id;
      return Promise.all(Array.from({ length: 5 }, (_, worker) => giveAndTake(by, id, first, worker)));
    }),
  );
  const changes = answers.flat(2);
  expect(changes).toHaveLength(500);
  expect(changes.filter((answer) => typeof answer === "string")).toEqual([]);
  for (const { id } of posts) {
    const [last] = await sql<{ grant: string; state: string; grants: number }>(
      `select stream_id as grant, data -> 'new' ->> 'state' as state,
         (count(*) filter (where data -> 'new' ->> 'state' = 'active') over ())::integer as grants
       from public.domain_events
       where type like 'share.%' and data -> 'new' ? 'state'
         and stream_id in (select s.id from public.content_sharing s where s.post_id = $1)
       order by seq desc limit 1`,
      [id],
    );
    expect(last?.grants).toBeGreaterThan(5);
    const grants = (await open(id)).map((one) => one.id);
    expect(grants).toEqual(last?.state === "active" ? [last.grant] : []);
    expect(await readable(id)).toBe(grants.length === 1);
    const [placed] = await sql<{ n: number }>(
      "select count(*)::integer as n from public.feed_items where post_id = $1 and tenant_id = $2",
      [id, away.id],
    );
    expect(placed?.n).toBe(grants.length);
  }
});

/** Twenty times, in turn: shares a post, and takes back the share that this worker heard of last. */
async function giveAndTake(by: Person, id: string, first: string, worker: number): Promise<unknown[]> {
  const answers: unknown[] = [];
  let held = first;
  for (let turn = 0; turn < 20; turn += 1) {
    const gives = (turn + worker) % 2 === 0;
    const answer = await (gives ? share(id, by) : takeBack(held, by));
    if (gives) held = grantSchema.safeParse(answer).data?.id ?? held;
    answers.push(answer);
  }
  return answers;
}

test("a share that runs while the connection ends does not outlive it", async () => {
  for (let round = 0; round < 5; round += 1) {
    const posts = await Promise.all(Array.from({ length: 6 }, () => post()));
    const [before] = await sql<{ n: number }>(
      "select count(*)::integer as n from public.content_sharing where tenant_id = $1 and state = 'active'",
      [home.id],
    );
    const [ended, ...given] = await Promise.all([
      call(dbOf(owner), "end_connection", { p_tenant: home.id, p_with: away.id }),
      ...posts.map((id) => share(id)),
    ]);
    const granted = given.filter((answer) => grantSchema.safeParse(answer).success);
    const refused = given.filter((answer) => answer === "forbidden:not_connected");
    expect(granted.length + refused.length).toBe(posts.length);
    // None was granted that the end did not take along.
    expect(ended).toBe((before?.n ?? 0) + granted.length);
    for (const id of posts) expect(await open(id)).toEqual([]);
    await call(dbOf(owner), "propose_connection", { p_tenant: home.id, p_slug: away.slug });
    await call(dbOf(owner), "answer_connection", { p_tenant: away.id, p_with: home.id, p_accept: true });
    for (const id of posts) expect(await readable(id)).toBe(false);
  }
  const id = await post();
  expect(grantSchema.safeParse(await share(id)).success).toBe(true);
  expect(await readable(id)).toBe(true);
});

test("communities that ask each other at once are asked once, and both sides agree on what came of it", async () => {
  const [one, other] = [await createCommunity(owner), await createCommunity(owner)];
  const ask = (from: typeof one, to: typeof one) =>
    call(dbOf(owner), "propose_connection", { p_tenant: from.id, p_slug: to.slug, p_direction: "out" });
  const asked = await Promise.all(
    Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? ask(one, other) : ask(other, one))),
  );
  expect(asked.filter((answer) => answer !== "conflict:connection_exists")).toHaveLength(1);
  const sides = () =>
    sql<{ tenant_id: string; state: string; ours: boolean; direction: string }>(
      "select tenant_id, state, ours, direction from public.community_connections where tenant_id = any($1)",
      [[one.id, other.id]],
    );
  const [asks, isAsked] = (await sides()).toSorted((a, b) => Number(b.ours) - Number(a.ours));
  expect(asks).toMatchObject({ state: "proposed", ours: true, direction: "out" });
  expect(isAsked).toMatchObject({ state: "proposed", ours: false, direction: "in" });
  const pair = (tenant: string | undefined) => ({
    p_tenant: tenant,
    p_with: tenant === one.id ? other.id : one.id,
  });
  await Promise.all([
    call(dbOf(owner), "answer_connection", { ...pair(isAsked?.tenant_id), p_accept: true }),
    call(dbOf(owner), "end_connection", pair(asks?.tenant_id)),
    call(dbOf(owner), "pause_connection", { ...pair(asks?.tenant_id), p_paused: true }),
  ]);
  expect(new Set((await sides()).map(({ state }) => state)).size).toBe(1);
});
