import "server-only";
import type { ViewerContext } from "@/lib/actions/contexts";
import { unwrap } from "@/lib/supabase/result";
import type { CommunityStatusInput } from "./schemas";

/** Pauses a community or brings it back; the audit log keeps who and why. */
export async function setCommunityStatus({ db }: ViewerContext, input: CommunityStatusInput): Promise<void> {
  await unwrap(
    db.rpc("set_community_status", { p_tenant: input.id, p_status: input.status, p_reason: input.reason }),
  );
}
