import { z } from "zod";
import { type PostSummary, postRowSchema } from "@/lib/posts/schemas";
import { cursorSchema } from "./cursor";

export const FEED_PAGE_SIZE = 20;

/** The answer of `community_feed`; null where the caller may read nothing. */
export const feedAnswerSchema = z
  .object({ items: z.array(postRowSchema), pinned: z.array(postRowSchema).default([]) })
  .nullable();
export type FeedAnswer = z.infer<typeof feedAnswerSchema>;

/** Query of `GET /api/v1/feed`. */
export const feedQuerySchema = z.strictObject({
  before: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(FEED_PAGE_SIZE),
});

/** One page of a feed, newest first. `next` leads to the following page and is null on the last one. */
export interface FeedPage {
  items: PostSummary[];
  next: string | null;
}
