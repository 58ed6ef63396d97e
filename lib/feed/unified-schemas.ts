import { z } from "zod";
import { type PostSummary, postRowSchema } from "@/lib/posts/schemas";
import { type MyCommunity, myCommunitySchema } from "@/lib/tenants/directory-schemas";
import { cursorSchema } from "./cursor";
import { FEED_PAGE_SIZE } from "./schemas";
import { parseSlugList } from "./unified-rules";

/** The answer of `unified_page`; with one's communities where they were asked for. */
export const unifiedAnswerSchema = z.object({
  items: z.array(postRowSchema),
  /** Whether older posts follow. */
  more: z.boolean(),
  communities: z.array(myCommunitySchema).nullable(),
});

/** Query of `GET /api/v1/feed` on the network host: `c` names communities by slug, with commas between. */
export const unifiedQuerySchema = z.strictObject({
  c: z.string().max(3000).default("").transform(parseSlugList),
  before: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(FEED_PAGE_SIZE),
});

/** One page of the unified feed, newest first. `communities` is null where a list only grows. */
export interface UnifiedPage {
  items: PostSummary[];
  communities: MyCommunity[] | null;
  next: string | null;
}
