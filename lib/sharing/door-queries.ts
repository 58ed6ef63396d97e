import "server-only";
import type { TenantPageContext } from "@/lib/context/pages";
import { summarisePost } from "@/lib/posts/rules";
import { unwrapAs } from "@/lib/supabase/result";
import { type WaitingShare, waitingAnswerSchema } from "./door-schemas";

const PAGE_SIZE = 10;

/** What waits at the door of the community of this request, for its moderators, the longest first. */
export async function getWaitingShares(
  { db, tenant }: Pick<TenantPageContext, "db" | "tenant">,
  after: string | null,
): Promise<{ items: WaitingShare[]; next: string | null }> {
  const { items, next } = await unwrapAs(
    waitingAnswerSchema,
    db.rpc("waiting_shares", { p_tenant: tenant.id, p_after: after, p_limit: PAGE_SIZE }),
  );
  return { items: items.map((item) => ({ ...item, post: summarisePost(item.post) })), next };
}
