import "server-only";
import type { TenantPageContext } from "@/lib/context/pages";
import { unwrapAs } from "@/lib/supabase/result";
import { type Face, faceSchema } from "./schemas";

/**
 * One's own face in a community: the one chosen there, else what shows through of one's base profile. Null where one
 * does not belong there.
 */
export async function findMyFace({
  db,
  tenant,
}: Pick<TenantPageContext, "db" | "tenant">): Promise<Face | null> {
  return unwrapAs(faceSchema.nullable(), db.rpc("my_face", { p_tenant: tenant.id }));
}
