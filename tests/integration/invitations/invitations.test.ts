import { beforeEach, describe, expect, it } from "vitest";
import { hashSecret, newSecret } from "@/lib/auth/secrets";
import { sql } from "../../support/stack.ts";
import { createCommunity, createPerson, dbOf, join, type Person, serverDb } from "../people.ts";

let owner: Person;
let tenant: { id: string; slug: string };

beforeEach(async () => {
  owner = await createPerson("Olu Ade");
  tenant = await createCommunity(owner, { privacy: "secret", joinPolicy: "invite" });
});

interface Wanted {
  role?: string;
  uses?: number;
  days?: number;
  emails?: string[];
}

async function invite(by: Person, { role = "member", uses = 1, days = 7, emails }: Wanted = {}) {
  const codes = (emails ?? [""]).map(() => newSecret());
  const { error } = await dbOf(by, tenant.id).rpc("create_invitations", {
    p_tenant: tenant.id,
    p_code_hashes: codes.map(hashSecret),
    ...(emails ? { p_email_hashes: emails.map(hashSecret) } : {}),
    p_role: role,
    p_max_uses: uses,
    p_days: days,
  });
  return { error: error?.message, code: codes[0] ?? "", codes };
}

const accept = async (person: Person, code: string, rules: number | null = null) => {
  const { data, error } = await dbOf(person).rpc("accept_invitation", {
    p_code_hash: hashSecret(code),
    p_rules: rules,
  });
  return error ? error.message : data;
};
const look = async (person: Person, code: string) =>
  (await dbOf(person).rpc("invitation_page", { p_code_hash: hashSecret(code) })).data;
const list = async (person: Person) =>
  (await dbOf(person, tenant.id).rpc("list_invitations", { p_tenant: tenant.id })).data as {
    items: { id: string; uses: number; works: boolean }[];
  } | null;

async function addMember(role: string): Promise<Person> {
  const person = await createPerson(role);
  expect(await accept(person, (await invite(owner)).code)).toBe(tenant.slug);
  await sql("update public.tenant_users set role = $3 where tenant_id = $1 and user_id = $2", [
    tenant.id,
    person.id,
    role,
  ]);
  return person;
}

