import "server-only";
import { importJWK, type JWK, SignJWT } from "jose";
import { LRUCache } from "lru-cache";
import { serverEnv } from "@/lib/env/server";

/** Life of a minted token in seconds: one request with room for a slow one, or a page's listening between two renewals. */
export const TOKEN_SECONDS = 300;
const REUSE_SECONDS = 60;

/**
 * What a minted token says. `scope` is `server` for the app itself, else the kind of host it was minted for;
 * `tenantId` binds it to one community.
 */
export type TokenClaims =
  | { scope: "server" }
  | { scope: "network" | "platform" | "community"; userId?: string; sessionId?: string; tenantId?: string };

interface Signer {
  key: CryptoKey | Uint8Array;
  alg: string;
  kid?: string;
}

let signer: Promise<Signer> | undefined;

async function loadSigner(): Promise<Signer> {
  const env = serverEnv();
  if (env.SUPABASE_JWT_SIGNING_KEY) {
    const jwk = JSON.parse(env.SUPABASE_JWT_SIGNING_KEY) as JWK;
    const alg = jwk.alg ?? "ES256";
    return { key: await importJWK(jwk, alg), alg, kid: jwk.kid };
  }
  return { key: new TextEncoder().encode(env.SUPABASE_JWT_SECRET), alg: "HS256" };
}

/** Who listens, by which sign-in; where the page is of one community's host, with that host's session. */
export interface Listener {
  userId: string;
  sessionId: string;
  hostSessionId?: string | null;
  tenantId?: string;
}

function bodyOf(claims: TokenClaims): Record<string, unknown> {
  const body: Record<string, unknown> = { scope: claims.scope, role: "anon", aud: "authenticated" };
  if (claims.scope !== "server") {
    if (claims.userId)
      Object.assign(body, { sub: claims.userId, role: "authenticated", session_id: claims.sessionId });
    if (claims.tenantId) body.tenant_id = claims.tenantId;
  }
  return body;
}

async function sign(body: Record<string, unknown>): Promise<string> {
  signer ??= loadSigner();
  const { key, alg, kid } = await signer;
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT(body)
    .setProtectedHeader({ alg, typ: "JWT", ...(kid ? { kid } : {}) })
    .setIssuedAt(now)
    .setExpirationTime(now + TOKEN_SECONDS)
    .sign(key);
}

// Whoever asks for a page asks for several things within a second; a token says no more than its claims do.
const minted = new LRUCache<string, Promise<string>>({ max: 10_000, ttl: REUSE_SECONDS * 1000 });

/**
 * The token that carries a request's database calls. One with the same claims is used again for its first minute, so
 * that at least four are left; whether its person is still signed in is asked anew on every request, before this.
 */
export function mintToken(claims: TokenClaims): Promise<string> {
  const key = JSON.stringify(
    claims.scope === "server"
      ? [claims.scope]
      : [claims.scope, claims.userId, claims.sessionId, claims.tenantId],
  );
  const kept = minted.get(key);
  if (kept) return kept;
  const token = sign(bodyOf(claims));
  minted.set(key, token);
  token.catch(() => minted.delete(key));
  return token;
}

/**
 * The token that a page's script holds, to listen with and for nothing else. It names its person as `listener`, never
 * as `sub`: whoever steals it is nobody to the Auth service, to the Data API and to Storage.
 */
export function mintRealtimeToken({ userId, sessionId, hostSessionId, tenantId }: Listener): Promise<string> {
  const person = { listener: userId, listener_session: sessionId };
  const host = { listener_host: hostSessionId ?? undefined, listener_tenant: tenantId };
  return sign({ scope: "realtime", role: "anon", aud: "realtime", ...person, ...host });
}
