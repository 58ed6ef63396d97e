import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { changePost } from "@/lib/feed/pages";
import type { FeedPage } from "@/lib/feed/schemas";
import type { PostSummary } from "@/lib/posts/schemas";

/** Pages of one feed as the query cache keeps them. */
export type FeedData = InfiniteData<FeedPage, string | null>;

/** Every feed's key begins with this. */
export const FEED_KEY = "feed";

/** Changes a post in every list that is loaded; `change` gives null to take it out. */
export function updateFeeds(
  client: QueryClient,
  postId: string,
  change: (post: PostSummary) => PostSummary | null,
): void {
  client.setQueriesData<FeedData>(
    { queryKey: [FEED_KEY] },
    (data) => data && { ...data, pages: changePost(data.pages, postId, change) },
  );
}
