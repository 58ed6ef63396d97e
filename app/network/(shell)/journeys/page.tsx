import { getTranslations } from "next-intl/server";
import { Examples } from "@/components/journeys/examples";
import { JourneyList } from "@/components/journeys/journey-list";
import { NewJourney } from "@/components/journeys/new-journey";
import { PageTitle } from "@/components/layout/page-title";
import { ColumnDown } from "@/components/network/column-states";
import { PageColumn } from "@/components/network/page-column";
import { Messages } from "@/components/providers/messages";
import { Recommendations } from "@/components/recommendations/recommendations";
import { TabLinks } from "@/components/ui/tab-links";
import { unlessDown } from "@/lib/context/outage";
import { requireNetworkPage } from "@/lib/context/pages";
import { readCursor } from "@/lib/feed/cursor";
import { type PageQuery, readParam } from "@/lib/http/search-params";
import { JOURNEY_FILTERS } from "@/lib/journeys/choices";
import { listJourneys } from "@/lib/journeys/queries";

/** Somebody's journeys: their own, those of others that they are on, templates, and what was put away. */
export default async function JourneysPage({ searchParams }: { searchParams: PageQuery }) {
  const t = await getTranslations("journeys");
  const { db, viewer } = await requireNetworkPage();
  const wanted = await readParam(searchParams, "show");
  const filter = JOURNEY_FILTERS.find((one) => one === wanted) ?? "mine";
  const before = readCursor(await readParam(searchParams, "before"));
  const loaded = await unlessDown(() => listJourneys(db, { filter, before }));
  if (!loaded.up) return <ColumnDown requestId={loaded.requestId} />;
  const { items, next } = loaded.value;
  const first = filter === "mine" && items.length === 0 && !before;
  return (
    <PageColumn>
      <PageTitle title={t("title")} text={t("text")} />
      <Messages of={["journeyStart", "form"]}>
        <NewJourney zone={viewer.time_zone} open={first} />
        <div className="mb-6">
          <TabLinks
            label={t("lists")}
            tabs={JOURNEY_FILTERS.map((name) => ({
              href: name === "mine" ? "/journeys" : `/journeys?show=${name}`,
              label: t(`filter.${name}`),
              current: name === filter,
            }))}
          />
        </div>
        {first ? (
          <Examples zone={viewer.time_zone} />
        ) : (
          <JourneyList items={items} filter={filter} next={next} />
        )}
      </Messages>
      {filter === "mine" && !before ? (
        <div className="mt-12">
          <Recommendations journey={null} zone={viewer.time_zone} />
        </div>
      ) : null}
    </PageColumn>
  );
}

export async function generateMetadata() {
  return { title: (await getTranslations("journeys"))("title") };
}
