import { getTranslations } from "next-intl/server";
import { ActionButtonForm } from "@/components/auth/action-button-form";
import { DeletionForm } from "@/components/deletion/deletion-form";
import { ConcernedList, WaitingDeletion, WhatItMeans } from "@/components/deletion/deletion-parts";
import { PageTitle } from "@/components/layout/page-title";
import { LastOwner } from "@/components/leaving/last-owner";
import { ColumnDown } from "@/components/network/column-states";
import { PageColumn } from "@/components/network/page-column";
import { Messages } from "@/components/providers/messages";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { unlessDown } from "@/lib/context/outage";
import { requireNetworkPage } from "@/lib/context/pages";
import { getDeletion } from "@/lib/deletion/queries";
import { type PageQuery, readParam } from "@/lib/http/search-params";

/** Deletes one's account: what it means, what stands in the way, the choice, and while it waits, the way back. */
export default async function DeleteAccountPage({ searchParams }: { searchParams: PageQuery }) {
  const t = await getTranslations("deletion");
  const { db, viewer } = await requireNetworkPage();
  const kept = (await readParam(searchParams, "kept")) === "1";
  const loaded = await unlessDown(() => getDeletion(db));
  if (!loaded.up) return <ColumnDown requestId={loaded.requestId} />;
  const deletion = loaded.value;
  const { waiting, communities, fresh } = deletion;
  const held = communities.filter((one) => one.held);
  const choices = communities.map(({ community: { id, name } }) => ({ id, name }));
  return (
    <PageColumn>
      <PageTitle title={t("title")} text={t("text")} />
      <div className="grid grid-cols-1 gap-8">
        {kept && !waiting ? <Notice tone="ok" role="status" title={t("kept")} /> : null}
        {waiting ? (
          <WaitingDeletion
            waiting={waiting}
            held={held.length > 0}
            timeZone={viewer.time_zone ?? "UTC"}
            now={Date.now()}
          />
        ) : null}
        {held.map((one) => (
          <LastOwner key={one.community.id} preview={one} />
        ))}
        <WhatItMeans deletion={deletion} />
        {communities.length > 0 ? (
          <section aria-labelledby="concerned" className="grid grid-cols-1 gap-3">
            <h2 id="concerned" className="font-serif text-title-sm font-medium tracking-title">
              {t("concerned")}
            </h2>
            <ConcernedList communities={communities} waiting={waiting} />
          </section>
        ) : null}
        <Notice
          title={t("takeAlong.title")}
          action={<LinkButton href="/account/exports">{t("takeAlong.link")}</LinkButton>}
        >
          {t("takeAlong.text")}
        </Notice>
        {waiting || held.length > 0 ? null : (
          <Messages of={["form", "password", "deletion"]}>
            <DeletionForm communities={choices} fresh={fresh} />
            {fresh ? null : (
              <div className="grid gap-3 border-t border-line pt-6">
                <p className="max-w-measure text-ink-muted">{t("noPassword")}</p>
                <ActionButtonForm action="switchAccount" fields={{ next: "/account/delete" }}>
                  {t("signInAgain")}
                </ActionButtonForm>
              </div>
            )}
          </Messages>
        )}
      </div>
    </PageColumn>
  );
}

export async function generateMetadata() {
  return { title: (await getTranslations("deletion"))("title") };
}
