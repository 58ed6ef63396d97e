import "server-only";
import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import { serverEnv } from "@/lib/env/server";
import { REQUEST_ID_HEADER } from "@/lib/tenancy/headers";
import type { Database } from "./database.types";
import { mintToken, type TokenClaims } from "./token";

/** The one kind of database client there is: row level security decides with the claims it carries. */
export type Db = SupabaseClient<Database>;

/** A client for one request. `requestId` reaches the event and audit logs. */
export function createDb(claims: TokenClaims, requestId: string): Db {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = serverEnv();
  return createClient<Database>(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, {
    accessToken: () => mintToken(claims),
    global: { headers: { [REQUEST_ID_HEADER]: requestId } },
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  });
}
