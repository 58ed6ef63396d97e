import { createHash, randomBytes, randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import type { Bench, Served } from "../stack.ts";

/** Cookies of one signed-in person: on the network host, and on the host of one community. */
export type SignedIn = { network: string; community: string };

/**
 * Signs a person of the seed in on both hosts, by writing what the sign-in and the hand-off would have written.
 * @param host of the community, without port.
 */
export async function signIn(bench: Bench, user: string, tenant: string, host: string): Promise<SignedIn> {
  const secret = randomBytes(32).toString("base64url");
  await bench.admin.query(
    "insert into auth.users (id, email, email_confirmed_at) values ($1, $2, now()) on conflict do nothing",
    [user, `${user}@example.org`],
  );
  const { session, cookie } = await beginSession(bench, user);
  await bench.admin.query(
    `insert into private.host_sessions (token_hash, user_id, tenant_id, host, auth_session_id) values ($1, $2, $3, $4, $5)`,
    [createHash("sha256").update(secret).digest("hex"), user, tenant, host, session],
  );
  return { network: cookie, community: `archipelago-session=${secret}` };
}

/** Signs a person who has an account in on the network host. Gives the cookie. */
export async function networkCookie(served: Served, user: string): Promise<string> {
  return (await beginSession(served, user)).cookie;
}

async function beginSession({ admin, stack }: Served, user: string) {
  const session = randomUUID();
  await admin.query("insert into auth.sessions (id, user_id) values ($1, $2)", [session, user]);
  const token = await new SignJWT({ role: "authenticated", session_id: session })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setSubject(user)
    .setAudience("authenticated")
    .setIssuedAt()
    .setExpirationTime("2h")
    .sign(new TextEncoder().encode(stack.jwtSecret));
  const stored = Buffer.from(JSON.stringify({ access_token: token })).toString("base64url");
  return { session, cookie: `archipelago-auth=base64-${stored}` };
}

/** Ends what {@link signIn} began, so that a kept database stays as it was seeded. */
export async function signOutAll(bench: Bench): Promise<void> {
  await bench.admin.query("truncate private.host_sessions");
  await bench.admin.query("delete from auth.users");
}
