import "server-only";
import { combineChunks, stringFromBase64URL } from "@supabase/ssr";
import { createRemoteJWKSet, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from "jose";
import { z } from "zod";
import { serverEnv } from "@/lib/env/server";
import { AppError } from "@/lib/errors/app-error";
import { authCookieName } from "./cookies";

/** Who signed in on the network host, as Supabase Auth vouches for it. */
export type AuthState =
  | { state: "none" }
  | { state: "expired" }
  | { state: "valid"; userId: string; sessionId: string };

const storedSession = z.object({ access_token: z.string().min(1) });
const claimsSchema = z.object({
  sub: z.uuid(),
  session_id: z.uuid(),
  role: z.literal("authenticated"),
  // What this app mints for a request is no sign-in.
  scope: z.undefined().optional(),
});

let remoteKeys: ReturnType<typeof createRemoteJWKSet> | undefined;

async function verify(token: string, alg: string | undefined): Promise<JWTPayload> {
  const { SUPABASE_JWT_SECRET, SUPABASE_URL } = serverEnv();
  const options = { audience: "authenticated" };
  if (alg === "HS256" && SUPABASE_JWT_SECRET) {
    const key = new TextEncoder().encode(SUPABASE_JWT_SECRET);
    return (await jwtVerify(token, key, { ...options, algorithms: ["HS256"] })).payload;
  }
  remoteKeys ??= createRemoteJWKSet(new URL(`${SUPABASE_URL}/auth/v1/.well-known/jwks.json`));
  return (await jwtVerify(token, remoteKeys, { ...options, algorithms: ["ES256", "RS256"] })).payload;
}

async function readStored(getCookie: (name: string) => string | undefined): Promise<string | null> {
  const raw = await combineChunks(authCookieName(), (name) => getCookie(name) ?? null);
  if (!raw) return null;
  try {
    const json = raw.startsWith("base64-") ? stringFromBase64URL(raw.slice("base64-".length)) : raw;
    const parsed = storedSession.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data.access_token : null;
  } catch {
    return null;
  }
}

function readAlgorithm(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).alg;
  } catch {
    return undefined;
  }
}

/** Whether a failed check says nothing about the token: the key set could not be fetched. */
function isOutage(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return true;
  return error instanceof errors.JWKSTimeout || error.code === errors.JOSEError.code;
}

/**
 * Reads the network host's sign-in from its cookies. Only a token whose signature holds counts; an expired one asks
 * for `/session/refresh`. Costs no call to another service (the key set of asymmetric projects is kept).
 * Throws AppError `unavailable` where the key set is needed and cannot be had.
 */
export async function readAuthState(getCookie: (name: string) => string | undefined): Promise<AuthState> {
  const token = await readStored(getCookie);
  const alg = token ? readAlgorithm(token) : undefined;
  if (!token || alg === undefined) return { state: "none" };
  try {
    const claims = claimsSchema.safeParse(await verify(token, alg));
    if (!claims.success) return { state: "none" };
    return { state: "valid", userId: claims.data.sub, sessionId: claims.data.session_id };
  } catch (error) {
    if (error instanceof errors.JWTExpired) return { state: "expired" };
    if (isOutage(error)) throw new AppError("unavailable", "sign_in_down", { cause: error });
    return { state: "none" };
  }
}
