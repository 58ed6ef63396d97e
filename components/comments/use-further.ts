import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { commentsApiPath, type Discussion } from "@/lib/comments/links";
import type { CommentPage, CommentPlace } from "@/lib/comments/schemas";
import { fetchJson } from "@/lib/http/fetch-json";

/** Under which further comments of a post are kept. */
export const commentsKey = ({ postId }: Discussion) => ["comments", postId] as const;

/**
 * Comments after the place `start`, once they are asked for: threads, or answers where `place` names a comment. What
 * comes before is the server's to render, anew after each change.
 */
export function useFurther(
  at: Discussion,
  start: string | null,
  place: Partial<Pick<CommentPlace, "comment" | "sort">>,
) {
  const [asked, setAsked] = useState(false);
  const { comment, sort } = place;
  const nextOf = (page: CommentPage) => (comment ? page.threads[0]?.rest : page.next);
  const query = useInfiniteQuery({
    queryKey: [...commentsKey(at), comment, sort, start],
    queryFn: ({ pageParam, signal }) =>
      fetchJson<CommentPage>(commentsApiPath(at, { ...place, after: pageParam }), { signal }),
    initialPageParam: start,
    getNextPageParam: nextOf,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    enabled: asked && start !== null,
  });
  const pages = query.data?.pages ?? [];
  const last = pages.at(-1);
  return {
    pages,
    /** The place after which there is more; null at the end. */
    next: last ? (nextOf(last) ?? null) : start,
    query,
    more: () => {
      if (!asked) setAsked(true);
      else if (last) void query.fetchNextPage();
      else void query.refetch();
    },
  };
}
