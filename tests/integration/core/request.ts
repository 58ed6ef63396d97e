import { AsyncLocalStorage } from "node:async_hooks";
import { randomInt, randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import { NextRequest } from "next/server";
import { hashSecret } from "@/lib/auth/secrets";
import { readHostConfig } from "@/lib/env/hosts";
import { decideRoute } from "@/lib/tenancy/decide-route";
import { sql, stackEnv } from "../../support/stack.ts";
import { createPerson, type Person } from "../people.ts";

/** What a browser holds and who it seems to be: cookies per host, and an address of its own. */
export interface Browser {
  ip: string;
  jars: Map<string, Map<string, string>>;
}

/** One request of a browser, as it leaves. */
export interface Asked {
  url: string;
  method?: string;
  headers?: Record<string, string>;
  body?: BodyInit;
  /** Null sends none; by default a request that changes something names its own host. */
  origin?: string | null;
}

interface Current {
  headers: Headers;
  jar: Map<string, string>;
}

const current = new AsyncLocalStorage<Current>();

function requireCurrent(): Current {
  const found = current.getStore();
  if (!found) throw new Error("no request is under way");
  return found;
}

function cookieJar({ jar }: Current) {
  return {
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) ?? "" } : undefined),
    getAll: () => [...jar].map(([name, value]) => ({ name, value })),
    set: (name: string, value: string, options: { maxAge?: number } = {}) => {
      if (options.maxAge === 0) jar.delete(name);
      else jar.set(name, value);
    },
    delete: (name: string) => jar.delete(name),
  };
}

/** Stands for `next/headers`. */
export const nextHeaders = {
  headers: async () => requireCurrent().headers,
  cookies: async () => cookieJar(requireCurrent()),
};

/** Stands for `next-intl/server`: a text is its key. */
export const nextIntl = {
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
};

/** A browser that has been nowhere yet. */
export function newBrowser(ip = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`): Browser {
  return { ip, jars: new Map() };
}

/** The cookies that a browser sends to the host of an address. */
export function jarOf(browser: Browser, url: string): Map<string, string> {
  const { hostname } = new URL(url);
  const jar = browser.jars.get(hostname) ?? new Map<string, string>();
  browser.jars.set(hostname, jar);
  return jar;
}

function outgoing({ url, method = "GET", headers = {}, origin }: Asked): Headers {
  const { host, origin: own } = new URL(url);
  const sent = new Headers({ host, ...headers });
  const named = origin === undefined && method !== "GET" && method !== "HEAD" ? own : origin;
  if (named) sent.set("origin", named);
  return sent;
}

/** Lets the middleware's own decision write the private headers. Refuses what the middleware would refuse. */
function routed(browser: Browser, asked: Asked): Headers {
  const { pathname, search, host } = new URL(asked.url);
  const headers = outgoing(asked);
  const decision = decideRoute({
    method: asked.method ?? "GET",
    host,
    path: pathname,
    search,
    headers,
    config: readHostConfig(),
    requestId: randomUUID(),
    nonce: "nonce",
    socketAddress: browser.ip,
  });
  if (decision.action !== "rewrite") throw new Error(`the middleware answers: ${decision.action}`);
  for (const name of decision.headers.remove) headers.delete(name);
  for (const [name, value] of Object.entries(decision.headers.set)) headers.set(name, value);
  return headers;
}

/** Runs a server action as a request of this browser. */
export function act<T>(browser: Browser, asked: Asked, run: () => Promise<T>): Promise<T> {
  const headers = routed(browser, { method: "POST", ...asked });
  return current.run({ headers, jar: jarOf(browser, asked.url) }, run);
}

type Handler = (
  request: NextRequest,
  segment: { params: Promise<Record<string, string | string[]>> },
) => Promise<Response>;

/** Runs a route handler as a request of this browser. */
export function call(
  browser: Browser,
  handler: Handler,
  asked: Asked,
  params: Record<string, string | string[]> = {},
): Promise<Response> {
  const headers = routed(browser, asked);
  const request = new NextRequest(asked.url, { method: asked.method ?? "GET", headers, body: asked.body });
  return current.run({ headers, jar: jarOf(browser, asked.url) }, () =>
    handler(request, { params: Promise.resolve(params) }),
  );
}

/** Runs something as a request that never passed the middleware. */
export function past<T>(headers: Record<string, string>, run: () => Promise<T>): Promise<T> {
  return current.run({ headers: new Headers(headers), jar: new Map() }, run);
}

export const network = "http://archipelago.localhost:3000";
export const staff = "http://admin.archipelago.localhost:3000";

/** Address of a path on a community's subdomain. */
export function at(slug: string, path = "/"): string {
  return `http://${slug}.archipelago.localhost:3000${path}`;
}

/** Puts a sign-in on the network host into a browser, with a token that is good for so many seconds from now. */
export async function signInTo(browser: Browser, person: Person, seconds = 3600): Promise<void> {
  const expires = Math.floor(Date.now() / 1000) + seconds;
  const token = await new SignJWT({ session_id: person.sessionId, role: "authenticated" })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setSubject(person.id)
    .setAudience("authenticated")
    .setIssuedAt(expires - 3600)
    .setExpirationTime(expires)
    .sign(new TextEncoder().encode(stackEnv().SUPABASE_JWT_SECRET));
  const refresh = randomUUID().replaceAll("-", "").slice(0, 12);
  await sql(
    `insert into auth.refresh_tokens (id, token, user_id, session_id, revoked, created_at, updated_at)
     values ($1, $2, $3, $4, false, now(), now())`,
    [randomUUID(), refresh, person.id, person.sessionId],
  );
  const session = {
    access_token: token,
    refresh_token: refresh,
    expires_at: expires,
    expires_in: 3600,
    token_type: "bearer",
    user: { id: person.id, aud: "authenticated" },
  };
  const value = `base64-${Buffer.from(JSON.stringify(session)).toString("base64url")}`;
  jarOf(browser, network).set("archipelago-auth", value);
}

/** Somebody with a browser in which they are signed in on the network host. */
export async function signedIn(seconds?: number): Promise<{ person: Person; browser: Browser }> {
  const person = await createPerson("Somebody");
  const browser = newBrowser();
  await signInTo(browser, person, seconds);
  return { person, browser };
}

/** Puts a session on a community's subdomain into a browser, as a hand-off would. */
export async function openAt(
  browser: Browser,
  person: Person,
  community: { id: string; slug: string } | null,
): Promise<void> {
  const secret = randomUUID();
  const url = community ? at(community.slug) : staff;
  await sql(
    `insert into private.host_sessions (token_hash, user_id, tenant_id, host, auth_session_id)
     values ($1, $2, $3, $4, $5)`,
    [hashSecret(secret), person.id, community?.id ?? null, new URL(url).hostname, person.sessionId],
  );
  jarOf(browser, url).set("archipelago-session", secret);
}
