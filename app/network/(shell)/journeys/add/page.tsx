import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AddToJourney } from "@/components/journeys/add-to-journey";
import { PageTitle } from "@/components/layout/page-title";
import { ColumnDown } from "@/components/network/column-states";
import { PageColumn } from "@/components/network/page-column";
import { Messages } from "@/components/providers/messages";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { unlessDown } from "@/lib/context/outage";
import { requireNetworkPage } from "@/lib/context/pages";
import { type PageQuery, readParam } from "@/lib/http/search-params";
import { isUuid } from "@/lib/ids/uuid";
import { listJourneys } from "@/lib/journeys/queries";

/** How many journeys are offered: those changed last. */
const OFFERED = 50;

/** Into which journey something of a community goes: its page leads here, and says what it is by its ids. */
export default async function AddToJourneyPage({ searchParams }: { searchParams: PageQuery }) {
  const t = await getTranslations("journeys");
  const { db } = await requireNetworkPage();
  const [community, event] = [
    await readParam(searchParams, "community"),
    await readParam(searchParams, "event"),
  ];
  if (!isUuid(community) || !isUuid(event)) notFound();
  const loaded = await unlessDown(() => listJourneys(db, { filter: "open", limit: OFFERED }));
  if (!loaded.up) return <ColumnDown requestId={loaded.requestId} />;
  const { items } = loaded.value;
  return (
    <PageColumn>
      <PageTitle title={t("addTo.title")} text={t("addTo.text")} />
      {items.length > 0 ? (
        <Messages of={["addToJourney", "form"]}>
          <ul>
            {items.map(({ id, title }) => (
              <AddToJourney key={id} journey={id} title={title} community={community} event={event} />
            ))}
          </ul>
        </Messages>
      ) : (
        <EmptyState
          title={t("addTo.none")}
          island="journeys"
          action={
            <LinkButton href="/journeys" variant="primary">
              {t("new.title")}
            </LinkButton>
          }
        />
      )}
    </PageColumn>
  );
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("journeys"))("addTo.title"), robots: { index: false } };
}
