import { getTranslations } from "next-intl/server";
import { FeedList } from "@/components/feed/feed-list";
import { PageTitle } from "@/components/layout/page-title";
import { FeedChips } from "@/components/network/feed-chips";
import { FeedEmpty } from "@/components/network/feed-empty";
import { isRead, placesOf } from "@/components/network/feed-places";
import { PageColumn } from "@/components/network/page-column";
import { PageDown } from "@/components/notices/page-down";
import { Messages } from "@/components/providers/messages";
import { unlessDown } from "@/lib/context/outage";
import { requireNetworkPage } from "@/lib/context/pages";
import { readCursor } from "@/lib/feed/cursor";
import { FEED_PAGE_SIZE } from "@/lib/feed/schemas";
import { getUnifiedPage } from "@/lib/feed/unified-queries";
import { parseSlugList, whyEmpty } from "@/lib/feed/unified-rules";
import { type PageQuery, readParam } from "@/lib/http/search-params";

/** What is new in all one's communities, or in the chosen ones. */
export default async function FeedPage({ searchParams }: { searchParams: PageQuery }) {
  const t = await getTranslations("network");
  const { db, viewer } = await requireNetworkPage();
  const chosen = parseSlugList((await searchParams).c);
  const wanted = await readParam(searchParams, "before");
  const before = readCursor(wanted);
  const loaded = await unlessDown(() =>
    getUnifiedPage(db, { slugs: chosen, before, limit: FEED_PAGE_SIZE, communities: true }),
  );
  if (!loaded.up) {
    return (
      <PageColumn>
        <PageDown requestId={loaded.requestId} />
      </PageColumn>
    );
  }
  const { communities, ...page } = loaded.value;
  const active = (communities ?? []).filter(isRead);
  const query = chosen.length > 0 ? `?c=${chosen.join(",")}` : "";
  return (
    <PageColumn>
      <PageTitle title={t("feedTitle")} text={chosen.length > 0 ? t("feedTextChosen") : t("feedText")} />
      {active.length > 1 ? <FeedChips communities={active} chosen={chosen} /> : null}
      <Messages of={["feed", "post"]}>
        <FeedList
          key={query}
          endpoint={`/api/v1/feed${query}`}
          path={`/feed${query}`}
          start={before ? wanted : null}
          initial={page}
          now={Date.now()}
          lang={viewer.locale ?? "en"}
          member={false}
          places={placesOf(active)}
          headingLevel={2}
          empty={<FeedEmpty why={whyEmpty(active.length, chosen)} />}
        />
      </Messages>
    </PageColumn>
  );
}

export async function generateMetadata() {
  return { title: (await getTranslations("network"))("feedTitle") };
}
