import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { ColumnDown } from "@/components/network/column-states";
import { FeedBar } from "@/components/network/feed-bar";
import { FeedEmpty } from "@/components/network/feed-empty";
import { FeedLeftOut } from "@/components/network/feed-left-out";
import { isRead } from "@/components/network/feed-places";
import { PageColumn } from "@/components/network/page-column";
import { StreamList } from "@/components/network/stream-list";
import { Messages } from "@/components/providers/messages";
import { unlessDown } from "@/lib/context/outage";
import { requireNetworkPage } from "@/lib/context/pages";
import { AppError } from "@/lib/errors/app-error";
import { readCursor } from "@/lib/feed/cursor";
import { FEED_PAGE_SIZE } from "@/lib/feed/schemas";
import { getUnifiedScreen } from "@/lib/feed/unified-queries";
import { readUnifiedView, spellOut, type UnifiedView, whyEmpty } from "@/lib/feed/unified-rules";
import { type PageQuery, readParam } from "@/lib/http/search-params";

/** What is new in all one's communities, or in the part of them that a view shows. */
export default async function FeedPage({ searchParams }: { searchParams: PageQuery }) {
  const t = await getTranslations("streams");
  const { db, viewer } = await requireNetworkPage();
  const view = readUnifiedView(await searchParams);
  const wanted = await readParam(searchParams, "before");
  const before = readCursor(wanted);
  const loaded = await unlessDown(() =>
    getUnifiedScreen(db, { view, before, limit: FEED_PAGE_SIZE }).catch(missingViewIsNotFound),
  );
  if (!loaded.up) return <ColumnDown requestId={loaded.requestId} />;
  const { page, frame } = loaded.value;
  const active = frame.communities.filter(isRead);
  const kept = frame.views.find(({ id }) => id === view.kept) ?? null;
  const shown = spellOut(view, kept, active);
  const muted = active.flatMap(({ id, name }) => {
    const until = frame.muted[id];
    return until === undefined ? [] : [{ id, name, until }];
  });
  return (
    <PageColumn>
      <PageTitle title={kept ? <bdi>{kept.name}</bdi> : t("title")} text={t(`text.${textOf(shown)}`)} />
      {active.length > 1 || kept ? (
        <Messages of={["form"]}>
          <FeedBar communities={active} views={frame.views} shown={shown} kept={kept} muted={frame.muted} />
        </Messages>
      ) : null}
      <FeedLeftOut missing={page.missing} muted={shown.slugs.length === 1 ? [] : muted} />
      <Messages of={["feed", "post", "streams", "eventTime"]}>
        <StreamList
          view={view}
          page={page}
          start={before ? wanted : null}
          communities={active}
          muted={muted.map(({ id }) => id).join()}
          lang={viewer.locale ?? "en"}
          empty={
            <FeedEmpty
              why={whyEmpty(
                active.map(({ id, slug }) => ({ slug, muted: id in frame.muted })),
                shown,
              )}
              upcoming={frame.upcoming}
              communities={active}
              viewerZone={viewer.time_zone}
            />
          }
        />
      </Messages>
    </PageColumn>
  );
}

function missingViewIsNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "not_found") notFound();
  throw error;
}

function textOf({ mentions, order, slugs }: UnifiedView): "mentions" | "balanced" | "chosen" | "all" {
  if (mentions) return "mentions";
  if (order === "balanced") return "balanced";
  return slugs.length > 0 ? "chosen" : "all";
}

export async function generateMetadata() {
  return { title: (await getTranslations("streams"))("title") };
}
