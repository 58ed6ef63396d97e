"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { LinkButton } from "@/components/ui/link-button";
import { RowsSkeleton } from "@/components/ui/skeleton";
import { fetchJson } from "@/lib/http/fetch-json";
import {
  type DirectoryPlace,
  directoryHref,
  directoryParams,
  encodeDirectoryCursor,
  parseDirectoryCursor,
} from "@/lib/tenants/directory-place";
import { communityHref } from "@/lib/tenants/directory-rules";
import type { DirectoryItem, DirectoryPage } from "@/lib/tenants/directory-schemas";
import { CommunityCard } from "./community-card";

interface DirectoryListProps {
  initial: DirectoryPage;
  /** What part of the directory this is, and where it begins. */
  place: DirectoryPlace;
  signedIn: boolean;
  headingLevel: 2 | 3;
}

/** The directory: cards that grow on demand. Before scripts arrive "Show more" is a page of its own. */
export function DirectoryList({ initial, place, signedIn, headingLevel }: DirectoryListProps) {
  const start = place.after && encodeDirectoryCursor(place.after);
  const pages = useInfiniteQuery({
    queryKey: ["directory", directoryHref(place)],
    queryFn: ({ pageParam, signal }) =>
      fetchJson<DirectoryPage>(
        `/api/tenants?${new URLSearchParams(directoryParams(from(place, pageParam)))}`,
        { signal },
      ),
    initialPageParam: start,
    getNextPageParam: (last: DirectoryPage) => last.next,
    initialData: { pages: [initial], pageParams: [start] },
    staleTime: Number.POSITIVE_INFINITY,
  });
  const items = unique(pages.data.pages.flatMap((page) => page.items));
  return (
    <>
      <ul className="grid gap-4 sm:grid-cols-2 wide:grid-cols-3">
        {items.map((community) => (
          <CommunityCard
            key={community.id}
            community={community}
            href={communityHref(community, signedIn)}
            headingLevel={headingLevel}
          />
        ))}
      </ul>
      <DirectoryEnd pages={pages} place={place} />
    </>
  );
}

function DirectoryEnd({ pages, place }: { pages: Pages; place: DirectoryPlace }) {
  const t = useTranslations("network");
  const common = useTranslations("common");
  const next = pages.data.pages.at(-1)?.next;
  if (pages.isFetchingNextPage) return <RowsSkeleton label={t("loadingMore")} count={3} />;
  if (pages.isFetchNextPageError) {
    return (
      <ErrorState
        title={t("moreFailedTitle")}
        text={t("moreFailedText")}
        action={<Button onClick={() => pages.fetchNextPage()}>{common("retry")}</Button>}
      />
    );
  }
  if (!next) return null;
  const more = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    pages.fetchNextPage();
  };
  return (
    <div className="flex justify-center py-8">
      <LinkButton href={directoryHref(from(place, next))} prefetch={false} rel="next" onClick={more}>
        {t("showMore")}
      </LinkButton>
    </div>
  );
}

interface Pages {
  data: { pages: DirectoryPage[] };
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => unknown;
}

function from(place: DirectoryPlace, start: string | null): DirectoryPlace {
  return { ...place, after: start === null ? null : parseDirectoryCursor(start, place.sort) };
}

/** Counts change while one reads: a community that slid onto the next page is shown once. */
function unique(items: readonly DirectoryItem[]): DirectoryItem[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
