import "server-only";
import { z } from "zod";
import type { Db } from "@/lib/supabase/client";
import { unwrap, unwrapAs } from "@/lib/supabase/result";
import type { MuteSpan } from "./mutes";
import type { KeepViewInput } from "./unified-schemas";

/** Keeps a view, a new one or one that is kept already. Gives its id. */
export async function keepView(db: Db, { id, name, slugs, order, only }: KeepViewInput): Promise<string> {
  return unwrapAs(
    z.uuid(),
    db.rpc("save_feed_view", {
      p_name: name,
      p_slugs: slugs,
      p_order: order,
      p_only: only || null,
      p_view: id || null,
    }),
  );
}

/** Forgets a view. */
export async function removeView(db: Db, id: string): Promise<void> {
  await unwrap(db.rpc("remove_feed_view", { p_view: id }));
}

/** Leaves a community out of what goes over several; null hears it again. Gives until when it is muted. */
export async function muteCommunity(db: Db, tenant: string, span: MuteSpan | null): Promise<string | null> {
  return unwrap(db.rpc("mute_community", { p_tenant: tenant, p_for: span }));
}

/** Puts these first in the switcher. */
export async function pinCommunities(db: Db, tenants: string[]): Promise<void> {
  await unwrap(db.rpc("pin_communities", { p_tenants: tenants }));
}
