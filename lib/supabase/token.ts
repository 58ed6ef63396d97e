import "server-only";
import { importJWK, type JWK, SignJWT } from "jose";
import { serverEnv } from "@/lib/env/server";

/** Life of a minted token in seconds: one request, with room for a slow one. */
export const TOKEN_SECONDS = 300;

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

async function sign(claims: TokenClaims): Promise<string> {
  signer ??= loadSigner();
  const { key, alg, kid } = await signer;
  const body: Record<string, unknown> = { scope: claims.scope, role: "anon", aud: "authenticated" };
  if (claims.scope !== "server") {
    if (claims.userId)
      Object.assign(body, { sub: claims.userId, role: "authenticated", session_id: claims.sessionId });
    if (claims.tenantId) body.tenant_id = claims.tenantId;
  }
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT(body)
    .setProtectedHeader({ alg, typ: "JWT", ...(kid ? { kid } : {}) })
    .setIssuedAt(now)
    .setExpirationTime(now + TOKEN_SECONDS)
    .sign(key);
}

let serverToken: { value: Promise<string>; until: number } | undefined;

/** Mints the token that carries one request's database calls. The app's own token is reused while fresh. */
export function mintToken(claims: TokenClaims): Promise<string> {
  if (claims.scope !== "server") return sign(claims);
  if (!serverToken || serverToken.until < Date.now()) {
    serverToken = { value: sign(claims), until: Date.now() + (TOKEN_SECONDS - 60) * 1000 };
  }
  return serverToken.value;
}
