import "server-only";
import type { TenantPageContext } from "@/lib/context/pages";
import { AppError } from "@/lib/errors/app-error";
import { unwrapAs } from "@/lib/supabase/result";
import { type Connection, connectionsAnswerSchema, type SharingPolicy } from "./schemas";

/** With whom the community of this request shares, what was asked, and what it lets out and in; for its admins. */
export async function getConnections({
  db,
  tenant,
}: Pick<TenantPageContext, "db" | "tenant">): Promise<{ policy: SharingPolicy; connections: Connection[] }> {
  const answer = await unwrapAs(
    connectionsAnswerSchema,
    db.rpc("community_connections_page", { p_tenant: tenant.id }),
  );
  if (!answer?.policy) throw new AppError("forbidden", "not_allowed");
  return { policy: answer.policy, connections: answer.connections };
}
