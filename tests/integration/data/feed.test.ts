import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { getSavedPosts } from "@/lib/bookmarks/queries";
import { parseFeedCursor } from "@/lib/feed/cursor";
import { countNewerPosts, getCommunityFeed } from "@/lib/feed/queries";
import { getUnifiedPage } from "@/lib/feed/unified-queries";
import { WHOLE_STREAM } from "@/lib/feed/unified-rules";
import { type FeedView, WHOLE_FEED } from "@/lib/feed/views";
import { createDb } from "@/lib/supabase/client";
import { sql } from "../../support/stack.ts";
import { createCommunity, createPerson, dbOf, join, type Person } from "../people.ts";

let owner: Person;
let reader: Person;
let tenant: { id: string };

const at = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

/** Folds until nothing of this community waits: other files write many changes beside it, and one run takes a batch. */
const fold = () =>
  vi.waitFor(async () => {
    await sql("select private.fold_counters()");
    const waiting = await sql("select 1 from private.counter_deltas where tenant_id = $1 limit 1", [
      tenant.id,
    ]);
    expect(waiting).toEqual([]);
  });

/** A post written so many hours ago; its title names it. */
async function write(
  title: string,
  hours: number,
  over: { visibility?: string; tags?: string[]; kind?: string; body?: string } = {},
) {
  const id = randomUUID();
  await sql(
    `insert into public.posts (tenant_id, id, author_id, title, body, visibility, tags, kind, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tenant.id,
      id,
      owner.id,
      title,
      over.body ?? "Words",
      over.visibility ?? "members",
      over.tags ?? [],
      over.kind ?? "discussion",
      at(hours),
    ],
  );
  return id;
}

async function comment(post: string, hours: number) {
  await sql(
    "insert into public.post_comments (tenant_id, post_id, author_id, body, created_at) values ($1, $2, $3, 'Yes', $4)",
    [tenant.id, post, owner.id, at(hours)],
  );
}

const read = (view: Partial<FeedView> = {}, db = dbOf(reader, tenant.id), limit = 20) =>
  getCommunityFeed({ db, tenant }, { view: { ...WHOLE_FEED, ...view }, limit });
const titles = ({ items }: { items: { title: string | null }[] }) => items.map(({ title }) => title);
const visitor = () => createDb({ scope: "community", tenantId: tenant.id }, "test-request");

beforeAll(async () => {
  [owner, reader] = await Promise.all([createPerson("Olu"), createPerson("Mei")]);
  tenant = await createCommunity(owner);
  await join(reader, tenant.id);
  const old = await write("old", 24 * 50, { visibility: "public", tags: ["Vals"] });
  const week = await write("week", 24 * 4, { visibility: "public", tags: ["vals", "ronda"] });
  await write("day", 3, { tags: ["ronda"] });
  await write("diary", 2, { visibility: "me" });
  await comment(old, 1);
  await comment(week, 20);
  await comment(week, 19);
  await fold();
});

describe("the orders of a feed", () => {
  it("are newest, latest answer, and the most answered of a time", async () => {
    expect(titles(await read())).toEqual(["day", "week", "old"]);
    expect(titles(await read({ sort: "active" }))).toEqual(["old", "day", "week"]);
    expect(titles(await read({ sort: "week" }))).toEqual(["week"]);
    expect(titles(await read({ sort: "day" }))).toEqual([]);
  });

  it("show visitors what is public, in each of them", async () => {
    expect(titles(await read({}, visitor()))).toEqual(["week", "old"]);
    expect(titles(await read({ sort: "active" }, visitor()))).toEqual(["old", "week"]);
    expect(titles(await read({ sort: "month" }, visitor()))).toEqual(["week"]);
    expect(titles(await read({ tag: "vals" }, visitor()))).toEqual(["week", "old"]);
    expect(titles(await read({ tag: "ronda" }, visitor()))).toEqual(["week"]);
    expect(titles(await read({ mine: true }, visitor()))).toEqual([]);
  });

  it("can be narrowed to a tag however it is written, and to what one wrote", async () => {
    expect(titles(await read({ tag: "VALS" }))).toEqual(["week", "old"]);
    expect(titles(await read({ tag: "vals", sort: "active" }))).toEqual(["old", "week"]);
    expect(titles(await read({ tag: "vals", sort: "month" }))).toEqual(["week"]);
    expect(titles(await read({ mine: true }))).toEqual([]);
    expect(titles(await read({ mine: true }, dbOf(owner, tenant.id)))).toEqual([
      "diary",
      "day",
      "week",
      "old",
    ]);
    expect(titles(await read({ group: randomUUID() }))).toEqual([]);
  });

  it.each(["new", "active", "month"] as const)("go on where a page by %s ended", async (sort) => {
    const whole = titles(await read({ sort }));
    const paged: (string | null)[] = [];
    let next: string | null = "";
    while (next !== null) {
      const before = next === "" ? null : parseFeedCursor(next);
      const page = await getCommunityFeed(
        { db: dbOf(reader, tenant.id), tenant },
        { before, limit: 1, view: { ...WHOLE_FEED, sort } },
      );
      paged.push(...titles(page));
      next = page.next;
    }
    expect(paged).toEqual(whole);
  });

  it.each<[string, Partial<FeedView>]>([
    ["the whole", {}],
    ["the liveliest", { sort: "active" }],
    ["a tag", { tag: "vals" }],
  ])("end with the last post: %s", async (_, view) => {
    const all = titles(await read(view)).length;
    expect(all).toBeGreaterThan(1);
    const exact = await read(view, dbOf(reader, tenant.id), all);
    expect([titles(exact).length, exact.next]).toEqual([all, null]);
    const short = await read(view, dbOf(reader, tenant.id), all - 1);
    expect([titles(short).length, short.next]).toEqual([all - 1, expect.any(String)]);
  });

  it("end with the last post over all communities and among one's own", async () => {
    const over = (limit: number) => getUnifiedPage(dbOf(reader), { view: WHOLE_STREAM, limit });
    expect(await over(3)).toMatchObject({ items: { length: 3 }, next: null });
    expect(await over(2)).toMatchObject({ items: { length: 2 }, next: expect.any(String) });
    const mine = (limit: number) => read({ mine: true }, dbOf(owner, tenant.id), limit);
    expect(await mine(4)).toMatchObject({ items: { length: 4 }, next: null });
    expect(await mine(3)).toMatchObject({ items: { length: 3 }, next: expect.any(String) });
  });

  it("follow a post that changes its tags, its audience, or goes", async () => {
    const id = await write("moving", 5, { visibility: "public", tags: ["new moon"] });
    await comment(id, 4);
    await fold();
    expect(titles(await read({ tag: "new moon", sort: "day" }, visitor()))).toEqual(["moving"]);
    await sql("update public.posts set tags = '{tide}', visibility = 'members' where id = $1", [id]);
    expect(titles(await read({ tag: "new moon" }))).toEqual([]);
    expect(titles(await read({ tag: "tide", sort: "day" }))).toEqual(["moving"]);
    expect(titles(await read({ tag: "tide", sort: "active" }, visitor()))).toEqual([]);
    await dbOf(owner, tenant.id).rpc("remove_post", { p_tenant: tenant.id, p_post: id });
    expect(titles(await read({ tag: "tide", sort: "day" }))).toEqual([]);
  });

  it("can be narrowed to a type, which may be said or follow from the text, alone and under a tag", async () => {
    const picture = `![Dawn](/media/${randomUUID()}/640.webp)`;
    const ids = [
      await write("asked", 9, { kind: "question", tags: ["tide"], visibility: "public", body: picture }),
      await write("asked twice", 8, { kind: "question" }),
      await write("announced", 7, { kind: "announcement", body: "See https://example.org/a" }),
    ];
    const [asked = ""] = ids;
    await comment(asked, 1);
    await fold();
    expect(titles(await read({ type: "question" }))).toEqual(["asked twice", "asked"]);
    expect(titles(await read({ type: "question", sort: "active" }))).toEqual(["asked", "asked twice"]);
    expect(titles(await read({ type: "question", sort: "day" }))).toEqual(["asked"]);
    expect(titles(await read({ type: "question", tag: "Tide", sort: "day" }))).toEqual(["asked"]);
    expect(titles(await read({ type: "question", tag: "tide" }))).toEqual(["asked"]);
    expect(titles(await read({ type: "announcement", tag: "tide" }))).toEqual([]);
    expect(titles(await read({ type: "picture" }, visitor()))).toEqual(["asked"]);
    expect(titles(await read({ type: "link" }))).toEqual(["announced"]);
    expect(titles(await read({ type: "link" }, visitor()))).toEqual([]);
    await sql("update public.posts set kind = 'discussion', body = 'http://example.org' where id = $1", [
      asked,
    ]);
    expect(titles(await read({ type: "picture" }))).toEqual([]);
    expect(titles(await read({ type: "link", tag: "tide", sort: "day" }))).toEqual(["asked"]);
    for (const id of ids) await sql("delete from public.posts where id = $1", [id]);
  });

  it("let moderators announce, and nobody else", async () => {
    const words = { body: "Low tide at six", visibility: "members" };
    const announce = (person: Person) =>
      dbOf(person, tenant.id)
        .from("posts")
        .insert({
          id: randomUUID(),
          tenant_id: tenant.id,
          author_id: person.id,
          kind: "announcement",
          ...words,
        });
    expect((await announce(reader)).error?.message).toBe("forbidden:role");
    expect((await announce(owner)).error).toBeNull();
    const id = randomUUID();
    const question = { id, tenant_id: tenant.id, author_id: reader.id, kind: "question", ...words };
    expect((await dbOf(reader, tenant.id).from("posts").insert(question)).error).toBeNull();
    const raised = await dbOf(reader, tenant.id).from("posts").update({ kind: "announcement" }).eq("id", id);
    expect(raised.error?.message).toBe("forbidden:role");
    await sql("delete from public.posts where tenant_id = $1 and body = $2", [tenant.id, words.body]);
  });

  it("let posts grow out of the best of a time", async () => {
    const id = await write("fading", 1);
    await comment(id, 1);
    await fold();
    expect(titles(await read({ sort: "day" }))).toEqual(["fading"]);
    await sql("update private.feed_tops set created_at = now() - interval '3 days' where post_id = $1", [id]);
    expect(titles(await read({ sort: "day" }))).toEqual([]);
    await sql("select private.age_feed_tops()");
    expect(await sql("select age from private.feed_tops where post_id = $1", [id])).toEqual([{ age: 2 }]);
    await sql("update private.feed_tops set created_at = now() - interval '31 days' where post_id = $1", [
      id,
    ]);
    await sql("select private.age_feed_tops()");
    expect(await sql("select age from private.feed_tops where post_id = $1", [id])).toEqual([]);
    await dbOf(owner, tenant.id).rpc("remove_post", { p_tenant: tenant.id, p_post: id });
  });
});

describe("what one keeps about a feed", () => {
  it("is the order it opens with, and until when one has seen it, each without the other", async () => {
    const db = dbOf(reader, tenant.id);
    const keep = (change: object) => db.rpc("keep_feed_view", { p_tenant: tenant.id, ...change });
    expect(await read()).toMatchObject({ sort: "new", keptSort: null, seenAt: null });
    await keep({ p_sort: "active" });
    await keep({ p_seen_at: at(2) });
    await keep({ p_seen_at: at(9) });
    const kept = await read();
    expect(kept).toMatchObject({ sort: "active", keptSort: "active" });
    expect(Math.abs(Date.parse(kept.seenAt ?? "") - Date.parse(at(2)))).toBeLessThan(60_000);
    expect(await read({ sort: "new" })).toMatchObject({ sort: "new", keptSort: "active" });
    expect(await read({}, dbOf(owner, tenant.id))).toMatchObject({ sort: "new", seenAt: null });
    expect((await keep({ p_sort: "hot" })).error?.message).toContain("sort");
    const outsider = await createPerson();
    const refused = await dbOf(outsider, tenant.id).rpc("keep_feed_view", { p_tenant: tenant.id });
    expect(refused.error?.code).toBe("42501");
  });

  it("counts what others wrote since", async () => {
    const newest = (await read({ sort: "new" })).items[0];
    const place = { at: newest?.created_at ?? "", id: newest?.id ?? "" };
    expect(await countNewerPosts({ db: dbOf(reader, tenant.id), tenant }, place)).toBe(0);
    const id = await write("fresh", 0, { visibility: "public" });
    expect(await countNewerPosts({ db: dbOf(reader, tenant.id), tenant }, place)).toBe(1);
    expect(await countNewerPosts({ db: dbOf(owner, tenant.id), tenant }, place)).toBe(0);
    expect(await countNewerPosts({ db: visitor(), tenant }, place)).toBe(1);
    await dbOf(owner, tenant.id).rpc("remove_post", { p_tenant: tenant.id, p_post: id });
  });
});

describe("what one saves", () => {
  it("is listed here and over all communities, and goes with the right to read it", async () => {
    const db = dbOf(reader, tenant.id);
    const id = await write("kept", 6);
    const other = await createCommunity(owner, { privacy: "private" });
    const save = (post: string) =>
      db.from("post_bookmarks").insert({ tenant_id: tenant.id, post_id: post, user_id: reader.id });
    expect((await save(id)).error).toBeNull();
    expect((await save(randomUUID())).error?.code).toBe("42501");
    expect((await read({ sort: "new" })).items.find((post) => post.id === id)?.saved).toBe(true);
    expect(titles(await getSavedPosts(db, { tenant: tenant.id }))).toEqual(["kept"]);
    expect(titles(await getSavedPosts(dbOf(reader), { tenant: null }))).toEqual(["kept"]);
    expect(titles(await getSavedPosts(dbOf(owner), { tenant: null }))).toEqual([]);
    expect((await getSavedPosts(db, { tenant: tenant.id, limit: 1 })).next).toBeNull();
    expect(titles(await getSavedPosts(db, { tenant: other.id }))).toEqual([]);
    await sql("update public.posts set visibility = 'me' where id = $1", [id]);
    expect(titles(await getSavedPosts(db, { tenant: tenant.id }))).toEqual([]);
    await sql("update public.posts set visibility = 'members' where id = $1", [id]);
    await db.rpc("leave_community", { p_tenant: tenant.id });
    expect(titles(await getSavedPosts(dbOf(reader), { tenant: null }))).toEqual([]);
  });
});