describe("an invitation", () => {
  it("lets somebody into a secret community with its role, once, and shows the community before", async () => {
    const [ana, ben] = await Promise.all([createPerson("Ana"), createPerson("Ben")]);
    const { code } = await invite(owner, { role: "moderator" });
    expect(await join(ana, tenant.id)).toBe("not_found:community");
    expect(await look(ana, code)).toMatchObject({ slug: tenant.slug, role: "moderator", inside: false });
    expect(await accept(ana, code)).toBe(tenant.slug);
    expect(await accept(ana, code)).toBe(tenant.slug);
    expect(await accept(ben, code)).toBe("not_found:invitation");
    expect(await look(ana, code)).toMatchObject({ inside: true });
    expect(await look(ben, code)).toBeNull();
    const [row] = await sql(
      "select role, status from public.tenant_users where tenant_id = $1 and user_id = $2",
      [tenant.id, ana.id],
    );
    expect(row).toEqual({ role: "moderator", status: "active" });
  });

  it("counts each use once, however many come at once", async () => {
    const people = await Promise.all(Array.from({ length: 20 }, (_, n) => createPerson(`P${n}`)));
    const { code } = await invite(owner, { uses: 5 });
    const answers = await Promise.all(people.map((person) => accept(person, code)));
    expect(answers.filter((answer) => answer === tenant.slug)).toHaveLength(5);
    expect(answers.filter((answer) => answer === "not_found:invitation")).toHaveLength(15);
    const [row] = await sql<{ uses: number; members: number }>(
      `select i.uses, (select count(*)::int from public.tenant_users m where m.tenant_id = i.tenant_id) as members
       from public.tenant_invitations i where i.tenant_id = $1`,
      [tenant.id],
    );
    expect(row).toEqual({ uses: 5, members: 6 });
  });

  it("that is wrong, spent, old or revoked reads the same, as it does for who was shut out", async () => {
    const ana = await createPerson("Ana");
    const [spent, old, revoked] = await Promise.all([invite(owner), invite(owner), invite(owner)]);
    await accept(await createPerson("Ben"), spent.code);
    await sql("update public.tenant_invitations set expires_at = now() where code_hash = $1", [
      hashSecret(old.code),
    ]);
    const [row] = await sql<{ id: string }>("select id from public.tenant_invitations where code_hash = $1", [
      hashSecret(revoked.code),
    ]);
    await dbOf(owner, tenant.id).rpc("revoke_invitation", {
      p_tenant: tenant.id,
      p_invitation: String(row?.id),
    });
    const banned = await addMember("member");
    await dbOf(owner, tenant.id).rpc("set_member", {
      p_tenant: tenant.id,
      p_user: banned.id,
      p_status: "removed",
    });
    const live = await invite(owner);
    const tries = [
      [ana, "wrong"],
      [ana, spent.code],
      [ana, old.code],
      [ana, revoked.code],
      [banned, live.code],
    ] as const;
    const told = await Promise.all(
      tries.map(async ([who, code]) => [await look(who, code), await accept(who, code)]),
    );
    expect(new Set(told.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify([null, "not_found:invitation"])]),
    );
    expect(await accept(ana, live.code)).toBe(tenant.slug);
  });

  it("asks for the rules as the door does", async () => {
    await sql("update public.tenants set rules = 'Be kind.' where id = $1", [tenant.id]);
    const ana = await createPerson("Ana");
    const { code } = await invite(owner);
    expect(await accept(ana, code)).toBe("invalid:rules_first");
    expect(await accept(ana, code, 1)).toBe("invalid:rules_changed");
    expect(await accept(ana, code, 2)).toBe(tenant.slug);
  });

  it("is made by admins up to their own role, never for owners, and sleeps while they may not invite", async () => {
    const admin = await addMember("admin");
    const moderator = await addMember("moderator");
    expect((await invite(moderator)).error).toBe("forbidden:role");
    expect(await list(moderator)).toBeNull();
    expect((await invite(admin, { role: "owner" })).error).toBe("invalid:invitation");
    const made = await invite(admin, { role: "admin" });
    expect(made.error).toBeUndefined();
    const as = (role: string) =>
      sql("update public.tenant_users set role = $3 where tenant_id = $1 and user_id = $2", [
        tenant.id,
        admin.id,
        role,
      ]);
    await as("moderator");
    expect((await list(owner))?.items.map((item) => item.works)).toContain(false);
    expect(await accept(await createPerson("Ana"), made.code)).toBe("not_found:invitation");
    await as("admin");
    expect(await accept(await createPerson("Ben"), made.code)).toBe(tenant.slug);
  });

  it("for an address replaces an unused one of before; making and ending are audited", async () => {
    const first = await invite(owner, { emails: ["a@example.org", "b@example.org"] });
    await invite(owner, { emails: ["a@example.org"] });
    expect(await accept(await createPerson("A"), first.codes[0] ?? "")).toBe("not_found:invitation");
    expect(await accept(await createPerson("B"), first.codes[1] ?? "")).toBe(tenant.slug);
    expect((await invite(owner, { emails: Array.from({ length: 201 }, (_, n) => `${n}`) })).error).toBe(
      "invalid:invitation",
    );
    const audited = await sql<{ action: string; n: number }>(
      `select action, count(*)::int as n from public.audit_logs
       where tenant_id = $1 and target_type = 'invitation' group by action order by action`,
      [tenant.id],
    );
    expect(audited).toEqual([
      { action: "invitation.created", n: 3 },
      { action: "invitation.revoked", n: 1 },
    ]);
  });

  it("cannot be used with a token bound to a community, nor by nobody", async () => {
    const ana = await createPerson("Ana");
    const { code } = await invite(owner);
    const bound = await dbOf(ana, tenant.id).rpc("accept_invitation", { p_code_hash: hashSecret(code) });
    expect(bound.error?.message).toBe("forbidden:network_only");
    const nobody = await serverDb().rpc("accept_invitation", { p_code_hash: hashSecret(code) });
    expect(nobody.error).not.toBeNull();
    expect(await accept(ana, code)).toBe(tenant.slug);
  });
});
