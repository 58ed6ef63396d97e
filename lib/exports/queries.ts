import "server-only";
import type { Db } from "@/lib/supabase/client";
import { unwrapAs } from "@/lib/supabase/result";
import { exportsSchema, type MyExports } from "./schemas";

/** One's exports with what the next would be, of everything or of one community; null where one has nothing there. */
export async function getMyExports(db: Db, slug: string | null): Promise<MyExports | null> {
  return unwrapAs(exportsSchema, db.rpc("my_exports", { p_slug: slug }));
}
