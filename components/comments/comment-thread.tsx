"use client";

import { type InfiniteData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type MouseEvent, useCallback, useEffect, useRef } from "react";
import { useNow } from "@/components/posts/use-now";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { LinkButton } from "@/components/ui/link-button";
import { RowsSkeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import type { CommentPage } from "@/lib/comments/schemas";
import { ApiProblem, fetchJson } from "@/lib/http/fetch-json";
import { withParam } from "@/lib/http/query";
import { CommentForm } from "./comment-form";
import { CommentItem } from "./comment-item";

interface CommentThreadProps {
  postId: string;
  initial: CommentPage;
  /** Where the first page begins; null for the start of the thread. */
  start: string | null;
  lang: string;
  now: number;
  member: boolean;
  moderator: boolean;
  replyTo: string | null;
}

/** The comments of a post in reading order, one's own answers in place, further pages on demand. */
export function CommentThread(props: CommentThreadProps) {
  const { postId, initial, start, lang, member, moderator, replyTo } = props;
  const t = useTranslations("post.comments");
  const now = useNow(props.now);
  const thread = useThread(postId, start, initial);
  const found = useRef<string | null>(null);
  const pagePath = (from: string | null) =>
    from ? withParam(`/p/${postId}`, "after", from) : `/p/${postId}`;

  const onChanged = useCallback(
    (commentId: string | null) => {
      found.current = commentId;
      void thread.reload();
      if (commentId) toast.success(t("sent"));
    },
    [thread.reload, t],
  );
  // A new comment is somewhere in the thread: the page goes there once it has arrived.
  useEffect(() => {
    if (!found.current) return;
    const element = document.getElementById(`c-${found.current}`);
    if (!element) return;
    found.current = null;
    element.scrollIntoView({ block: "center", behavior: "smooth" });
  });

  const { pages } = thread.query.data;
  const empty = pages.every((page) => page.items.length === 0);
  return (
    <div className="grid grid-cols-1 gap-4">
      {empty && !member ? <EmptyState title={t("none")} text={t("noneVisitor")} headingLevel={3} /> : null}
      {empty && member ? <p className="text-ink-muted">{t("beFirst")}</p> : null}
      <ol className="grid grid-cols-1">
        {pages.flatMap((page, index) =>
          page.items.map((comment) => (
            <CommentItem
              key={comment.id}
              comment={comment}
              thread={{
                postId,
                lang,
                now,
                member,
                moderator,
                replyTo,
                onChanged,
                path: pagePath(index === 0 ? start : (pages[index - 1]?.next ?? null)),
              }}
            />
          )),
        )}
      </ol>
      <ThreadEnd query={thread.query} moreHref={pagePath(pages.at(-1)?.next ?? null)} />
      {member ? <CommentForm postId={postId} onSent={onChanged} /> : null}
    </div>
  );
}

type ThreadData = InfiniteData<CommentPage, string | null>;

function useThread(postId: string, start: string | null, initial: CommentPage) {
  const client = useQueryClient();
  const key = ["comments", postId, start];
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => {
      const path = `/api/v1/posts/${postId}/comments`;
      return fetchJson<CommentPage>(pageParam ? withParam(path, "after", pageParam) : path, { signal });
    },
    initialPageParam: start,
    getNextPageParam: (last: CommentPage) => last.next,
    initialData: { pages: [initial], pageParams: [start] },
    staleTime: Number.POSITIVE_INFINITY,
  });
  // The server renders the first page anew after each change.
  useEffect(() => {
    client.setQueryData<ThreadData>(["comments", postId, start], (data) =>
      data && data.pages[0] !== initial ? { ...data, pages: [initial, ...data.pages.slice(1)] } : data,
    );
  }, [client, postId, start, initial]);
  const { refetch } = query;
  const several = query.data.pages.length > 1;
  const reload = useCallback(async () => {
    if (several) await refetch();
  }, [refetch, several]);
  return { query, reload };
}

function ThreadEnd({ query, moreHref }: { query: ReturnType<typeof useThread>["query"]; moreHref: string }) {
  const t = useTranslations("post.comments");
  const common = useTranslations("common");
  if (query.isFetchingNextPage) return <RowsSkeleton label={t("loading")} count={3} />;
  if (query.isFetchNextPageError) {
    const requestId = query.error instanceof ApiProblem ? query.error.requestId : undefined;
    return (
      <ErrorState
        title={t("errorTitle")}
        action={<Button onClick={() => void query.fetchNextPage()}>{common("retry")}</Button>}
        note={requestId && common("requestId", { id: requestId })}
      />
    );
  }
  if (!query.hasNextPage) return null;
  const more = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void query.fetchNextPage();
  };
  return (
    <div>
      <LinkButton href={moreHref} prefetch={false} rel="next" onClick={more}>
        {t("more")}
      </LinkButton>
    </div>
  );
}
