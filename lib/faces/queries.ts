import "server-only";
import type { TenantPageContext } from "@/lib/context/pages";
import { unwrapAs } from "@/lib/supabase/result";
import { type Face, faceSchema } from "./schemas";

/** One's own face in a community; null where one has not chosen any and is shown as one joined. */
export async function findMyFace(
  { db, tenant }: Pick<TenantPageContext, "db" | "tenant">,
  userId: string,
): Promise<Face | null> {
  return unwrapAs(
    faceSchema.nullable(),
    db
      .from("user_profiles")
      .select("display_name, bio")
      .eq("tenant_id", tenant.id)
      .eq("user_id", userId)
      .maybeSingle(),
  );
}
