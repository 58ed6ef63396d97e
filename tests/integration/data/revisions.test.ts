import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "../../support/stack.ts";
import { createCommunity, createPerson, dbOf, join, type Person } from "../people.ts";

let owner: Person;
let author: Person;
let tenant: string;

beforeAll(async () => {
  [owner, author] = await Promise.all([createPerson("Olu"), createPerson("Mei")]);
  tenant = (await createCommunity(owner)).id;
  await join(author, tenant);
});

async function post(bodies: readonly string[], visibility = "members"): Promise<string> {
  const id = randomUUID();
  const [first, ...later] = bodies;
  const posts = dbOf(author, tenant).from("posts");
  await posts.insert({ tenant_id: tenant, id, author_id: author.id, body: first ?? "", visibility });
  for (const body of later) await edit("posts", id, { body });
  return id;
}

async function edit(table: "posts" | "post_comments", id: string, change: object): Promise<void> {
  const { error } = await dbOf(author, tenant)
    .from(table)
    .update(change as never)
    .match({ tenant_id: tenant, id });
  expect(error).toBeNull();
}

async function comment(postId: string, bodies: readonly string[]): Promise<string> {
  const id = randomUUID();
  const [first, ...later] = bodies;
  await dbOf(author, tenant)
    .from("post_comments")
    .insert({ tenant_id: tenant, id, post_id: postId, author_id: author.id, body: first } as never);
  for (const body of later) await edit("post_comments", id, { body });
  return id;
}

interface Earlier {
  id: string;
  body: string | null;
}

async function history(postId: string, commentId?: string, who = owner) {
  const { data } = await dbOf(who, tenant).rpc("post_history", {
    p_tenant: tenant,
    p_post: postId,
    p_comment: commentId,
  });
  return data as unknown as { current: { body: string }; earlier: Earlier[] } | null;
}

const bodiesOf = (found: Awaited<ReturnType<typeof history>>) => found?.earlier.map(({ body }) => body);
const kept = (postId: string) =>
  sql("select 1 from public.post_revisions where tenant_id = $1 and post_id = $2", [tenant, postId]);

describe("earlier versions", () => {
  it("are kept of posts and comments, in order, without the present one", async () => {
    const id = await post(["one", "two", "three"]);
    expect(await history(id)).toMatchObject({ current: { body: "three" } });
    expect(bodiesOf(await history(id))).toEqual(["one", "two"]);
    const answer = await comment(id, ["yes", "no"]);
    expect(bodiesOf(await history(id, answer))).toEqual(["yes"]);
    expect(bodiesOf(await history(id))).toEqual(["one", "two"]);
  });

  it("are not made by what leaves the words alone", async () => {
    const id = await post(["one"]);
    await edit("posts", id, { tags: ["tide"] });
    await edit("posts", id, { body: "one" });
    expect(bodiesOf(await history(id))).toEqual([]);
  });

  it("are twenty at most, and a million characters at most", async () => {
    const many = await post(Array.from({ length: 25 }, (_, n) => `text ${n}`));
    expect(bodiesOf(await history(many))).toEqual(Array.from({ length: 20 }, (_, n) => `text ${n + 4}`));
    const long = await post(Array.from({ length: 8 }, (_, n) => String(n).repeat(200_000)));
    expect(bodiesOf(await history(long))?.map((body) => body?.[0])).toEqual(["2", "3", "4", "5", "6"]);
  });

  it("stay with those for whom they were written", async () => {
    const id = await post(["a secret", "nothing special"], "me");
    expect(await history(id)).toBeNull();
    expect(bodiesOf(await history(id, undefined, author))).toEqual(["a secret"]);
    await edit("posts", id, { visibility: "public" });
    expect(bodiesOf(await history(id))).toEqual([]);
    expect(await kept(id)).toEqual([]);
  });

  it("go with a comment for good, and with a post as long as it is gone", async () => {
    const id = await post(["one", "two"]);
    const answer = await comment(id, ["yes", "no"]);
    await dbOf(author, tenant).rpc("remove_comment", { p_tenant: tenant, p_comment: answer });
    expect(await history(id, answer)).toBeNull();
    expect(await kept(id)).toHaveLength(1);
    await dbOf(author, tenant).rpc("remove_post", { p_tenant: tenant, p_post: id });
    expect(await history(id)).toBeNull();
    const { data } = await dbOf(author, tenant).from("post_revisions").select("id").eq("post_id", id);
    expect(data).toEqual([]);
  });

  it("lose their text to a moderator, which is audited, and to nobody else", async () => {
    const id = await post(["an address", "no address"]);
    const [revision] = (await history(id))?.earlier ?? [];
    const remove = (who: Person) =>
      dbOf(who, tenant).rpc("remove_revision", { p_tenant: tenant, p_revision: revision?.id ?? "" });
    expect((await remove(author)).error?.message).toBe("forbidden:role");
    expect(bodiesOf(await history(id))).toEqual(["an address"]);
    expect((await remove(owner)).error).toBeNull();
    expect((await remove(owner)).error).toBeNull();
    expect(bodiesOf(await history(id))).toEqual([null]);
    const audits = await sql("select actor_id from public.audit_logs where action = $1 and target_id = $2", [
      "post.revision_removed_by_moderator",
      id,
    ]);
    expect(audits).toEqual([{ actor_id: owner.id }]);
  });
});
