import "server-only";
import type { Db } from "@/lib/supabase/client";
import { unwrap, unwrapAs } from "@/lib/supabase/result";
import type { Cursor } from "./cursor";
import { toFeedPage } from "./rules";
import type { UnifiedView } from "./unified-rules";
import {
  type Reason,
  reasonSchema,
  type UnifiedFrame,
  type UnifiedPage,
  unifiedAnswerSchema,
} from "./unified-schemas";

interface UnifiedRequest {
  view: UnifiedView;
  before?: Cursor | null;
  limit: number;
}

async function ask(db: Db, { view, before, limit }: UnifiedRequest, frame: boolean) {
  const { items, next, order, only, as_of, missing, ...around } = await unwrapAs(
    unifiedAnswerSchema,
    db.rpc("unified_page", {
      p_slugs: view.slugs.length > 0 ? [...view.slugs] : null,
      p_before: before?.at ?? null,
      p_before_id: before?.id ?? null,
      p_limit: limit,
      p_frame: frame,
      p_view: view.kept,
      p_order: view.order,
      p_only: view.mentions ? "mentions" : null,
    }),
  );
  const page: UnifiedPage = {
    ...toFeedPage(items, next),
    order,
    mentions: only === "mentions",
    asOf: as_of,
    missing,
  };
  return { page, around };
}

/** Reads one page over one's communities, or the part of them that a view shows, in one call. */
export async function getUnifiedPage(db: Db, request: UnifiedRequest): Promise<UnifiedPage> {
  return (await ask(db, request, false)).page;
}

/** The same with what stands around the list, still in one call. Throws `not_found` for a view that is not kept. */
export async function getUnifiedScreen(
  db: Db,
  request: UnifiedRequest,
): Promise<{ page: UnifiedPage; frame: UnifiedFrame }> {
  const { page, around } = await ask(db, request, true);
  const { communities = [], views = [], muted = {}, upcoming } = around;
  return { page, frame: { communities, views, muted, upcoming: upcoming ?? [] } };
}

/** How many posts of others have come since a moment where the view reads; 21 stands for more than twenty. */
export async function countUnifiedNews(db: Db, at: string, view: UnifiedView): Promise<number> {
  const args = {
    p_after: at,
    p_slugs: view.slugs.length > 0 ? [...view.slugs] : null,
    p_view: view.kept,
  };
  return (await unwrap(db.rpc("unified_news", args))) ?? 0;
}

/** Why a post stands in what one reads, the newest reason first; none for who may not read it. */
export async function getReasons(db: Db, post: { home: string; post: string }): Promise<Reason[]> {
  return unwrapAs(reasonSchema.array(), db.rpc("why_shown", { p_home: post.home, p_post: post.post }));
}
