import "server-only";
import type { Db } from "@/lib/supabase/client";
import { unwrapAs } from "@/lib/supabase/result";
import { type Deletion, deletionSchema } from "./schemas";

/** What deleting one's account would mean, and whether it is asked for already. Only with a token of the network host. */
export async function getDeletion(db: Db): Promise<Deletion> {
  return unwrapAs(deletionSchema, db.rpc("account_deletion"));
}
