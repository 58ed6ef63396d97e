import "server-only";
import type { MemberContext } from "@/lib/actions/contexts";
import { unwrap } from "@/lib/supabase/result";

type Ctx = Pick<MemberContext, "db" | "tenant">;

/** Lets a post into the community, or does not. Throws `conflict` where somebody answered before. */
export async function reviewShare(
  { db, tenant }: Ctx,
  { share, accept }: { share: string; accept: boolean },
): Promise<void> {
  await unwrap(db.rpc("review_share", { p_tenant: tenant.id, p_share: share, p_accept: accept }));
}
