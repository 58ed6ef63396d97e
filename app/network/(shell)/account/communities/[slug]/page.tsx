import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { LastOwner } from "@/components/leaving/last-owner";
import { LeaveForm } from "@/components/leaving/leave-form";
import { LeaveTable } from "@/components/leaving/leave-table";
import { ColumnDown } from "@/components/network/column-states";
import { PageColumn } from "@/components/network/page-column";
import { Messages } from "@/components/providers/messages";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { unlessDown } from "@/lib/context/outage";
import { requireNetworkPage } from "@/lib/context/pages";
import { getLeavePreview } from "@/lib/leaving/queries";

type Params = Promise<{ slug: string }>;

/** Leaves a community: what one has there, what becomes of it in each way of leaving, and the choice. */
export default async function LeavePage({ params }: { params: Params }) {
  const { slug } = await params;
  const t = await getTranslations("leaving");
  await requireNetworkPage();
  const loaded = await unlessDown(() => getLeavePreview(slug));
  if (!loaded.up) return <ColumnDown requestId={loaded.requestId} />;
  const preview = loaded.value;
  if (!preview) notFound();
  const { community, counts, last_owner } = preview;
  return (
    <PageColumn>
      <PageTitle
        title={t.rich("title", { name: () => <bdi>{community.name}</bdi> })}
        text={t(`text.${community.join_policy}`)}
      />
      <div className="grid grid-cols-1 gap-8">
        {last_owner ? <LastOwner preview={preview} /> : null}
        <section aria-labelledby="what-becomes" className="grid grid-cols-1 gap-3">
          <h2 id="what-becomes" className="font-serif text-title-sm font-medium tracking-title">
            {t("whatBecomes")}
          </h2>
          <LeaveTable counts={counts} />
        </section>
        <Notice
          title={t("takeAlong.title")}
          action={
            <LinkButton href={`/account/exports?of=${community.slug}`}>{t("takeAlong.link")}</LinkButton>
          }
        >
          {t("takeAlong.text")}
        </Notice>
        {last_owner ? null : (
          <Messages of={["form", "leaving"]}>
            <LeaveForm tenant={community.id} name={community.name} />
          </Messages>
        )}
      </div>
    </PageColumn>
  );
}

export async function generateMetadata({ params }: { params: Params }) {
  const t = await getTranslations("leaving");
  const loaded = await unlessDown(async () => getLeavePreview((await params).slug));
  return {
    title: loaded.up && loaded.value ? t("metaTitle", { name: loaded.value.community.name }) : t("leaveLink"),
  };
}
