import { errors, jwtVerify } from "jose";
import type { StackSecrets } from "../secrets.ts";

export type Role = "anon" | "authenticated" | "service_role";

/** Whom a channel acts for. `exp` in seconds; infinite where an API key stands for a role. */
export type Bearer = { token: string; role: Role; exp: number; claims: Record<string, unknown> };

export type Refusal = { code: string; message: string };

export type Keys = Pick<StackSecrets, "jwtSecret" | "publishableKey" | "secretKey">;

const roles: readonly string[] = ["anon", "authenticated", "service_role"] satisfies Role[];

function isRole(value: unknown): value is Role {
  return typeof value === "string" && roles.includes(value);
}

/** The role an API key stands for, if it is one of this stack's. */
export function bearerOfKey(key: string | null | undefined, keys: Keys): Bearer | undefined {
  const role = key === keys.secretKey ? "service_role" : key === keys.publishableKey ? "anon" : undefined;
  return role && key ? { token: key, role, exp: Number.POSITIVE_INFINITY, claims: { role } } : undefined;
}

/** How a full Supabase says that a token has had its time. Pure. */
export function expiredMessage(exp: number, nowMs: number): string {
  return `Token has expired ${Math.max(0, Math.floor(nowMs / 1000 - exp))} seconds ago`;
}

function refusalOf(cause: unknown): Refusal {
  if (cause instanceof errors.JWTExpired) {
    const { exp } = cause.payload;
    return { code: "InvalidJWTToken", message: expiredMessage(Number(exp ?? 0), Date.now()) };
  }
  if (cause instanceof errors.JWSSignatureVerificationFailed) {
    return { code: "JwtSignatureError", message: "Failed to validate JWT signature" };
  }
  return { code: "MalformedJWT", message: "The token provided is not a valid JWT" };
}

/** Reads a token, or says in a full Supabase's words why not. */
export async function readToken(token: string, keys: Keys): Promise<Bearer | Refusal> {
  const key = bearerOfKey(token, keys);
  if (key) return key;
  try {
    const secret = new TextEncoder().encode(keys.jwtSecret);
    const { payload } = await jwtVerify(token, secret, { algorithms: ["HS256"] });
    const { role, exp } = payload;
    if (!isRole(role) || exp === undefined) {
      return { code: "InvalidJWTToken", message: "Fields `role` and `exp` are required in JWT" };
    }
    return { token, role, exp, claims: payload };
  } catch (cause) {
    return refusalOf(cause);
  }
}
