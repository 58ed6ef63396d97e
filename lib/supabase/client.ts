import "server-only";
import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { serverEnv } from "@/lib/env/server";
import { REQUEST_ID_HEADER } from "@/lib/tenancy/headers";
import type { Database } from "./database.types";
import { mintToken, type TokenClaims } from "./token";

/** The one kind of database client there is: row level security decides with the claims it carries. */
export type Db = SupabaseClient<Database>;

/** Milliseconds after which a database call counts as failed; the database itself gives up sooner on a slow query. */
const CALL_MS = 15_000;
const DATA_API = "/rest/v1/";

/** A `fetch` that waits for the Data API no longer than that. Uploads take as long as they take. */
const timedFetch: typeof fetch = (input, init) => {
  const address = input instanceof Request ? input.url : String(input);
  if (!address.includes(DATA_API)) return fetch(input, init);
  const late = AbortSignal.timeout(CALL_MS);
  return fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, late]) : late });
};

/** A client for one request. `requestId` reaches the event and audit logs. */
export function createDb(claims: TokenClaims, requestId: string): Db {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = serverEnv();
  return createClient<Database>(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, {
    accessToken: () => mintToken(claims),
    global: { fetch: timedFetch, headers: { [REQUEST_ID_HEADER]: requestId } },
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  });
}
