import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { JsonLd } from "@/components/json-ld";
import { ColumnDown } from "@/components/network/column-states";
import { Directory } from "@/components/network/directory";
import { Hero } from "@/components/network/hero";
import { IslandChart } from "@/components/network/island-chart";
import { MyCommunities } from "@/components/network/my-communities";
import { PageColumn } from "@/components/network/page-column";
import { Messages } from "@/components/providers/messages";
import { unlessDown } from "@/lib/context/outage";
import { getNetworkPage } from "@/lib/context/pages";
import { describeNetwork } from "@/lib/seo/json-ld";
import { describeNetworkPage } from "@/lib/seo/metadata";
import { WHOLE_DIRECTORY } from "@/lib/tenants/directory-place";
import { getNetworkHome } from "@/lib/tenants/directory-queries";

/** The network's front page: what this is, one's own communities, and those to be found. */
export default async function NetworkPage() {
  const [t, common] = await Promise.all([getTranslations("network"), getTranslations("common")]);
  const { viewer, db } = await getNetworkPage();
  const loaded = await unlessDown(() => getNetworkHome(db));
  if (!loaded.up) return <ColumnDown requestId={loaded.requestId} />;
  const { directory, communities } = loaded.value;
  const signedIn = viewer !== null;
  const chart = (
    <IslandChart
      communities={directory.items}
      total={directory.total ?? 0}
      signedIn={signedIn}
      shape={signedIn ? "wide" : "square"}
    />
  );
  return (
    <PageColumn width="wide">
      <JsonLd data={describeNetwork(common("networkName"), t("metaText"))} />
      <div className="grid gap-10">
        {viewer ? (
          <div className="grid gap-6">
            <h1 className="font-serif text-title-lg font-medium tracking-title">
              {t("welcome", { name: viewer.display_name })}
            </h1>
            <MyCommunities communities={communities ?? []} />
            {chart}
          </div>
        ) : (
          <div className="grid gap-8 rail:grid-cols-2">
            <Hero />
            {chart}
          </div>
        )}
        <section aria-labelledby="directory" className="grid gap-5">
          <div>
            <h2 id="directory" tabIndex={-1} className="font-serif text-title font-medium tracking-title">
              {t("directoryTitle")}
            </h2>
            <p className="text-ink-muted">{t("directoryText")}</p>
          </div>
          <Messages of={["directory"]}>
            <Directory page={directory} place={WHOLE_DIRECTORY} signedIn={signedIn} headingLevel={3} />
          </Messages>
        </section>
      </div>
    </PageColumn>
  );
}

export async function generateMetadata(): Promise<Metadata> {
  const [t, common] = await Promise.all([getTranslations("network"), getTranslations("common")]);
  const siteName = common("networkName");
  return describeNetworkPage({
    title: t("metaTitle", { network: siteName }),
    description: t("metaText"),
    path: "/",
    siteName,
  });
}
