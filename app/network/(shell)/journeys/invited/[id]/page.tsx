import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AnswerInvitation } from "@/components/journeys/answer-invitation";
import { JourneyDates } from "@/components/journeys/journey-dates";
import { PageTitle } from "@/components/layout/page-title";
import { ColumnDown, ColumnWithout } from "@/components/network/column-states";
import { PageColumn } from "@/components/network/page-column";
import { Messages } from "@/components/providers/messages";
import { unlessDown } from "@/lib/context/outage";
import { requireNetworkPage } from "@/lib/context/pages";
import { isUuid } from "@/lib/ids/uuid";
import { getInvitationToMe } from "@/lib/journeys/company";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("journeys");
  return { title: t("join.metaTitle"), robots: { index: false } };
}

/** An invitation by name: whose journey, what one may do there, and a yes or no. */
export default async function InvitedPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!isUuid(id)) notFound();
  const { db } = await requireNetworkPage();
  const t = await getTranslations("journeys");
  const loaded = await unlessDown(() => getInvitationToMe(db, id));
  if (!loaded.up) return <ColumnDown requestId={loaded.requestId} />;
  const invited = loaded.value;
  if (!invited)
    return (
      <ColumnWithout
        title={t("join.goneTitle")}
        text={t("join.goneText")}
        href="/journeys"
        label={t("back")}
      />
    );
  if (invited.mine) redirect(`/journeys/${id}`);
  return (
    <PageColumn>
      <PageTitle title={<bdi>{invited.title}</bdi>} text={t("join.text", { name: invited.owner })} />
      {invited.starts_on ? (
        <p className="mb-2 text-ink-muted">
          <JourneyDates journey={invited} />
        </p>
      ) : null}
      <p className="mb-6 max-w-measure">{t(`join.${invited.role}`)}</p>
      <Messages of={["answerInvitation", "form"]}>
        <AnswerInvitation journey={id} />
      </Messages>
    </PageColumn>
  );
}
