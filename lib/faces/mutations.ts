import "server-only";
import type { MemberContext } from "@/lib/actions/contexts";
import { AppError } from "@/lib/errors/app-error";
import { unwrap } from "@/lib/supabase/result";
import type { FaceInput } from "./schemas";

/** Writes one's own face in a community. The card that lists show follows in the same transaction. */
export async function saveFace(ctx: MemberContext, input: FaceInput): Promise<void> {
  if (await changeFace(ctx, input)) return;
  try {
    const { db, tenant, viewer } = ctx;
    await unwrap(db.from("user_profiles").insert({ tenant_id: tenant.id, user_id: viewer.id, ...input }));
  } catch (error) {
    // Two tabs saved the first one at once: the row is there now.
    const raced = error instanceof AppError && error.reason === "already_exists";
    if (!raced || !(await changeFace(ctx, input))) throw error;
  }
}

async function changeFace({ db, tenant, viewer }: MemberContext, input: FaceInput): Promise<boolean> {
  const changed = await unwrap(
    db
      .from("user_profiles")
      .update(input)
      .eq("tenant_id", tenant.id)
      .eq("user_id", viewer.id)
      .select("user_id"),
  );
  return changed?.length === 1;
}
