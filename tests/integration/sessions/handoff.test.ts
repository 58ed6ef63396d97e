import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { hashSecret } from "@/lib/auth/secrets";
import { sql } from "../../support/stack.ts";
import { createCommunity, createPerson, dbOf, join, type Person, serverDb } from "../people.ts";

const newHash = () => hashSecret(randomBytes(32).toString("hex"));

let person: Person;
let slug: string;
let tenant: string;
let host: string;

beforeAll(async () => {
  person = await createPerson("Ana");
  ({ id: tenant, slug } = await createCommunity(person));
  host = `${slug}.archipelago.localhost`;
});

interface Attempt {
  code: string;
  nonce: string;
  session: string;
}

async function issue(over: { ref?: string | null; host?: string; who?: Person; path?: string } = {}) {
  const attempt: Attempt = { code: newHash(), nonce: newHash(), session: newHash() };
  const who = over.who ?? person;
  const { data, error } = await serverDb().rpc("issue_handoff", {
    p_user: who.id,
    p_auth_session: who.sessionId,
    p_ref: over.ref === undefined ? slug : over.ref,
    p_host: over.host ?? host,
    p_code_hash: attempt.code,
    p_nonce_hash: attempt.nonce,
    p_path: over.path ?? "/p/1?x=2",
  });
  return { ...attempt, issued: data, error };
}

async function redeem(attempt: Attempt, over: { host?: string; nonce?: string } = {}) {
  const { data } = await serverDb().rpc("redeem_handoff", {
    p_code_hash: attempt.code,
    p_host: over.host ?? host,
    p_nonce_hash: over.nonce ?? attempt.nonce,
    p_session_hash: attempt.session,
    p_ip: "127.0.0.1",
    p_user_agent: "test",
  });
  return data;
}

async function context(session: string, over: { ref?: string; host?: string } = {}) {
  const { data } = await serverDb().rpc("request_context", {
    p_ref: over.ref ?? slug,
    p_host: over.host ?? host,
    p_session_hash: session,
  });
  return data as {
    viewer: { id: string } | null;
    membership: { status: string } | null;
    tenant: object | null;
  };
}

describe("hand-off by one-time code", () => {
  it("carries the sign-in to the host and lands on the wanted path", async () => {
    const attempt = await issue();
    expect(attempt.issued).toBe(true);
    expect(await redeem(attempt)).toBe("/p/1?x=2");
    expect((await context(attempt.session)).viewer?.id).toBe(person.id);
  });

  it("works once", async () => {
    const attempt = await issue();
    expect(await redeem(attempt)).toBe("/p/1?x=2");
    expect(await redeem({ ...attempt, session: newHash() })).toBeNull();
  });

  it("works once even when twenty try at the same moment", async () => {
    const attempt = await issue();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => redeem({ ...attempt, session: newHash() })),
    );
    expect(answers.filter((path) => path !== null)).toHaveLength(1);
  });

  it("is spent by an attempt from another browser or another host", async () => {
    const stolen = await issue();
    expect(await redeem(stolen, { nonce: newHash() })).toBeNull();
    expect(await redeem(stolen)).toBeNull();
    const elsewhere = await issue();
    expect(await redeem(elsewhere, { host: "evil.example" })).toBeNull();
    expect(await redeem(elsewhere)).toBeNull();
  });

  it("ends after sixty seconds", async () => {
    const attempt = await issue();
    await sql("update private.handoff_codes set expires_at = now() where code_hash = $1", [attempt.code]);
    expect(await redeem(attempt)).toBeNull();
    const [fresh] = await sql<{ seconds: number }>(
      "select extract(epoch from expires_at - created_at)::int as seconds from private.handoff_codes where code_hash = $1",
      [(await issue()).code],
    );
    expect(fresh?.seconds).toBe(60);
  });

  it("is not issued for a host of nobody, a sign-in that ended, or the staff's host to others", async () => {
    expect((await issue({ ref: "nobody-here" })).issued).toBe(false);
    expect((await issue({ ref: null })).issued).toBe(false);
    const gone = await createPerson();
    await sql("delete from auth.sessions where id = $1", [gone.sessionId]);
    expect((await issue({ who: gone })).issued).toBe(false);
  });

  it("refuses a path that is no path", async () => {
    expect((await issue({ path: "https://evil.example" })).error).not.toBeNull();
  });

  it("is closed to everybody but the app", async () => {
    const call = dbOf(person).rpc("issue_handoff", {
      p_user: person.id,
      p_auth_session: person.sessionId,
      p_ref: slug,
      p_host: host,
      p_code_hash: newHash(),
      p_nonce_hash: newHash(),
      p_path: "/",
    });
    expect((await call).error?.code).toBe("42501");
    const read = await dbOf(person).rpc("request_context", { p_ref: slug, p_host: host });
    expect(read.error?.code).toBe("42501");
  });
});

