import { getTranslations } from "next-intl/server";
import { FeedList } from "@/components/feed/feed-list";
import { PageTitle } from "@/components/layout/page-title";
import { ColumnDown } from "@/components/network/column-states";
import { isRead, placesOf } from "@/components/network/feed-places";
import { PageColumn } from "@/components/network/page-column";
import { Messages } from "@/components/providers/messages";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { getSavedPosts } from "@/lib/bookmarks/queries";
import { unlessDown } from "@/lib/context/outage";
import { requireNetworkPage } from "@/lib/context/pages";
import { readCursor } from "@/lib/feed/cursor";
import { type PageQuery, readParam } from "@/lib/http/search-params";

/** What somebody keeps for later, in all their communities. */
export default async function SavedPage({ searchParams }: { searchParams: PageQuery }) {
  const { db, viewer } = await requireNetworkPage();
  const wanted = await readParam(searchParams, "before");
  const before = readCursor(wanted);
  const loaded = await unlessDown(() => getSavedPosts(db, { tenant: null, before, communities: true }));
  if (!loaded.up) return <ColumnDown requestId={loaded.requestId} />;
  const { items, next, communities } = loaded.value;
  const t = await getTranslations("feed.saved");
  return (
    <PageColumn>
      <PageTitle title={t("title")} text={t("textAll")} />
      <Messages of={["feed", "post"]}>
        <FeedList
          endpoint="/api/v1/saved"
          path="/saved"
          start={before ? wanted : null}
          initial={{ items, next }}
          now={Date.now()}
          lang={viewer.locale ?? "en"}
          member={false}
          places={placesOf((communities ?? []).filter(isRead))}
          headingLevel={2}
          empty={
            <EmptyState
              title={t("emptyTitle")}
              text={t("emptyText")}
              action={<LinkButton href="/feed">{t("emptyActionAll")}</LinkButton>}
            />
          }
        />
      </Messages>
    </PageColumn>
  );
}

export async function generateMetadata() {
  return { title: (await getTranslations("feed.saved"))("title") };
}
