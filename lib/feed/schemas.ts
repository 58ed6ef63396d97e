import { z } from "zod";
import { POST_TYPES, TAG_MAX } from "@/lib/posts/limits";
import { type PostSummary, postRowSchema } from "@/lib/posts/schemas";
import { feedCursorSchema } from "./cursor";
import { FEED_SORTS, type FeedSort } from "./views";

export const FEED_PAGE_SIZE = 20;

const nextSchema = z
  .object({ at: z.string().nullable(), score: z.number().int().nullable(), id: z.uuid() })
  .nullable();

/** The answer of `community_feed`; null where the caller may read nothing. */
export const feedAnswerSchema = z
  .object({
    items: z.array(postRowSchema),
    pinned: z.array(postRowSchema).nullable(),
    sort: z.enum(FEED_SORTS),
    next: nextSchema,
    kept_sort: z.enum(FEED_SORTS).nullish(),
    seen_at: z.string().nullish(),
    groups: z.array(z.object({ id: z.uuid(), name: z.string() })).nullable(),
  })
  .nullable();
export type FeedAnswer = NonNullable<z.infer<typeof feedAnswerSchema>>;

const limitField = z.coerce.number().int().min(1).max(50).default(FEED_PAGE_SIZE);

/** Query of `GET /api/v1/feed` on a community's host. */
export const feedQuerySchema = z.strictObject({
  before: feedCursorSchema.optional(),
  limit: limitField,
  sort: z.enum(FEED_SORTS).default("new"),
  type: z.enum(POST_TYPES).optional(),
  tag: z
    .string()
    .max(TAG_MAX * 4)
    .optional(),
  group: z.uuid().optional(),
  by: z.literal("me").optional(),
});

/** Query of `GET /api/v1/feed/news`: the newest post that the page shows. */
export const newsQuerySchema = z.strictObject({
  at: z.iso.datetime({ offset: true }),
  id: z.uuid(),
});

/** Body of `POST /api/v1/feed/seen`: when the newest post was written that somebody has seen. */
export const seenSchema = z.strictObject({ at: z.iso.datetime({ offset: true }) });

/** What a feed opens with from now on. */
export const keepSortSchema = z.strictObject({ sort: z.enum(FEED_SORTS) });

/** One page of a feed in its order. `next` leads to the following page and is null on the last one. */
export interface FeedPage {
  items: PostSummary[];
  next: string | null;
  /** The moment from which on a post is news to this page, where the list goes over several communities. */
  asOf?: string;
}

/** One page of a community's feed as this caller may see it. */
export interface CommunityFeed extends FeedPage {
  /** What is pinned: on the first page of the whole feed, whatever its order. */
  pinned: PostSummary[];
  /** The order it is in. */
  sort: FeedSort;
  /** The order that the person keeps for this community; null where they keep none. */
  keptSort: FeedSort | null;
  /** Until when the person has seen what is new; null for visitors and on the first visit. */
  seenAt: string | null;
  /** The person's groups, on the first page. */
  groups: { id: string; name: string }[];
}
