import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { membersAnswerSchema } from "@/lib/memberships/schemas";
import { sql } from "../../support/stack.ts";
import { createCommunity, createPerson, dbOf, join, type Person } from "../people.ts";

let owner: Person;
let member: Person;
let tenant: string;

beforeAll(async () => {
  [owner, member] = await Promise.all([createPerson("Olu Ade"), createPerson("Mei 100%")]);
  tenant = (await createCommunity(owner, { joinPolicy: "open" })).id;
  await join(member, tenant);
});

interface Query {
  q?: string;
  after?: { at: string; id: string };
  limit?: number;
  active?: boolean;
  role?: string;
  at?: string;
}

async function list(by: Person, query: Query = {}) {
  const at = query.at ?? tenant;
  const { data, error } = await dbOf(by, at).rpc("list_members", {
    p_tenant: at,
    p_query: query.q ?? "",
    p_after_joined: query.after?.at ?? null,
    p_after_id: query.after?.id ?? null,
    p_limit: query.limit ?? 30,
    p_active: query.active ?? true,
    p_role: query.role ?? null,
  });
  if (error) throw new Error(error.message);
  return membersAnswerSchema.nullable().parse(data);
}

async function names(by: Person, query: Query = {}) {
  return (await list(by, query))?.items.map(({ name }) => name);
}

describe("the list of members", () => {
  it("shows whoever belongs, newest first, to members alone", async () => {
    expect(await names(member)).toEqual(["Mei 100%", "Olu Ade"]);
    expect(await list(await createPerson())).toBeNull();
  });

  it("finds names as they are written, with no sign that means anything", async () => {
    expect(await names(member, { q: "olu" })).toEqual(["Olu Ade"]);
    expect(await names(member, { q: "100%" })).toEqual(["Mei 100%"]);
    expect(await names(member, { q: "1" })).toEqual(["Mei 100%"]);
    for (const sign of ["%", "_", "1_", "___", "%e%"]) expect(await names(member, { q: sign })).toEqual([]);
  });

  it("pages without gaps or repeats, also where many joined at one moment", async () => {
    const at = (await createCommunity(owner)).id;
    await sql(
      `with people as (
         insert into public.profiles (id, display_name, is_placeholder)
         select gen_random_uuid(), 'Person ' || n, true from generate_series(1, 7) n returning id, display_name)
       insert into public.tenant_users (tenant_id, user_id, display_name, joined_at)
       select $1, id, display_name, '2020-01-01' from people`,
      [at],
    );
    const seen: string[] = [];
    let after: Query["after"];
    do {
      const page = await list(owner, { at, after, limit: 3 });
      seen.push(...(page?.items ?? []).map(({ id }) => id));
      after = page?.next ?? undefined;
    } while (after);
    expect(seen).toHaveLength(8);
    expect(new Set(seen).size).toBe(8);
  });

  it("narrows to one role, with the search and page by page", async () => {
    const at = (await createCommunity(owner)).id;
    await sql(
      `with people as (
         insert into public.profiles (id, display_name, is_placeholder)
         select gen_random_uuid(), 'Person ' || n, true from generate_series(1, 9) n returning id, display_name)
       insert into public.tenant_users (tenant_id, user_id, display_name, role, status, joined_at)
       select $1, id, display_name, case when display_name < 'Person 6' then 'admin' else 'member' end,
         case when display_name in ('Person 1', 'Person 9') then 'suspended' else 'active' end,
         '2020-01-01'::timestamptz + right(display_name, 1)::integer * interval '1 day' from people`,
      [at],
    );
    expect(await names(owner, { at, role: "owner" })).toEqual(["Olu Ade"]);
    expect(await names(owner, { at, role: "member" })).toEqual(["Person 8", "Person 7", "Person 6"]);
    expect(await names(owner, { at, role: "moderator" })).toEqual([]);
    expect(await names(owner, { at, role: "admin", q: "person 3" })).toEqual(["Person 3"]);
    expect(await names(owner, { at, role: "admin", q: "person 7" })).toEqual([]);
    expect(await names(owner, { at, role: "admin", active: false })).toEqual(["Person 1"]);
    for (const role of ["admin", "member"]) {
      const first = await list(owner, { at, role, limit: 2 });
      const rest = await names(owner, { at, role, limit: 2, after: first?.next ?? undefined });
      const both = [...(first?.items.map(({ name }) => name) ?? []), ...(rest ?? [])];
      expect(both).toEqual(await names(owner, { at, role }));
    }
  });
});

describe("what moderators see besides", () => {
  it("requests that wait, and who is not active", async () => {
    const at = (await createCommunity(owner, { joinPolicy: "request" })).id;
    const [asker, other] = await Promise.all([createPerson("Asker"), createPerson("Other")]);
    await Promise.all([join(asker, at), join(other, at)]);
    expect((await list(owner, { at }))?.waiting?.map(({ name }) => name).sort()).toEqual(["Asker", "Other"]);
    await dbOf(owner, at).rpc("set_member", { p_tenant: at, p_user: asker.id, p_status: "active" });
    await dbOf(owner, at).rpc("set_member", { p_tenant: at, p_user: other.id, p_status: "removed" });
    expect((await list(owner, { at }))?.waiting).toEqual([]);
    expect(await names(owner, { at, active: false })).toEqual(["Other"]);
    expect((await list(asker, { at }))?.waiting).toBeUndefined();
    expect(await list(asker, { at, active: false })).toBeNull();
  });
});

describe("an imported person", () => {
  async function importedPerson(): Promise<string> {
    const id = randomUUID();
    await sql("insert into public.profiles (id, display_name, is_placeholder) values ($1, 'Kept', true)", [
      id,
    ]);
    await sql(
      `insert into public.tenant_users (tenant_id, user_id, display_name, archive_ref) values ($1, $2, 'Kept', $3)`,
      [tenant, id, id],
    );
    return id;
  }

  it("is marked, and becomes whoever spends the code, once", async () => {
    const id = await importedPerson();
    expect((await list(member))?.items.find((item) => item.id === id)?.imported).toBe(true);
    const hash = randomUUID();
    const made = await dbOf(owner, tenant).rpc("create_member_claim", {
      p_tenant: tenant,
      p_user: id,
      p_code_hash: hash,
    });
    expect(made.error).toBeNull();
    const [ana, late] = await Promise.all([createPerson("Ana"), createPerson("Late")]);
    const claim = (by: Person) =>
      dbOf(by, tenant).rpc("claim_member", { p_tenant: tenant, p_code_hash: hash });
    expect((await claim(ana)).data).toBe("active");
    expect((await claim(late)).error?.message).toBe("not_found:claim");
    const card = (await list(ana))?.items.find((item) => item.id === ana.id);
    expect(card).toMatchObject({ name: "Kept", imported: false });
  });

  it("gets no code from a moderator", async () => {
    const id = await importedPerson();
    await dbOf(owner, tenant).rpc("set_member", {
      p_tenant: tenant,
      p_user: member.id,
      p_role: "moderator",
    });
    const { error } = await dbOf(member, tenant).rpc("create_member_claim", {
      p_tenant: tenant,
      p_user: id,
      p_code_hash: randomUUID(),
    });
    expect(error?.message).toBe("forbidden:role");
  });
});
