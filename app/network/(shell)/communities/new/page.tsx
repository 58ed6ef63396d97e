import { getLocale, getTranslations } from "next-intl/server";
import { CreateForm } from "@/components/create/create-form";
import { PageTitle } from "@/components/layout/page-title";
import { PageColumn } from "@/components/network/page-column";
import { Messages } from "@/components/providers/messages";
import { requireNetworkPage } from "@/lib/context/pages";
import { readHostConfig } from "@/lib/env/hosts";
import { listLanguages } from "@/lib/i18n/languages";
import { suggestTaglines } from "@/lib/tenants/starters";
import { listTimeZones } from "@/lib/time/zones";

/** Founds a community. */
export default async function NewCommunityPage() {
  const t = await getTranslations("create");
  const { viewer } = await requireNetworkPage();
  return (
    <PageColumn width="wide">
      <PageTitle title={t("title")} text={t("text")} />
      <Messages of={["form", "create"]}>
        <CreateForm
          suffix={`.${readHostConfig().rootDomain}`}
          languages={listLanguages()}
          timeZones={listTimeZones(viewer.time_zone)}
          timeZone={viewer.time_zone}
          taglines={suggestTaglines(await getLocale())}
        />
      </Messages>
    </PageColumn>
  );
}

export async function generateMetadata() {
  return { title: (await getTranslations("create"))("title") };
}
