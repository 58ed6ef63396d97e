import "server-only";
import { summarisePost } from "@/lib/posts/rules";
import type { PostSummary } from "@/lib/posts/schemas";
import type { Db } from "@/lib/supabase/client";
import { unwrapAs } from "@/lib/supabase/result";
import type { Cursor } from "./cursor";
import { toFeedPage } from "./rules";
import { FEED_PAGE_SIZE, type FeedPage, feedAnswerSchema } from "./schemas";

/** The feed of a community as this caller may see it: one page, and on the first one what is pinned. */
export interface CommunityFeed extends FeedPage {
  pinned: PostSummary[];
}

interface FeedRequest {
  before?: Cursor | null;
  limit?: number;
}

/** Reads one page of a community's feed; empty for somebody who may read nothing there. One database call. */
export async function getCommunityFeed(
  ctx: { db: Db; tenant: { id: string } },
  { before, limit = FEED_PAGE_SIZE }: FeedRequest = {},
): Promise<CommunityFeed> {
  const answer = await unwrapAs(
    feedAnswerSchema,
    ctx.db.rpc("community_feed", {
      p_tenant: ctx.tenant.id,
      p_before: before?.at ?? null,
      p_before_id: before?.id ?? null,
      p_limit: limit,
    }),
  );
  return {
    ...toFeedPage(answer?.items ?? [], limit),
    pinned: (answer?.pinned ?? []).map(summarisePost),
  };
}
