import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConnectionLists } from "@/components/connections/connection-lists";
import { PolicyForm } from "@/components/connections/policy-form";
import { ProposeForm } from "@/components/connections/propose-form";
import { CONNECTIONS_TITLE_ID } from "@/components/connections/title-id";
import { PageTitle } from "@/components/layout/page-title";
import { PageDown } from "@/components/notices/page-down";
import { Messages } from "@/components/providers/messages";
import { Part } from "@/components/settings/part";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { Notice } from "@/components/ui/notice";
import { getConnections } from "@/lib/connections/queries";
import { unlessDown } from "@/lib/context/outage";
import { requireTenantPage } from "@/lib/context/pages";
import { readHostConfig } from "@/lib/env/hosts";
import { type PageQuery, readParam } from "@/lib/http/search-params";

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: PageQuery;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("connections"))("title") };
}

/** With which communities this one shares, and what it lets out and in. */
export default async function SharingSettingsPage({ params, searchParams }: PageProps) {
  const context = await requireTenantPage((await params).tenant, "community.settings");
  const loaded = await unlessDown(() => getConnections(context));
  if (!loaded.up) return <PageDown requestId={loaded.requestId} />;
  const { policy, connections } = loaded.value;
  const t = await getTranslations("connections");
  const done = await readParam(searchParams, "done");
  return (
    <>
      <PageTitle
        title={
          <span id={CONNECTIONS_TITLE_ID} tabIndex={-1} className="outline-none">
            {t("title")}
          </span>
        }
        text={t("text")}
      />
      <Messages of={["form", "connections"]}>
        {/* The line under the tabs is the first part's. */}
        <div className="grid grid-cols-1 gap-10 [&>nav+section]:border-t-0 [&>nav+section]:pt-0">
          <SettingsTabs current="sharing" />
          {done === "saved" || done === "asked" ? (
            <Notice tone="ok" role="status">
              {t(done === "saved" ? "savedNow" : "askedNow")}
            </Notice>
          ) : null}
          <ConnectionLists connections={connections} timeZone={context.tenant.time_zone} />
          <Part id="propose" title={t("proposeTitle")}>
            <p className="max-w-measure text-ink-muted">{t("proposeText")}</p>
            <ProposeForm suffix={`.${readHostConfig().rootDomain}`} />
          </Part>
          <Part id="policy" title={t("policyTitle")}>
            <p className="max-w-measure text-ink-muted">{t("policyText")}</p>
            <PolicyForm policy={policy} />
          </Part>
        </div>
      </Messages>
    </>
  );
}
