import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RemoveSamples } from "@/components/arrival/remove-samples";
import { PageTitle } from "@/components/layout/page-title";
import { PageDown } from "@/components/notices/page-down";
import { MarkField } from "@/components/pictures/mark-field";
import { Messages } from "@/components/providers/messages";
import { Part } from "@/components/settings/part";
import { RenameForm } from "@/components/settings/rename-form";
import { SettingsForm } from "@/components/settings/settings-form";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { IslandMark } from "@/components/ui/island-mark";
import { Notice } from "@/components/ui/notice";
import { canInTenant } from "@/lib/auth/permissions";
import { unlessDown } from "@/lib/context/outage";
import { requireTenantPage } from "@/lib/context/pages";
import { readHostConfig } from "@/lib/env/hosts";
import { type PageQuery, readParam } from "@/lib/http/search-params";
import { listLanguages } from "@/lib/i18n/languages";
import type { Tenant } from "@/lib/tenants/schemas";
import { getSettings } from "@/lib/tenants/settings-queries";
import { listTimeZones } from "@/lib/time/zones";

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: PageQuery;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

/** What the admins of a community may change about it. */
export default async function SettingsPage({ params, searchParams }: PageProps) {
  const context = await requireTenantPage((await params).tenant, "community.settings");
  const { tenant, viewer, membership } = context;
  const loaded = await unlessDown(() => getSettings(context));
  if (!loaded.up) return <PageDown requestId={loaded.requestId} />;
  const settings = loaded.value;
  const t = await getTranslations("settings");
  const media = await getTranslations("media");
  const saved = (await readParam(searchParams, "saved")) === "1";
  const moved = (await readParam(searchParams, "moved")) === "1";
  const owner = canInTenant({ signedIn: viewer !== null, membership }, "community.rename");
  return (
    <>
      <PageTitle title={t("title")} text={t("text")} />

      <div className="grid gap-10">
        <SettingsTabs current="general" />
        {saved || moved ? (
          <Notice tone="ok" role="status">
            {t(saved ? "saved" : "moved")}
          </Notice>
        ) : null}
        <Messages of={["mark"]}>
          <MarkField
            title={media("logo.title")}
            text={media("logo.text")}
            api="/api/v1/logo"
            own={tenant.logo_path !== null}
          >
            <IslandMark id={tenant.id} logo={tenant.logo_path} variant="chart" size={96} />
          </MarkField>
        </Messages>
        <Messages of={["form", "settings"]}>
          <SettingsForm
            // A new logo is a new version, and no reason to lose what is being typed.
            key={JSON.stringify({ ...settings, version: null })}
            id={tenant.id}
            settings={settings}
            languages={listLanguages(settings.locale)}
            timeZones={listTimeZones(settings.time_zone)}
          />
        </Messages>
        {context.arrival?.samples ? <Samples /> : null}
        {owner ? <Address tenant={tenant} /> : null}
      </div>
    </>
  );
}

async function Samples() {
  const t = await getTranslations("arrival");
  return (
    <Part id="samples" title={t("samplesTitle")}>
      <p className="max-w-measure">{t("samples")}</p>
      <Messages of={["form", "samples"]}>
        <div>
          <RemoveSamples />
        </div>
      </Messages>
    </Part>
  );
}

async function Address({ tenant }: { tenant: Tenant }) {
  const t = await getTranslations("settings");
  const suffix = `.${readHostConfig().rootDomain}`;
  return (
    <Part id="address" title={t("addressTitle")}>
      <div className="grid max-w-measure gap-2">
        <p>
          {t.rich("addressText", {
            address: () => (
              <bdi dir="ltr" className="font-medium">
                {tenant.slug}
                {suffix}
              </bdi>
            ),
          })}
        </p>
        {tenant.domain ? <p>{t("domainText")}</p> : null}
      </div>
      <Messages of={["form", "rename"]}>
        <RenameForm suffix={suffix} />
      </Messages>
    </Part>
  );
}
