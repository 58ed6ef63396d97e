import "server-only";
import type { Db } from "@/lib/supabase/client";
import { unwrapAs } from "@/lib/supabase/result";
import { type SessionList, sessionListSchema } from "./schemas";

/** One's own sessions, the newest first. Only with a token of the network host. */
export async function listMySessions(db: Db): Promise<SessionList> {
  return unwrapAs(sessionListSchema, db.rpc("list_my_sessions"));
}
