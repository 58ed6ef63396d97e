import "server-only";
import { createServerClient } from "@supabase/ssr";
import type { SupabaseClient } from "@supabase/supabase-js";
import { cookies } from "next/headers";
import { serverEnv } from "@/lib/env/server";
import { authCookieName, cookieSettings } from "./cookies";
import { shareRefreshes } from "./shared-refresh";

/** Days that a sign-in on the network host lives without being used. */
const SIGN_IN_DAYS = 60;

const authFetch = shareRefreshes((input, init) => fetch(input, init));

/**
 * Supabase Auth for the network host. Only where cookies can be written: server actions and route handlers.
 * Reading who is signed in needs no client: see `readAuthState`.
 */
export async function createAuthClient(): Promise<SupabaseClient> {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = serverEnv();
  const jar = await cookies();
  return createServerClient(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, {
    global: { fetch: authFetch },
    cookieOptions: { name: authCookieName(), ...cookieSettings(SIGN_IN_DAYS * 86_400) },
    cookies: {
      getAll: () => jar.getAll(),
      setAll: (changed) => {
        for (const { name, value, options } of changed) {
          jar.set(name, value, { ...options, ...cookieSettings(options.maxAge), domain: undefined });
        }
      },
    },
  });
}
