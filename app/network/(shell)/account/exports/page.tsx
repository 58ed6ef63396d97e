import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AccountHead } from "@/components/account/account-tabs";
import { ActionButtonForm } from "@/components/auth/action-button-form";
import { ExportChoice } from "@/components/exports/export-choice";
import { ExportList } from "@/components/exports/export-list";
import { ExportWatch } from "@/components/exports/export-watch";
import { TakeInExport } from "@/components/exports/take-in";
import { PageColumn } from "@/components/network/page-column";
import { PageDown } from "@/components/notices/page-down";
import { Messages } from "@/components/providers/messages";
import { Notice } from "@/components/ui/notice";
import { unlessDown } from "@/lib/context/outage";
import { requireNetworkPage } from "@/lib/context/pages";
import { getMyExports } from "@/lib/exports/queries";
import { EXPORT_PROBLEMS } from "@/lib/exports/schemas";
import { type PageQuery, readParam } from "@/lib/http/search-params";

const SLUG = /^[a-z0-9-]{1,40}$/;

/** Takes along what is one's own: how much it would be, the exports that were made, and those being made. */
export default async function ExportsPage({ searchParams }: { searchParams: PageQuery }) {
  const t = await getTranslations("exports");
  const { db, viewer } = await requireNetworkPage();
  const asked = (await readParam(searchParams, "of")) ?? "";
  const problem = await readParam(searchParams, "problem");
  const known = EXPORT_PROBLEMS.find((one) => one === problem);
  const of = SLUG.test(asked) ? asked : "";
  const loaded = await unlessDown(() => getMyExports(db, of === "" ? null : of));
  if (loaded.up && !loaded.value) notFound();
  const timeZone = viewer.time_zone ?? "UTC";
  const making = loaded.up && loaded.value?.exports.some(({ status }) => /waiting|running/.test(status));
  return (
    <PageColumn>
      <AccountHead current="exports" />
      {loaded.up && loaded.value ? (
        <Messages of={["form", "file", "exports"]}>
          <div className="grid grid-cols-1 gap-8">
            {known ? (
              <Notice
                tone="warn"
                role="alert"
                title={t(`problem.${known}`)}
                action={
                  known === "sign_in_again" ? (
                    <ActionButtonForm action="switchAccount" fields={{ next: "/account/exports" }}>
                      {t("signInAgain")}
                    </ActionButtonForm>
                  ) : null
                }
              />
            ) : null}
            <p className="max-w-measure text-ink-muted">{t("text")}</p>
            <ExportChoice mine={loaded.value} of={of} locale={await getLocale()} making={making === true} />
            {loaded.value.exports.length > 0 ? (
              <section aria-labelledby="made" className="grid grid-cols-1 gap-3">
                <h2 id="made" className="font-serif text-title-sm font-medium tracking-title">
                  {t("made")}
                </h2>
                <ExportList
                  exports={loaded.value.exports}
                  userId={viewer.id}
                  timeZone={timeZone}
                  now={Date.now()}
                />
                <p className="text-sm text-ink-muted">{t("linkNote")}</p>
              </section>
            ) : null}
            <TakeInExport />
            {making ? <ExportWatch /> : null}
          </div>
        </Messages>
      ) : loaded.up ? null : (
        <PageDown requestId={loaded.requestId} />
      )}
    </PageColumn>
  );
}

export async function generateMetadata() {
  return { title: (await getTranslations("account"))("exportsTab") };
}
