import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { JoinJourneyForm } from "@/components/journeys/join-form";
import { PageTitle } from "@/components/layout/page-title";
import { ColumnDown, ColumnWithout } from "@/components/network/column-states";
import { PageColumn } from "@/components/network/page-column";
import { Messages } from "@/components/providers/messages";
import { LinkButton } from "@/components/ui/link-button";
import { unlessDown } from "@/lib/context/outage";
import { requireNetworkPage } from "@/lib/context/pages";
import { getJourneyInvitation } from "@/lib/journeys/company";

// The code must not reach another site by the address of this page.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("journeys");
  return { title: t("join.metaTitle"), robots: { index: false }, referrer: "same-origin" };
}

/** Where an invitation to a journey leads: whose it is, what one may do there, and one way in. */
export default async function JoinJourneyPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const { db } = await requireNetworkPage();
  const t = await getTranslations("journeys");
  const loaded = await unlessDown(() => getJourneyInvitation(db, code));
  if (!loaded.up) return <ColumnDown requestId={loaded.requestId} />;
  const invited = loaded.value;
  if (!invited)
    return (
      <ColumnWithout title={t("join.badTitle")} text={t("join.badText")} href="/journeys" label={t("back")} />
    );
  return (
    <PageColumn>
      <PageTitle title={<bdi>{invited.title}</bdi>} text={t("join.text", { name: invited.owner })} />
      <p className="mb-6 max-w-measure">{t(`join.${invited.role}`)}</p>
      {invited.mine ? (
        <LinkButton href={`/journeys/${invited.journey_id}`} variant="primary">
          {t("join.open")}
        </LinkButton>
      ) : (
        <Messages of={["joinJourney", "form"]}>
          <JoinJourneyForm code={code} />
        </Messages>
      )}
    </PageColumn>
  );
}
