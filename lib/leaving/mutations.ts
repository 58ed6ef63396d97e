import "server-only";
import type { ViewerContext } from "@/lib/actions/contexts";
import { unwrap } from "@/lib/supabase/result";
import type { LeaveInput } from "./schemas";

/**
 * Leaves a community at once. What is to lose its name, or to go, does so within seconds, by the worker. Throws
 * `conflict` with reason `last_owner` where nobody else owns it.
 */
export async function leaveWith({ db }: ViewerContext, { tenant, mode }: LeaveInput): Promise<void> {
  await unwrap(db.rpc("leave_community", { p_tenant: tenant, p_mode: mode }));
}
