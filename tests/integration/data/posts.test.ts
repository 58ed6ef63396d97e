import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "../../support/stack.ts";
import { createCommunity, createPerson, dbOf, join, type Person } from "../people.ts";

let owner: Person;
let member: Person;
let tenant: string;

beforeAll(async () => {
  [owner, member] = await Promise.all([createPerson("Olu"), createPerson("Mei")]);
  tenant = (await createCommunity(owner)).id;
  await join(member, tenant);
});

async function post(over: { visibility?: string; body?: string; by?: Person; id?: string } = {}) {
  const by = over.by ?? owner;
  const id = over.id ?? randomUUID();
  const { error } = await dbOf(by, tenant)
    .from("posts")
    .insert({
      tenant_id: tenant,
      id,
      author_id: by.id,
      body: over.body ?? "Hello",
      visibility: over.visibility ?? "members",
    });
  return { id, error };
}

function streamsOf(id: string) {
  return sql<{ stream_id: string }>(
    "select stream_id from public.feed_items where post_id = $1 order by stream_id desc",
    [id],
  );
}

describe("streams follow their post in the same transaction", () => {
  it("from everyone to oneself and back, and out when it is removed", async () => {
    const { id } = await post();
    expect(await streamsOf(id)).toEqual([{ stream_id: tenant }]);
    const mine = dbOf(owner, tenant).from("posts");
    await mine.update({ visibility: "me" }).eq("tenant_id", tenant).eq("id", id);
    expect(await streamsOf(id)).toEqual([{ stream_id: owner.id }]);
    await dbOf(owner, tenant)
      .from("posts")
      .update({ visibility: "public" })
      .eq("tenant_id", tenant)
      .eq("id", id);
    expect(await streamsOf(id)).toEqual([
      { stream_id: tenant },
      { stream_id: "00000000-0000-0000-0000-000000000000" },
    ]);
    await dbOf(owner, tenant).rpc("remove_post", { p_tenant: tenant, p_post: id });
    expect(await streamsOf(id)).toEqual([]);
  });

  it("a resend with the same id makes no second post", async () => {
    const first = await post();
    const again = await post({ id: first.id });
    expect(first.error).toBeNull();
    expect(again.error?.code).toBe("23505");
  });

  it("refuses an empty body and one above 200,000 characters, and takes one of exactly that", async () => {
    expect((await post({ body: "" })).error?.code).toBe("23514");
    expect((await post({ body: "字".repeat(200_001) })).error?.code).toBe("23514");
    expect((await post({ body: "字".repeat(200_000) })).error).toBeNull();
  });
});

describe("comments", () => {
  async function comment(postId: string, by: Person, parent?: string) {
    const id = randomUUID();
    const { error } = await dbOf(by, tenant)
      .from("post_comments")
      .insert({
        tenant_id: tenant,
        id,
        post_id: postId,
        author_id: by.id,
        parent_id: parent ?? null,
        body: "A thought",
      } as never);
    return { id, error };
  }

  interface PageComment {
    id: string;
    depth: number;
    body: string;
    removed_by: string | null;
    author: object | null;
  }

  async function page(postId: string, by: Person) {
    const { data } = await dbOf(by, tenant).rpc("post_page", { p_tenant: tenant, p_post: postId });
    const found = data as unknown as { comments: { items: PageComment[] }; post: { comment_count: number } };
    return { comments: found.comments.items, post: found.post };
  }

  it("come in reading order, and a removed parent keeps its children", async () => {
    const { id } = await post();
    const first = await comment(id, owner);
    const second = await comment(id, member);
    const reply = await comment(id, member, first.id);
    await dbOf(owner, tenant).rpc("remove_comment", { p_tenant: tenant, p_comment: first.id });
    const { comments, post: card } = await page(id, member);
    expect(comments.map((c) => [c.id, c.depth])).toContainEqual([reply.id, 1]);
    const order = comments.map((c) => c.id);
    expect(order.indexOf(reply.id)).toBe(order.indexOf(first.id) + 1);
    expect(order).toContain(second.id);
    expect(comments.find((c) => c.id === first.id)).toMatchObject({
      body: "",
      removed_by: "author",
      author: null,
    });
    expect(card.comment_count).toBe(2);
  });

  it("on a removed post say so; on a post one may not see, nothing", async () => {
    const { id } = await post();
    await dbOf(owner, tenant).rpc("remove_post", { p_tenant: tenant, p_post: id });
    expect((await comment(id, member)).error?.message).toContain("post_removed");
    const hidden = await post({ visibility: "me" });
    const missing = await comment(randomUUID(), member);
    const unseen = await comment(hidden.id, member);
    expect([unseen.error?.code, unseen.error?.message]).toEqual([
      missing.error?.code,
      missing.error?.message,
    ]);
  });

  it("answer a comment of the same post only", async () => {
    const [one, two] = [await post(), await post()];
    const elsewhere = await comment(two.id, owner);
    expect((await comment(one.id, owner, elsewhere.id)).error).not.toBeNull();
  });
});

describe("the event log", () => {
  it("has every change once, with who and which request, and versions without a double", async () => {
    const { id } = await post();
    await dbOf(owner, tenant)
      .from("posts")
      .update({ body: "Hello again" })
      .eq("tenant_id", tenant)
      .eq("id", id);
    await dbOf(owner, tenant).rpc("remove_post", { p_tenant: tenant, p_post: id });
    const events = await sql<{
      type: string;
      stream_version: number;
      actor_id: string;
      correlation_id: string;
    }>(
      "select type, stream_version, actor_id, correlation_id from public.domain_events where stream_id = $1 order by seq",
      [id],
    );
    expect(events.map((event) => event.type)).toEqual(["post.created", "post.updated", "post.removed"]);
    expect(events.map((event) => event.stream_version)).toEqual([1, 2, 3]);
    expect(new Set(events.map((event) => event.actor_id))).toEqual(new Set([owner.id]));
    expect(new Set(events.map((event) => event.correlation_id))).toEqual(new Set(["test-request"]));
  });
});
