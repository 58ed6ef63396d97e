import "server-only";
import { type Cursor, encodeCursor } from "@/lib/feed/cursor";
import type { Db } from "@/lib/supabase/client";
import { unwrapAs } from "@/lib/supabase/result";
import { PLATFORM_PAGE_SIZE, type PlatformCommunity, platformAnswerSchema } from "./schemas";

/** One page of all communities, the newest first; `next` is null on the last one. */
export interface PlatformPage {
  items: PlatformCommunity[];
  next: string | null;
}

/** Reads one page of communities whose name or address begins with `query`. Only with a token of the staff's host. */
export async function listPlatformCommunities(
  db: Db,
  { query, before }: { query: string; before?: Cursor },
): Promise<PlatformPage> {
  const { items } = await unwrapAs(
    platformAnswerSchema,
    db.rpc("platform_communities", {
      p_query: query,
      p_before: before?.at ?? null,
      p_before_id: before?.id ?? null,
      p_limit: PLATFORM_PAGE_SIZE,
    }),
  );
  const last = items.at(-1);
  const more = last && items.length >= PLATFORM_PAGE_SIZE;
  return { items, next: more ? encodeCursor({ at: last.created_at, id: last.id }) : null };
}
