import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { SignJWT } from "jose";
import { stackEnv } from "../../support/stack.ts";

const auth = { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false };

/** A client with the publishable key and nobody signed in. */
export function anonClient(): SupabaseClient {
  const env = stackEnv();
  return createClient(env.SUPABASE_URL, env.SUPABASE_PUBLISHABLE_KEY, { auth });
}

/** A client with the secret key: the role service_role. */
export function secretClient(): SupabaseClient {
  const env = stackEnv();
  return createClient(env.SUPABASE_URL, env.SUPABASE_SECRET_KEY, { auth });
}

/** A token signed as the app signs them. `secret` other than the stack's makes a forged one; `expires` as jose reads it. */
export function mintToken(
  claims: Record<string, unknown>,
  secret = stackEnv().SUPABASE_JWT_SECRET,
  expires = "5m",
): Promise<string> {
  return new SignJWT({ aud: "authenticated", ...claims })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(new TextEncoder().encode(secret));
}

/** A client that carries one token. */
export function tokenClient(token: string): SupabaseClient {
  const env = stackEnv();
  return createClient(env.SUPABASE_URL, env.SUPABASE_PUBLISHABLE_KEY, {
    accessToken: async () => token,
  });
}

/** One caught mail. */
export type CaughtMail = { id: string; to: string; subject: string; text: string; html: string };

/** Mails to an address, newest first. */
export async function mailsTo(address: string): Promise<CaughtMail[]> {
  const response = await fetch(`${stackEnv().DEV_MAILBOX_URL}/messages?to=${encodeURIComponent(address)}`);
  return (await response.json()) as CaughtMail[];
}

/** The link in a mail. */
export function linkOf(mail: CaughtMail | undefined): URL {
  const href = /href="([^"]+)"/.exec(mail?.html ?? "")?.[1]?.replaceAll("&amp;", "&");
  if (!href) throw new Error("The mail has no link.");
  return new URL(href);
}

/** An address nobody has used. */
export function newAddress(): string {
  return `person-${crypto.randomUUID()}@example.com`;
}

export const password = "correct-horse-battery";
