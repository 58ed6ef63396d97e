import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { audienceSchema, foundPersonSchema } from "@/lib/composing/schemas";
import { writeMention } from "@/lib/markdown/mentions";
import { sql } from "../../support/stack.ts";
import { createCommunity, createPerson, dbOf, join, type Person } from "../people.ts";

let owner: Person;
let mei: Person;
let ben: Person;
let stranger: Person;
let tenant: string;
let group: string;

beforeAll(async () => {
  [owner, mei, ben, stranger] = await Promise.all([
    createPerson("Olu Ade"),
    createPerson("Mei Lin"),
    createPerson("Ben Meier"),
    createPerson("Mel Outside"),
  ]);
  tenant = (await createCommunity(owner)).id;
  await join(mei, tenant);
  await join(ben, tenant);
  const [made] = await sql<{ id: string }>(
    "insert into public.groups (tenant_id, name, owner_id) values ($1, 'Walkers', $2) returning id",
    [tenant, owner.id],
  );
  group = made?.id ?? "";
  await sql(
    "insert into public.group_members (tenant_id, group_id, user_id) values ($1, $2, $3), ($1, $2, $4)",
    [tenant, group, owner.id, mei.id],
  );
});

const named = (...people: Person[]) =>
  people.map((person) => writeMention({ id: person.id, name: "Somebody" })).join(" and ");

async function write(body: string, over: { visibility?: string; group_id?: string } = {}): Promise<string> {
  const id = randomUUID();
  const { error } = await dbOf(owner, tenant)
    .from("posts")
    .insert({ tenant_id: tenant, id, author_id: owner.id, body, visibility: "members", ...over });
  expect(error).toBeNull();
  return id;
}

const keptIn = async (post: string) =>
  (await sql<{ user_id: string }>("select user_id from public.post_mentions where post_id = $1", [post])).map(
    (row) => row.user_id,
  );

describe("who is named in a post", () => {
  it("is kept with it: members only, each once, never its author", async () => {
    const post = await write(named(mei, ben, mei, stranger, owner));
    expect((await keptIn(post)).sort()).toEqual([mei.id, ben.id].sort());
  });

  it("follows an edit, and whoever stays keeps their time", async () => {
    const post = await write(named(mei));
    const time = () =>
      sql("select user_id, created_at from public.post_mentions where post_id = $1 and user_id = $2", [
        post,
        mei.id,
      ]);
    const before = await time();
    const posts = dbOf(owner, tenant).from("posts");
    await posts
      .update({ body: named(ben, mei) })
      .eq("tenant_id", tenant)
      .eq("id", post);
    expect((await keptIn(post)).sort()).toEqual([mei.id, ben.id].sort());
    expect(await time()).toEqual(before);
    await posts.update({ body: "Nobody." }).eq("tenant_id", tenant).eq("id", post);
    expect(await keptIn(post)).toEqual([]);
  });

  it("stops at fifty, however many a text names", async () => {
    const crowd = await sql<{ id: string }>(
      `with made as (insert into public.profiles (id, display_name)
         select gen_random_uuid(), 'Crowd ' || n from generate_series(1, 60) n returning id),
       joined as (insert into public.tenant_users (tenant_id, user_id, display_name)
         select $1, id, 'Crowd' from made returning user_id)
       select user_id as id from joined`,
      [tenant],
    );
    const many = Array.from({ length: 3500 }, (_, n) => crowd[n % crowd.length] ?? { id: "" });
    const body = many.map(({ id }) => writeMention({ id, name: "C" })).join(" ");
    expect(body.length).toBeGreaterThan(173_000);
    const post = await write(body);
    expect(await keptIn(post)).toEqual(expect.arrayContaining(crowd.slice(0, 50).map(({ id }) => id)));
    expect(await keptIn(post)).toHaveLength(50);
  });

  it("is told to oneself only, and only where one may read the text", async () => {
    const open = await write(named(mei, ben));
    const closed = await write(named(mei, ben), { visibility: "group", group_id: group });
    const seen = async (person: Person) =>
      (
        await dbOf(person, tenant)
          .from("post_mentions")
          .select("post_id, user_id")
          .in("post_id", [open, closed])
      ).data;
    expect(await seen(ben)).toEqual([{ post_id: open, user_id: ben.id }]);
    expect(await seen(mei)).toHaveLength(2);
    expect(await seen(owner)).toEqual([]);
  });
});

describe("the lookup of members", () => {
  const find = async (person: Person, query: string) => {
    const { data } = await dbOf(person, tenant).rpc("find_people", { p_tenant: tenant, p_query: query });
    return (
      foundPersonSchema
        .array()
        .nullable()
        .parse(data)
        ?.map(({ name }) => name) ?? null
    );
  };

  it("finds names and then words that begin so, and never oneself", async () => {
    expect(await find(owner, "mei")).toEqual(["Mei Lin", "Ben Meier"]);
    expect(await find(owner, "LIN")).toEqual(["Mei Lin"]);
    expect(await find(mei, "mei")).toEqual(["Ben Meier"]);
    expect(await find(owner, "%")).toEqual([]);
  });

  it("gives eight at most, and nothing to who is no member", async () => {
    expect(await find(owner, "")).toHaveLength(8);
    expect(await find(stranger, "mei")).toBeNull();
  });
});

describe("the audience of what is written", () => {
  const ask = async (person: Person, over: { p_post?: string; p_group?: string; p_named?: string[] }) => {
    const { data } = await dbOf(person, tenant).rpc("writing_audience", { p_tenant: tenant, ...over });
    return audienceSchema.nullable().parse(data);
  };

  it("counts members and names one's groups", async () => {
    const audience = await ask(owner, {});
    expect(audience?.groups).toEqual([{ id: group, name: "Walkers", members: 2 }]);
    expect(audience?.members).toBeGreaterThan(60);
    expect((await ask(ben, {}))?.groups).toEqual([]);
  });

  it("names who stays outside, of a group and of a post for it", async () => {
    const post = await write("For us.", { visibility: "group", group_id: group });
    const people = { p_named: [mei.id, ben.id] };
    expect((await ask(owner, { p_group: group, ...people }))?.outside).toEqual([
      { id: ben.id, name: "Ben Meier" },
    ]);
    expect(await ask(mei, { p_post: post, ...people })).toMatchObject({
      visibility: "group",
      group,
      outside: [{ id: ben.id }],
    });
    expect(await ask(ben, { p_group: group, ...people })).toBeNull();
    expect(await ask(ben, { p_post: post, ...people })).toBeNull();
  });
});
