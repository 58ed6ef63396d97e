import { beforeAll, describe, expect, it } from "vitest";
import { contextAnswerSchema } from "@/lib/context/schemas";
import { memberCommentsSchema, memberPostsSchema } from "@/lib/memberships/page-schemas";
import { sql } from "../../support/stack.ts";
import { createCommunity, createPerson, dbOf, join, type Person, serverDb } from "../people.ts";

let owner: Person;
let member: Person;
let harbour: string;
let meadow: string;

async function write(by: Person, tenant: string, body: string, visibility = "members"): Promise<string> {
  const [row] = await sql<{ id: string }>(
    "insert into public.posts (tenant_id, author_id, visibility, body) values ($1, $2, $3, $4) returning id",
    [tenant, by.id, visibility, body],
  );
  return row?.id ?? "";
}

async function comment(by: Person, tenant: string, post: string, body: string): Promise<void> {
  await sql(
    "insert into public.post_comments (tenant_id, post_id, author_id, body) values ($1, $2, $3, $4)",
    [tenant, post, by.id, body],
  );
}

async function show(by: Person, at: string, who: Person, query: object = {}) {
  const { data, error } = await dbOf(by, at).rpc("member_page", { p_tenant: at, p_user: who.id, ...query });
  if (error) throw new Error(error.message);
  return data;
}

const posts = async (...args: Parameters<typeof show>) => memberPostsSchema.parse(await show(...args));
const comments = async (by: Person, at: string, who: Person) =>
  memberCommentsSchema.parse(await show(by, at, who, { p_part: "comments" }));

beforeAll(async () => {
  [owner, member] = await Promise.all([createPerson("Olu Ade"), createPerson("Mei Base")]);
  [harbour, meadow] = [(await createCommunity(owner)).id, (await createCommunity(owner)).id];
  await Promise.all([join(member, harbour), join(member, meadow)]);
  await sql(
    "insert into public.user_profiles (tenant_id, user_id, display_name, bio) values ($1, $2, $3, $4)",
    [meadow, member.id, "Meadow Mei", "Secretly a gardener"],
  );
  const here = await write(member, harbour, "harbour words");
  await write(member, harbour, "diary words", "me");
  const there = await write(member, meadow, "meadow words");
  await comment(member, harbour, here, "harbour answer");
  await comment(member, meadow, there, "meadow answer");
});

describe("a member's page", () => {
  it("shows the face of this community and never what belongs to another", async () => {
    const pages = [
      await posts(owner, harbour, member),
      await comments(owner, harbour, member),
      // The person who looks belongs to both, with a token of the network host.
      (await dbOf(owner).rpc("member_page", { p_tenant: harbour, p_user: member.id })).data,
    ];
    expect(JSON.stringify(pages)).toContain("harbour words");
    expect(JSON.stringify(pages)).toContain("harbour answer");
    expect(JSON.stringify(pages)).not.toMatch(/meadow|gardener/i);
    expect(JSON.stringify(pages)).not.toContain(meadow);
    const there = await posts(owner, meadow, member);
    expect(there?.member).toMatchObject({ name: "Meadow Mei", bio: "Secretly a gardener" });
  });

  it("is bound to the community of its token", async () => {
    const { data } = await dbOf(owner, harbour).rpc("member_page", { p_tenant: meadow, p_user: member.id });
    expect(data).toBeNull();
  });

  it("keeps a diary to its writer", async () => {
    const bodies = async (by: Person) => (await posts(by, harbour, member))?.items.map(({ lead }) => lead);
    expect(await bodies(owner)).toEqual(["harbour words"]);
    expect(await bodies(member)).toEqual(["diary words", "harbour words"]);
  });

  it("is the same nothing for suspended, removed, unknown and whoever does not belong", async () => {
    const left = await createPerson("Gone");
    await join(left, harbour);
    expect(await posts(owner, harbour, left)).toMatchObject({ member: { name: "Gone" }, items: [] });
    for (const status of ["suspended", "removed"]) {
      await sql("update public.tenant_users set status = $3 where tenant_id = $1 and user_id = $2", [
        harbour,
        left.id,
        status,
      ]);
      expect(await show(owner, harbour, left)).toBeNull();
    }
    expect(await show(owner, harbour, await createPerson())).toBeNull();
    expect(await show(await createPerson(), harbour, member)).toBeNull();
  });

  it("pages by time without gaps", async () => {
    const writer = await createPerson("Prolific");
    await join(writer, harbour);
    await sql(
      `insert into public.posts (tenant_id, author_id, visibility, body, created_at)
       select $1, $2, 'members', 'post ' || n, now() - interval '1 day' from generate_series(1, 25) n`,
      [harbour, writer.id],
    );
    const first = await posts(owner, harbour, writer, { p_limit: 20 });
    const last = first?.items.at(-1);
    const second = await posts(owner, harbour, writer, {
      p_limit: 20,
      p_before: last?.created_at,
      p_before_id: last?.id,
    });
    const ids = [...(first?.items ?? []), ...(second?.items ?? [])].map(({ id }) => id);
    expect([first?.items.length, second?.items.length, new Set(ids).size]).toEqual([20, 5, 25]);
  });
});

describe("the base profile", () => {
  it("shows through where no face was chosen, at once, and leaves chosen faces alone", async () => {
    await sql(
      "update public.profiles set display_name = 'Mei New', bio = 'Everywhere the same' where id = $1",
      [member.id],
    );
    expect((await posts(owner, harbour, member))?.member).toMatchObject({
      name: "Mei New",
      bio: "Everywhere the same",
    });
    expect((await posts(owner, meadow, member))?.member).toMatchObject({
      name: "Meadow Mei",
      bio: "Secretly a gardener",
    });
  });

  it("tells every host what its person chose about keys", async () => {
    const { data } = await dbOf(member)
      .from("profiles")
      .update({ shortcuts: false })
      .eq("id", member.id)
      .select("id");
    expect(data).toHaveLength(1);
    const [community] = await sql<{ slug: string }>("select slug from public.tenants where id = $1", [
      harbour,
    ]);
    const answer = await serverDb().rpc("request_context", {
      p_ref: community?.slug ?? "",
      p_host: `${community?.slug}.example`,
      p_user: member.id,
      p_auth_session: member.sessionId,
    });
    expect(contextAnswerSchema.parse(answer.data).viewer?.shortcuts).toBe(false);
  });
});
