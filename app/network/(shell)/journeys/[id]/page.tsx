import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { JourneyScreen } from "@/components/journeys/journey-screen";
import { ColumnDown } from "@/components/network/column-states";
import { PageColumn } from "@/components/network/page-column";
import { Messages } from "@/components/providers/messages";
import { Recommendations } from "@/components/recommendations/recommendations";
import { unlessDown } from "@/lib/context/outage";
import { requireNetworkPage } from "@/lib/context/pages";
import { isUuid } from "@/lib/ids/uuid";
import { getJourney } from "@/lib/journeys/queries";

interface JourneyPageProps {
  params: Promise<{ id: string }>;
}

/** One journey, to whoever is on it. */
export default async function JourneyPage({ params }: JourneyPageProps) {
  const { id } = await params;
  const { db, viewer } = await requireNetworkPage();
  if (!isUuid(id)) notFound();
  const loaded = await unlessDown(() => getJourney(db, id));
  if (!loaded.up) return <ColumnDown requestId={loaded.requestId} />;
  if (!loaded.value) notFound();
  const { journey } = loaded.value;
  return (
    <PageColumn width="wide">
      <Messages of={["journey", "form", "file"]}>
        <JourneyScreen page={loaded.value} />
      </Messages>
      {journey.is_template || journey.archived_at ? null : (
        <div className="mt-12">
          <Recommendations journey={id} zone={viewer.time_zone} />
        </div>
      )}
    </PageColumn>
  );
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("journeys"))("title"), robots: { index: false } };
}
