import "server-only";
import { type Cursor, encodeCursor } from "@/lib/feed/cursor";
import { FEED_PAGE_SIZE } from "@/lib/feed/schemas";
import { summarisePost } from "@/lib/posts/rules";
import type { Db } from "@/lib/supabase/client";
import { unwrapAs } from "@/lib/supabase/result";
import { type SavedPage, savedAnswerSchema } from "./schemas";

interface SavedRequest {
  /** Id of one community; null for all of one's own, which only the network host may ask for. */
  tenant: string | null;
  before?: Cursor | null;
  limit?: number;
  communities?: boolean;
}

/** Reads one page of what somebody keeps for later and may still read, in one database call. */
export async function getSavedPosts(db: Db, request: SavedRequest): Promise<SavedPage> {
  const { tenant, before, limit = FEED_PAGE_SIZE, communities = false } = request;
  const answer = await unwrapAs(
    savedAnswerSchema,
    db.rpc("saved_posts", {
      p_tenant: tenant,
      p_before: before?.at ?? null,
      p_before_id: before?.id ?? null,
      p_limit: limit,
      p_communities: communities,
    }),
  );
  return {
    items: (answer?.items ?? []).map(summarisePost),
    next: answer?.next ? encodeCursor(answer.next) : null,
    communities: answer?.communities ?? null,
  };
}
