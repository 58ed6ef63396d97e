import { randomBytes } from "node:crypto";
import { createClient } from "@supabase/supabase-js";
import { SignJWT } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { hashSecret } from "@/lib/auth/secrets";
import { createDb, type Db } from "@/lib/supabase/client";
import { sql, stackEnv } from "../../support/stack.ts";
import { createCommunity, createPerson, dbOf, join, type Person, serverDb } from "../people.ts";

let owner: Person;
let community: { id: string; slug: string };

beforeAll(async () => {
  owner = await createPerson("Owner");
  community = await createCommunity(owner);
});

const newHash = () => hashSecret(randomBytes(32).toString("hex"));

async function sessionOf(person: Person, at = community): Promise<string> {
  const hash = newHash();
  await sql(
    "insert into private.host_sessions (token_hash, user_id, tenant_id, host, auth_session_id) values ($1, $2, $3, $4, $5)",
    [hash, person.id, at.id, `${at.slug}.archipelago.localhost`, person.sessionId],
  );
  return hash;
}

async function seen(session: string, at = community): Promise<string | null> {
  const { data } = await serverDb().rpc("request_context", {
    p_ref: at.slug,
    p_host: `${at.slug}.archipelago.localhost`,
    p_session_hash: session,
  });
  return (data as { viewer: { id: string } | null }).viewer?.id ?? null;
}

async function seenOnNetwork(person: Person): Promise<string | null> {
  const { data } = await serverDb().rpc("request_context", {
    p_ref: null as unknown as string,
    p_host: "archipelago.localhost",
    p_user: person.id,
    p_auth_session: person.sessionId,
  });
  return (data as { viewer: { id: string } | null }).viewer?.id ?? null;
}

/** The token that Supabase Auth itself gave this sign-in, as somebody would use it past the app. */
async function rawDb(person: Person): Promise<Db> {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, SUPABASE_JWT_SECRET } = stackEnv();
  const token = await new SignJWT({ session_id: person.sessionId, role: "authenticated" })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setSubject(person.id)
    .setAudience("authenticated")
    .setIssuedAt()
    .setExpirationTime("1h")
    .sign(new TextEncoder().encode(SUPABASE_JWT_SECRET));
  return createClient(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, { accessToken: async () => token });
}

/** How many others of the community somebody sees: one's own row is one's own on every host. */
async function othersSeen(db: Db): Promise<number> {
  const { data, error } = await db
    .from("tenant_users")
    .select("user_id")
    .eq("tenant_id", community.id)
    .eq("user_id", owner.id);
  if (error) throw new Error(error.message);
  return data.length;
}