describe("host sessions", () => {
  async function signedIn(who = person): Promise<Attempt> {
    const attempt = await issue({ who });
    await redeem(attempt);
    return attempt;
  }

  it("belong to one host and one community", async () => {
    const { session } = await signedIn();
    const other = await createCommunity(person);
    expect((await context(session, { host: "milonga.localhost" })).viewer).toBeNull();
    expect((await context(session, { ref: other.slug, host })).viewer).toBeNull();
  });

  it("end here, one by one, and everywhere", async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    await serverDb().rpc("end_host_session", { p_session_hash: here.session });
    expect((await context(here.session)).viewer).toBeNull();
    expect((await context(there.session)).viewer?.id).toBe(person.id);
    const someone = await createPerson();
    await join(someone, tenant);
    const theirs = await signedIn(someone);
    await serverDb().rpc("end_all_sessions", { p_user: someone.id });
    expect((await context(theirs.session)).viewer).toBeNull();
    expect((await context(there.session)).viewer?.id).toBe(person.id);
  });

  it("end with the sign-in they grew from", async () => {
    const someone = await createPerson();
    const { session } = await signedIn(someone);
    await sql("delete from auth.sessions where id = $1", [someone.sessionId]);
    expect((await context(session)).viewer).toBeNull();
  });

  it("are listed for their person alone, and can be ended from the list", async () => {
    const someone = await createPerson();
    const { session } = await signedIn(someone);
    type Listed = { hosts: { id: string; host: string }[]; network: { id: string; current: boolean }[] };
    const { data } = await dbOf(someone).rpc("list_my_sessions");
    const listed = data as unknown as Listed;
    expect(listed.hosts).toHaveLength(1);
    expect(listed.network).toEqual([expect.objectContaining({ id: someone.sessionId, current: true })]);
    const id = listed.hosts[0]?.id ?? "";
    expect((await dbOf(person).rpc("end_my_session", { p_kind: "host", p_id: id })).data).toBe(false);
    expect((await context(session)).viewer?.id).toBe(someone.id);
    expect((await dbOf(someone).rpc("end_my_session", { p_kind: "host", p_id: id })).data).toBe(true);
    expect((await context(session)).viewer).toBeNull();
  });

  it("see a removal, a suspension and a role change on the next request", async () => {
    const someone = await createPerson();
    await join(someone, tenant);
    const { session } = await signedIn(someone);
    expect((await context(session)).membership).toMatchObject({ status: "active" });
    await dbOf(person).rpc("set_member", { p_tenant: tenant, p_user: someone.id, p_status: "suspended" });
    expect((await context(session)).membership).toMatchObject({ status: "suspended" });
    const read = await dbOf(someone, tenant).from("posts").select("id").eq("tenant_id", tenant);
    expect(read.data).toEqual([]);
  });
});

describe("secret communities", () => {
  it("look to outsiders as if they did not exist", async () => {
    const secret = await createCommunity(person, { privacy: "secret" });
    const secretHost = `${secret.slug}.archipelago.localhost`;
    const outsider = await createPerson();
    const attempt = { code: newHash(), nonce: newHash(), session: newHash() };
    await serverDb().rpc("issue_handoff", {
      p_user: outsider.id,
      p_auth_session: outsider.sessionId,
      p_ref: secret.slug,
      p_host: secretHost,
      p_code_hash: attempt.code,
      p_nonce_hash: attempt.nonce,
      p_path: "/",
    });
    await redeem(attempt, { host: secretHost });
    const seen = await context(attempt.session, { ref: secret.slug, host: secretHost });
    const nothing = await context(attempt.session, {
      ref: "nobody-here",
      host: "nobody-here.archipelago.localhost",
    });
    expect(seen).toEqual(nothing);
  });
});
