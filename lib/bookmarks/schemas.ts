import { z } from "zod";
import { cursorSchema } from "@/lib/feed/cursor";
import { FEED_PAGE_SIZE, type FeedPage } from "@/lib/feed/schemas";
import { postRowSchema } from "@/lib/posts/schemas";
import { type MyCommunity, myCommunitySchema } from "@/lib/tenants/directory-schemas";

/** The answer of `saved_posts`; null where the caller is no member. */
export const savedAnswerSchema = z
  .object({
    items: z.array(postRowSchema),
    next: z.object({ at: z.string(), id: z.uuid() }).nullable(),
    communities: z.array(myCommunitySchema).nullable(),
  })
  .nullable();

/** Query of `GET /api/v1/saved`. */
export const savedQuerySchema = z.strictObject({
  before: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(FEED_PAGE_SIZE),
});

/** One page of what somebody keeps for later, last kept first. `communities` only where they were asked for. */
export interface SavedPage extends FeedPage {
  communities: MyCommunity[] | null;
}