describe("a sign-in that is over is over everywhere", () => {
  it.each([
    ["its time is up", "update auth.sessions set not_after = now() where user_id = $1"],
    ["its person is banned", "update auth.users set banned_until = now() + interval '1 day' where id = $1"],
    ["its person is gone", "update auth.users set deleted_at = now() where id = $1"],
    ["it was ended", "delete from auth.sessions where user_id = $1"],
  ])("when %s", async (_why, statement) => {
    const person = await createPerson();
    await join(person, community.id);
    const session = await sessionOf(person);
    const raw = await rawDb(person);
    expect([await seen(session), await seenOnNetwork(person)]).toEqual([person.id, person.id]);
    expect(await othersSeen(raw)).toBeGreaterThan(0);
    await sql(statement, [person.id]);
    expect([await seen(session), await seenOnNetwork(person)]).toEqual([null, null]);
    expect(await othersSeen(raw)).toBe(0);
  });

  it("but not by a ban that is over, nor before its time", async () => {
    const person = await createPerson();
    await sql("update auth.users set banned_until = now() - interval '1 day' where id = $1", [person.id]);
    await sql("update auth.sessions set not_after = now() + interval '1 day' where user_id = $1", [
      person.id,
    ]);
    expect(await seen(await sessionOf(person))).toBe(person.id);
  });

  it("and everything ends at once: hosts, codes, and the network host", async () => {
    const person = await createPerson();
    await join(person, community.id);
    const other = await createCommunity(owner);
    const [here, there] = [await sessionOf(person), await sessionOf(person, other)];
    const code = newHash();
    await serverDb().rpc("issue_handoff", {
      p_user: person.id,
      p_auth_session: person.sessionId,
      p_ref: community.slug,
      p_host: `${community.slug}.archipelago.localhost`,
      p_code_hash: code,
      p_nonce_hash: newHash(),
      p_path: "/",
    });
    expect(await sql("select 1 from private.handoff_codes where code_hash = $1", [code])).toHaveLength(1);
    await serverDb().rpc("end_all_sessions", { p_user: person.id });
    expect([await seen(here), await seen(there, other), await seenOnNetwork(person)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(await sql("select 1 from private.handoff_codes where code_hash = $1", [code])).toEqual([]);
    expect(
      await sql("select 1 from auth.refresh_tokens where user_id = $1 and not revoked", [person.id]),
    ).toEqual([]);
  });
});

describe("the staff's host", () => {
  const staffDb = (person: Person) =>
    createDb({ scope: "platform", userId: person.id, sessionId: person.sessionId }, "test-request");

  it("shows no community's content, not even one's own", async () => {
    const person = await createPerson();
    await join(person, community.id);
    expect(await othersSeen(dbOf(person))).toBeGreaterThan(0);
    expect(await othersSeen(staffDb(person))).toBe(0);
  });

  it("founds no community and lists no sessions", async () => {
    const person = await createPerson();
    expect((await dbOf(person).rpc("list_my_sessions")).error).toBeNull();
    expect((await staffDb(person).rpc("list_my_sessions")).error?.code).toBe("42501");
  });

  it("hands no session to somebody who is staff no more", async () => {
    const person = await createPerson();
    await sql("insert into platform_staff (user_id, role) values ($1, 'support')", [person.id]);
    const issue = () =>
      serverDb().rpc("issue_handoff", {
        p_user: person.id,
        p_auth_session: person.sessionId,
        p_ref: null as unknown as string,
        p_host: "admin.archipelago.localhost",
        p_code_hash: newHash(),
        p_nonce_hash: newHash(),
        p_path: "/",
      });
    expect((await issue()).data).toBe(true);
    await sql("delete from platform_staff where user_id = $1", [person.id]);
    expect((await issue()).data).toBe(false);
  });
});

describe("former addresses", () => {
  const rename = (id: string, slug: string) =>
    dbOf(owner).rpc("rename_community", { p_tenant: id, p_slug: slug });
  const found = (slug: string) => dbOf(owner).rpc("create_community", { p_slug: slug, p_name: "Taker" });

  it("are nobody else's, nor is what looks like them; their community may go back", async () => {
    const mine = await createCommunity(owner);
    const now = `n${mine.slug}`;
    expect((await rename(mine.id, now)).error).toBeNull();
    const lookalike = `${mine.slug.slice(0, 4)}-${mine.slug.slice(4)}`;
    expect((await found(mine.slug)).error?.message).toBe("conflict:slug_unavailable");
    expect((await found(lookalike)).error?.message).toBe("conflict:slug_unavailable");
    expect((await rename(mine.id, mine.slug)).error).toBeNull();
    expect((await found(now)).error?.message).toBe("conflict:slug_unavailable");
  });

  it("cannot be collected by renaming on and on", async () => {
    const mine = await createCommunity(owner);
    const answers: (string | null)[] = [];
    for (const letter of "abcdef")
      answers.push((await rename(mine.id, `${letter}${mine.slug}`)).error?.message ?? null);
    expect(answers).toEqual([null, null, null, null, null, "rate_limited:renames"]);
    expect((await rename(mine.id, mine.slug)).error).toBeNull();
  });
});
