import "server-only";
import type { Db } from "@/lib/supabase/client";
import { unwrap } from "@/lib/supabase/result";
import type { FeedSort } from "./views";

interface Reader {
  db: Db;
  tenant: { id: string };
}

/** Keeps the order in which a community's feed opens for this person. */
export async function keepFeedSort({ db, tenant }: Reader, sort: FeedSort): Promise<void> {
  await unwrap(db.rpc("keep_feed_view", { p_tenant: tenant.id, p_sort: sort }));
}

/** Remembers until when this person has seen what is new; an earlier moment than the one known changes nothing. */
export async function keepSeen({ db, tenant }: Reader, at: string): Promise<void> {
  await unwrap(db.rpc("keep_feed_view", { p_tenant: tenant.id, p_seen_at: at }));
}
