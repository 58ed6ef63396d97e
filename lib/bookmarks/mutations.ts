import "server-only";
import type { MemberContext } from "@/lib/actions/contexts";
import { AppError } from "@/lib/errors/app-error";
import { unwrap } from "@/lib/supabase/result";

type Reader = Pick<MemberContext, "db" | "tenant" | "viewer">;

/** Keeps a post for later or no longer; repeating it changes nothing. */
export async function setSaved({ db, tenant, viewer }: Reader, id: string, saved: boolean): Promise<void> {
  const row = { tenant_id: tenant.id, post_id: id, user_id: viewer.id };
  if (!saved) {
    await unwrap(db.from("post_bookmarks").delete().match(row));
    return;
  }
  try {
    await unwrap(db.from("post_bookmarks").insert(row));
  } catch (error) {
    if (!(error instanceof AppError && error.reason === "already_exists")) throw error;
  }
}
