import "server-only";
import type { Db } from "@/lib/supabase/client";
import { unwrapAs } from "@/lib/supabase/result";
import type { Cursor } from "./cursor";
import { toFeedPage } from "./rules";
import { type UnifiedPage, unifiedAnswerSchema } from "./unified-schemas";

/** Reads one page of all one's communities, or of the chosen ones, in one call; `communities` asks for the list too. */
export async function getUnifiedPage(
  db: Db,
  request: { slugs: readonly string[]; before?: Cursor | null; limit: number; communities: boolean },
): Promise<UnifiedPage> {
  const { items, more, communities } = await unwrapAs(
    unifiedAnswerSchema,
    db.rpc("unified_page", {
      p_slugs: request.slugs.length > 0 ? [...request.slugs] : null,
      p_before: request.before?.at ?? null,
      p_before_id: request.before?.id ?? null,
      p_limit: request.limit,
      p_communities: request.communities,
    }),
  );
  return { ...toFeedPage(items, more), communities };
}
