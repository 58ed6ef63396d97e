import type { ReactNode } from "react";
import { FeedList } from "@/components/feed/feed-list";
import type { CardPlace } from "@/components/feed/post-card";
import { type UnifiedView, unifiedHref, unifiedQuery } from "@/lib/feed/unified-rules";
import type { UnifiedPage } from "@/lib/feed/unified-schemas";
import type { MyCommunity } from "@/lib/tenants/directory-schemas";
import { placesOf } from "./feed-places";
import { StreamMenu } from "./stream-menu";

interface StreamListProps {
  view: UnifiedView;
  page: UnifiedPage;
  /** Where this page begins; null for the first. */
  start: string | null;
  communities: readonly MyCommunity[];
  /** Ids of the muted ones, in one text. */
  muted: string;
  /** BCP 47 tag of what people write, where no community says it. */
  lang: string;
  empty: ReactNode;
}

const ENDPOINT = "/api/content/cross-community";

/** The cards of the feed over all communities; each says why it is there, and the list when there is more. */
export function StreamList({ view, page, start, communities, muted, lang, empty }: StreamListProps) {
  const query = unifiedQuery(view);
  // News has one order.
  const news = `${ENDPOINT}/news${unifiedQuery({ ...view, order: "time" })}`;
  return (
    <FeedList
      key={`${query} ${muted}`}
      endpoint={`${ENDPOINT}${query}`}
      path={unifiedHref(view)}
      start={start}
      initial={page}
      edition={muted}
      now={Date.now()}
      lang={lang}
      member={false}
      places={streamPlacesOf(communities)}
      watch={page.mentions || start !== null ? undefined : { news }}
      headingLevel={2}
      empty={empty}
    />
  );
}

function streamPlacesOf(communities: readonly MyCommunity[]): Record<string, CardPlace> {
  const places = placesOf(communities);
  return Object.fromEntries(
    communities.flatMap(({ id, slug, name }) => {
      const place = places[id];
      return place ? [[id, { ...place, menu: <StreamMenu community={{ id, slug, name }} /> }]] : [];
    }),
  );
}
