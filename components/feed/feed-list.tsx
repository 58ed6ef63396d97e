"use client";

import { useTranslations } from "next-intl";
import { Fragment, type MouseEvent, type ReactNode, Suspense, useEffect, useState } from "react";
import { useNow } from "@/components/posts/use-now";
import { useShareHref } from "@/components/posts/use-share-href";
import { useListKeys } from "@/components/shortcuts/use-list-keys";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { ArrowUp } from "@/components/ui/icons";
import { late } from "@/components/ui/late";
import { LinkButton } from "@/components/ui/link-button";
import { FeedSkeleton } from "@/components/ui/skeleton";
import { findSeenLine } from "@/lib/feed/news-rules";
import { listPosts } from "@/lib/feed/pages";
import type { FeedPage } from "@/lib/feed/schemas";
import { ApiProblem } from "@/lib/http/fetch-json";
import { withParam } from "@/lib/http/query";
import type { PostSummary } from "@/lib/posts/schemas";
import { CardBoundary } from "./card-boundary";
import { CardPost } from "./card-post";
import { type CardPlace, PostCard } from "./post-card";
import { useFeed } from "./use-feed";

const FeedWatch = late(async () => (await import("./feed-watch")).FeedWatch);

/** Most visitors leave or sign in before there is any news; those who stay are told. */
const VISITORS_WATCH_MS = 20_000;

interface FeedListProps {
  /** API route that answers with a `FeedPage` and takes `before`; its own query stays. */
  endpoint: string;
  /** Address of the page, which takes `before` too: "Show more" works without scripts. */
  path: string;
  /** Where this page begins; null for the newest posts. */
  start: string | null;
  initial: FeedPage;
  /** When the server rendered the page, in milliseconds. */
  now: number;
  /** BCP 47 tag of what people write here, where no place says it. */
  lang: string;
  /** Whether this person may like and answer. */
  member: boolean;
  /** The communities of the list by id, where there are several. */
  places?: Readonly<Record<string, CardPlace>>;
  /**
   * The list is what is newest: says when there is more, and where what is new to this person ends. `seenAt` is until
   * when they have seen it; null on the first visit, undefined where it is not remembered. `news` is the API route that
   * counts what came since the page's `asOf`, where it is no community's own list.
   */
  watch?: { seenAt?: string | null; news?: string };
  /** Pages that were read under another edition of what the list leaves out are fetched anew. */
  edition?: string;
  /** Level of the headings of the posts; 3 unless given. */
  headingLevel?: 2 | 3;
  /** Shown where there is no post at all. */
  empty: ReactNode;
}

/** A list of posts that grows on demand. */
export function FeedList(props: FeedListProps) {
  const { endpoint, path, start, initial, lang, member, places, watch, headingLevel, empty } = props;
  const t = useTranslations("feed");
  const now = useNow(props.now);
  const feed = useFeed({ endpoint, start, initial, edition: props.edition });
  const posts = listPosts(feed.data.pages);
  // What was new when somebody came stays marked while they read.
  const [seenAt] = useState(watch?.seenAt);
  const seenLine = findSeenLine(posts, seenAt ?? null);
  const watching = useLater(watch?.seenAt === undefined && !watch?.news ? VISITORS_WATCH_MS : 0);
  const shareHref = useShareHref();
  const placeOf = (post: PostSummary) => places?.[post.shared?.in ?? post.tenant_id];
  useListKeys((id) => {
    const post = posts.find((one) => one.id === id);
    return post ? shareHref(post, placeOf(post)) : null;
  });
  if (posts.length === 0 && !feed.hasNextPage && start === null) return empty;
  return (
    <>
      {watch && watching ? (
        <Suspense>
          <FeedWatch
            newest={posts[0] ?? null}
            news={
              watch.news && feed.data.pages[0]?.asOf
                ? withParam(watch.news, "at", feed.data.pages[0].asOf)
                : null
            }
            seenAt={watch.seenAt}
            onShow={feed.renew}
          />
        </Suspense>
      ) : null}
      {posts.map((post, index) => {
        const place = placeOf(post);
        return (
          <Fragment key={`${post.tenant_id}${post.id}`}>
            {index === seenLine ? <SeenLine /> : null}
            <CardBoundary>
              <CardPost value={post}>
                <PostCard
                  post={post}
                  lang={place?.locale ?? lang}
                  now={now}
                  member={member}
                  place={place}
                  also={post.places?.flatMap((id) => {
                    const other = places?.[id];
                    return other && other !== place ? [other] : [];
                  })}
                  headingLevel={headingLevel}
                />
              </CardPost>
            </CardBoundary>
          </Fragment>
        );
      })}
      <FeedEnd feed={feed} path={path} />
      {start === null ? null : (
        <p className="py-6">
          <LinkButton href={path}>{t("backToNewest")}</LinkButton>
        </p>
      )}
    </>
  );
}

/** Turns true so many milliseconds after the page came; 0 is at once. */
function useLater(wait: number): boolean {
  const [later, setLater] = useState(wait === 0);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), wait);
    return () => clearTimeout(timer);
  }, [wait]);
  return later;
}

function SeenLine() {
  const t = useTranslations("feed");
  return (
    <p className="flex items-center gap-3 pt-4 text-sm font-medium text-accent before:h-px before:flex-1 before:bg-accent-line after:h-px after:flex-1 after:bg-accent-line">
      <ArrowUp aria-hidden size={16} />
      {t("newSince")}
    </p>
  );
}

function FeedEnd({ feed, path }: { feed: ReturnType<typeof useFeed>; path: string }) {
  const t = useTranslations("feed");
  const common = useTranslations("common");
  if (feed.isFetchingNextPage) return <FeedSkeleton label={t("loadingMore")} count={3} />;
  if (feed.isFetchNextPageError) {
    const requestId = feed.error instanceof ApiProblem ? feed.error.requestId : undefined;
    return (
      <ErrorState
        title={t("errorTitle")}
        text={t("errorText")}
        action={<Button onClick={() => void feed.fetchNextPage()}>{common("retry")}</Button>}
        note={requestId && common("requestId", { id: requestId })}
      />
    );
  }
  const next = feed.data.pages.at(-1)?.next;
  if (!next) return <p className="py-8 text-center text-sm text-ink-muted">{t("end")}</p>;
  const more = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void feed.fetchNextPage();
  };
  return (
    <div className="flex justify-center py-8">
      <LinkButton href={withParam(path, "before", next)} prefetch={false} rel="next" onClick={more}>
        {t("showMore")}
      </LinkButton>
    </div>
  );
}
