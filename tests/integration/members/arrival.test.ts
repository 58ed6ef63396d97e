import { beforeEach, describe, expect, it } from "vitest";
import { contextAnswerSchema } from "@/lib/context/schemas";
import { sql } from "../../support/stack.ts";
import { createCommunity, createPerson, dbOf, type Person, serverDb } from "../people.ts";

let owner: Person;
let guest: Person;
let tenant: { id: string; slug: string };

beforeEach(async () => {
  [owner, guest] = await Promise.all([createPerson("Olu Ade"), createPerson("Mei Lin")]);
  tenant = await createCommunity(owner);
});

async function arrivalOf(person: Person) {
  const { data, error } = await serverDb().rpc("request_context", {
    p_ref: tenant.slug,
    p_host: "arrival.test",
    p_user: person.id,
    p_auth_session: person.sessionId,
  });
  if (error) throw new Error(error.message);
  return contextAnswerSchema.parse(data).arrival;
}

async function setRules(rules: string): Promise<void> {
  const { error } = await dbOf(owner, tenant.id).from("tenants").update({ rules }).eq("id", tenant.id);
  if (error) throw new Error(error.message);
}

const joinWith = (version: number | null) =>
  dbOf(guest, tenant.id).rpc("join_community", { p_tenant: tenant.id, p_rules: version });
const accept = (version: number) =>
  dbOf(guest, tenant.id).rpc("accept_rules", { p_tenant: tenant.id, p_rules: version });

async function record() {
  const rows = await sql<{ rules_version: number | null; at: Date | null }>(
    "select rules_version, rules_accepted_at as at from public.tenant_users where tenant_id = $1 and user_id = $2",
    [tenant.id, guest.id],
  );
  return rows[0];
}

describe("rules", () => {
  it("are accepted in their present version before one joins, and that is kept", async () => {
    await setRules("1. Be kind.");
    expect((await joinWith(null)).error?.message).toBe("invalid:rules_first");
    expect((await joinWith(1)).error?.message).toBe("invalid:rules_changed");
    expect(await record()).toBeUndefined();
    expect((await joinWith(2)).data).toBe("active");
    expect(await record()).toEqual({ rules_version: 2, at: expect.any(Date) });
    expect((await arrivalOf(guest))?.rules).toBeNull();
  });

  it("are asked about again when they change, but not of those who write them", async () => {
    expect((await joinWith(null)).data).toBe("active");
    expect((await arrivalOf(guest))?.rules).toBeNull();
    await setRules("1. Be kind.");
    await setRules("1. Be kind.\n");
    expect((await arrivalOf(guest))?.rules).toBe(2);
    expect((await arrivalOf(owner))?.rules).toBeNull();
    expect((await accept(1)).error?.message).toBe("invalid:rules_changed");
    expect((await accept(2)).error).toBeNull();
    expect((await arrivalOf(guest))?.rules).toBeNull();
    await setRules("1. Be kind. 2. Be brief.");
    expect((await arrivalOf(guest))?.rules).toBe(3);
    await setRules("");
    expect((await arrivalOf(guest))?.rules).toBeNull();
  });

  it("are nothing that somebody outside can accept", async () => {
    await setRules("1. Be kind.");
    expect((await accept(2)).error?.message).toBe("forbidden:role");
  });
});

describe("an arrival", () => {
  const settle = (person: Person) => dbOf(person, tenant.id).rpc("settle_in", { p_tenant: tenant.id });

  it("is shown until it is put away, to each for themselves", async () => {
    await joinWith(null);
    expect(await arrivalOf(guest)).toEqual({ rules: null, arriving: true, done: null, samples: false });
    expect((await settle(guest)).error).toBeNull();
    expect((await arrivalOf(guest))?.arriving).toBe(false);
    expect((await arrivalOf(owner))?.arriving).toBe(true);
  });

  it("tells an owner what is done of what a new community needs", async () => {
    const undone = { look: false, rules: false, post: false, people: false };
    expect((await arrivalOf(owner))?.done).toEqual(undone);
    await setRules("1. Be kind.");
    expect((await arrivalOf(owner))?.done).toEqual({ ...undone, rules: true });
    await dbOf(owner, tenant.id).from("tenants").update({ accent: "#a3263c" }).eq("id", tenant.id);
    await joinWith(2);
    await dbOf(owner, tenant.id)
      .from("posts")
      .insert({ tenant_id: tenant.id, author_id: owner.id, body: "Hello" });
    expect((await arrivalOf(owner))?.done).toEqual({ look: true, rules: true, post: true, people: true });
  });

  it("is nobody's who does not belong", async () => {
    expect(await arrivalOf(guest)).toBeNull();
    expect((await settle(guest)).error?.message).toBe("forbidden:role");
  });
});
