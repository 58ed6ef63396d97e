import "server-only";
import type { Db } from "@/lib/supabase/client";
import { unwrap, unwrapAs } from "@/lib/supabase/result";
import type { Cursor, RankCursor } from "./cursor";
import { toCommunityFeed } from "./rules";
import { type CommunityFeed, FEED_PAGE_SIZE, feedAnswerSchema } from "./schemas";
import { type FeedView, WHOLE_FEED } from "./views";

interface FeedRequest {
  before?: Cursor | RankCursor | null;
  limit?: number;
  view?: FeedView;
}

/** Reads one page of a community's feed; empty for somebody who may read nothing there. One database call. */
export async function getCommunityFeed(
  ctx: { db: Db; tenant: { id: string } },
  { before, limit = FEED_PAGE_SIZE, view = WHOLE_FEED }: FeedRequest = {},
): Promise<CommunityFeed> {
  const answer = await unwrapAs(
    feedAnswerSchema,
    ctx.db.rpc("community_feed", {
      p_tenant: ctx.tenant.id,
      p_before: before && "at" in before ? before.at : null,
      p_before_id: before?.id ?? null,
      p_before_score: before && "score" in before ? before.score : null,
      p_limit: limit,
      p_sort: view.sort,
      p_type: view.type,
      p_tag: view.tag,
      p_group: view.group,
      p_mine: view.mine,
    }),
  );
  return toCommunityFeed(answer);
}

/** How many posts of others are newer than this one: 21 stands for more than twenty. */
export async function countNewerPosts(
  { db, tenant }: { db: Db; tenant: { id: string } },
  { at, id }: Cursor,
): Promise<number> {
  return (await unwrap(db.rpc("feed_news", { p_tenant: tenant.id, p_after: at, p_after_id: id }))) ?? 0;
}
