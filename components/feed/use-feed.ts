"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { fetchFeedPage } from "@/lib/feed/client";
import { mergeFirstPage } from "@/lib/feed/pages";
import type { FeedPage } from "@/lib/feed/schemas";
import { FEED_KEY, type FeedData } from "./feed-cache";

interface FeedSource {
  endpoint: string;
  /** Where the first page begins; null for the newest. */
  start: string | null;
  /** The first page as the server rendered it. A newer one is put before what is loaded already. */
  initial: FeedPage;
  /** Pages of another edition are not these. */
  edition?: string;
}

function paramsOf(pages: readonly FeedPage[], start: string | null): (string | null)[] {
  return pages.map((_, index) => (index === 0 ? start : (pages[index - 1]?.next ?? null)));
}

/** The pages of a feed: the first from the server, the others when they are asked for. */
export function useFeed({ endpoint, start, initial, edition = "" }: FeedSource) {
  const client = useQueryClient();
  const key = `${endpoint} ${start ?? ""} ${edition}`;
  const query = useInfiniteQuery({
    queryKey: [FEED_KEY, key],
    queryFn: ({ pageParam, signal }) => fetchFeedPage(endpoint, pageParam, signal),
    initialPageParam: start,
    getNextPageParam: (last: FeedPage) => last.next,
    initialData: { pages: [initial], pageParams: [start] },
    // What is shown changes when the page is rendered anew, never under the reader's eyes.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const putFirst = useCallback(
    (first: FeedPage) =>
      client.setQueryData<FeedData>([FEED_KEY, key], (data) => {
        if (!data || data.pages[0] === first) return data;
        const pages = mergeFirstPage(data.pages, first);
        return { pages, pageParams: paramsOf(pages, start) };
      }),
    [client, key, start],
  );
  useEffect(() => {
    putFirst(initial);
  }, [putFirst, initial]);
  /** Fetches what has come since and puts it first. Throws ApiProblem. */
  const renew = useCallback(async () => {
    putFirst(await fetchFeedPage(endpoint, start));
  }, [endpoint, start, putFirst]);
  return { ...query, renew };
}
