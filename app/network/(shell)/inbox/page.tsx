import { getTranslations } from "next-intl/server";
import { InboxFilters } from "@/components/inbox/inbox-filters";
import { InboxList } from "@/components/inbox/inbox-list";
import { InboxLive } from "@/components/inbox/inbox-live";
import { InboxTools } from "@/components/inbox/inbox-tools";
import { NoticeForm } from "@/components/inbox/notice-form";
import { PageTitle } from "@/components/layout/page-title";
import { ColumnDown } from "@/components/network/column-states";
import { PageColumn } from "@/components/network/page-column";
import { Messages } from "@/components/providers/messages";
import { Notice } from "@/components/ui/notice";
import { unlessDown } from "@/lib/context/outage";
import { requireNetworkPage } from "@/lib/context/pages";
import { readCursor } from "@/lib/feed/cursor";
import type { PageQuery } from "@/lib/http/search-params";
import { readInboxPlace } from "@/lib/inbox/place";
import { getInbox } from "@/lib/inbox/queries";

/** What concerns the person in all their communities and journeys. */
export default async function InboxPage({ searchParams }: { searchParams: PageQuery }) {
  const t = await getTranslations("inbox");
  const { db } = await requireNetworkPage();
  const place = readInboxPlace(await searchParams);
  const loaded = await unlessDown(() => getInbox(db, { ...place, before: readCursor(place.before) }));
  if (!loaded.up) return <ColumnDown requestId={loaded.requestId} />;
  const page = loaded.value;
  const { communities, personal, until } = page;
  const chosen = communities.find(({ slug }) => slug === place.community) ?? null;
  const journeys = place.filter === "journeys";
  const unread = personal.unread > 0 || communities.some((community) => community.unread > 0);
  return (
    <PageColumn>
      <Messages of={["inbox", "answerInvitation", "form"]}>
        <PageTitle
          title={t("title")}
          text={t("text")}
          action={
            unread && !chosen && !journeys ? (
              <NoticeForm action="read" fields={{ until }} size="md">
                {t("readAll")}
              </NoticeForm>
            ) : null
          }
        />
        {place.gone ? (
          <Notice tone="info" role="status" className="mb-6">
            {t("gone")}
          </Notice>
        ) : null}
        <InboxFilters place={place} communities={communities} />
        {chosen ? <InboxTools community={chosen} state={chosen} until={until} /> : null}
        {journeys ? <InboxTools community={null} state={personal} until={until} /> : null}
        <InboxList page={page} place={place} now={Date.now()} />
        <InboxLive />
      </Messages>
    </PageColumn>
  );
}

export async function generateMetadata() {
  return { title: (await getTranslations("inbox"))("title") };
}
