import "server-only";
import { createServerClient } from "@supabase/ssr";
import type { SupabaseClient } from "@supabase/supabase-js";
import { cookies } from "next/headers";
import { serverEnv } from "@/lib/env/server";
import { authCookieName, type CookieSettings, cookieSettings } from "./cookies";
import { shareRefreshes } from "./shared-refresh";

/** Days that a sign-in on the network host lives without being used. */
const SIGN_IN_DAYS = 60;

const CALL_MS = 10_000;

const authFetch = shareRefreshes((input, init) =>
  fetch(input, { ...init, signal: AbortSignal.timeout(CALL_MS) }),
);

/** A cookie that Supabase Auth wants to be written. */
export interface CookieChange {
  name: string;
  value: string;
  settings: CookieSettings;
}

/**
 * Supabase Auth for the network host. Only where cookies can be written: server actions and route handlers.
 * Reading who is signed in needs no client: see `readAuthState`. `write` gets the cookies in place of the response.
 */
export async function createAuthClient(write?: (change: CookieChange) => void): Promise<SupabaseClient> {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = serverEnv();
  const jar = await cookies();
  return createServerClient(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, {
    global: { fetch: authFetch },
    cookieOptions: { name: authCookieName(), ...cookieSettings(SIGN_IN_DAYS * 86_400) },
    cookies: {
      getAll: () => jar.getAll(),
      setAll: (changed) => {
        for (const { name, value, options } of changed) {
          // Mails carry a token of their own, so the proof of the code flow is never asked for: one cookie per mail less.
          if (name.endsWith("-code-verifier")) continue;
          const settings = cookieSettings(options.maxAge);
          if (write) write({ name, value, settings });
          else jar.set(name, value, settings);
        }
      },
    },
  });
}
