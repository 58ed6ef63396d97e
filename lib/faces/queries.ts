import "server-only";
import { z } from "zod";
import type { TenantPageContext } from "@/lib/context/pages";
import { unwrapAs } from "@/lib/supabase/result";
import { type Face, faceSchema } from "./schemas";

const answerSchema = z
  .object({ member: z.object({ name: z.string(), bio: z.string() }) })
  .nullable()
  .transform((page) => page && { display_name: page.member.name, bio: page.member.bio })
  .pipe(faceSchema.nullable());

/**
 * One's own face in a community as its people see it: the one chosen there, else what shows through of one's base
 * profile. Null where one does not belong there.
 */
export async function findMyFace(
  { db, tenant }: Pick<TenantPageContext, "db" | "tenant">,
  userId: string,
): Promise<Face | null> {
  return unwrapAs(answerSchema, db.rpc("member_page", { p_tenant: tenant.id, p_user: userId, p_limit: 1 }));
}
