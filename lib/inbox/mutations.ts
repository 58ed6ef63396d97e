import "server-only";
import type { TenantContext, ViewerContext } from "@/lib/actions/contexts";
import type { MuteSpan } from "@/lib/feed/mutes";
import { unwrap, unwrapAs } from "@/lib/supabase/result";
import { communityUrl } from "@/lib/tenancy/links";
import { placeOfNotice } from "./rules";
import { type MarkReadInput, openedSchema, type ReadPostInput } from "./schemas";

type Reader = Pick<ViewerContext, "db">;

/** Marks as read, on all devices. Returns how many notifications that were; repeating it changes nothing. */
export async function markRead({ db }: Reader, input: MarkReadInput): Promise<number> {
  const ids = input.id ? [input.id] : input.ids;
  const marked = await unwrap(
    db.rpc("mark_notifications_read", {
      p_ids: ids ?? null,
      p_tenant: input.community ?? null,
      p_until: input.until ?? null,
    }),
  );
  return marked ?? 0;
}

/** Marks as read what this community's answers and mentions say about a post, until the moment it was read. Twice is once. */
export async function readPostNotices(
  { db, tenant }: Pick<TenantContext, "db" | "tenant">,
  { id, until }: ReadPostInput,
): Promise<void> {
  await unwrap(db.rpc("read_post_notices", { p_tenant: tenant.id, p_post: id, p_until: until }));
}

/** Hears nothing of a community for a while, or hears it again. */
export async function muteNotices(
  { db }: Reader,
  { community, span }: { community: string; span?: MuteSpan },
): Promise<void> {
  await unwrap(db.rpc("mute_notifications", { p_tenant: community, p_for: span ?? null }));
}

/** Marks one as read and gives the address of what it is about; null where that may no longer be seen. */
export async function openNotice({ db }: Reader, id: string): Promise<string | null> {
  const opened = await unwrapAs(openedSchema, db.rpc("open_notification", { p_id: id }));
  if (!opened) return null;
  const { host, path } = placeOfNotice(opened);
  if (host === "network" || !opened.community) return path;
  return communityUrl(opened.community, `/session/start?${new URLSearchParams({ path })}`);
}
