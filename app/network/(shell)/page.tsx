import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { JsonLd } from "@/components/json-ld";
import { Directory } from "@/components/network/directory";
import { Hero } from "@/components/network/hero";
import { IslandChart } from "@/components/network/island-chart";
import { MyCommunities } from "@/components/network/my-communities";
import { PageColumn } from "@/components/network/page-column";
import { PageDown } from "@/components/notices/page-down";
import { Messages } from "@/components/providers/messages";
import { unlessDown } from "@/lib/context/outage";
import { getNetworkPage } from "@/lib/context/pages";
import { type PageQuery, readParam } from "@/lib/http/search-params";
import { describeNetwork } from "@/lib/seo/json-ld";
import { describeNetworkPage } from "@/lib/seo/metadata";
import { getNetworkHome } from "@/lib/tenants/directory-queries";

/** The network's front page: what this is, one's own communities, and those to be found. */
export default async function NetworkPage({ searchParams }: { searchParams: PageQuery }) {
  const [t, common] = await Promise.all([getTranslations("network"), getTranslations("common")]);
  const { viewer, db } = await getNetworkPage();
  const query = (await readParam(searchParams, "q")).trim();
  const loaded = await unlessDown(() => getNetworkHome(db, query));
  if (!loaded.up) {
    return (
      <PageColumn>
        <PageDown requestId={loaded.requestId} />
      </PageColumn>
    );
  }
  const { directory, communities } = loaded.value;
  const signedIn = viewer !== null;
  const chart = query ? null : (
    <IslandChart communities={directory.items} signedIn={signedIn} shape={signedIn ? "wide" : "square"} />
  );
  return (
    <PageColumn width="wide">
      {query ? null : <JsonLd data={describeNetwork(common("networkName"), t("metaText"))} />}
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
            <h2 id="directory" className="font-serif text-title font-medium tracking-title">
              {query ? t("results", { query }) : t("directoryTitle")}
            </h2>
            {query ? null : <p className="text-ink-muted">{t("directoryText")}</p>}
          </div>
          <Messages of={["directory"]}>
            <Directory page={directory} query={query} signedIn={signedIn} />
          </Messages>
        </section>
      </div>
    </PageColumn>
  );
}

export async function generateMetadata({ searchParams }: { searchParams: PageQuery }): Promise<Metadata> {
  const [t, common] = await Promise.all([getTranslations("network"), getTranslations("common")]);
  const title = t("metaTitle", { network: common("networkName") });
  const description = t("metaText");
  const searched = (await readParam(searchParams, "q")).trim() !== "";
  if (searched) return { title, description };
  return describeNetworkPage({ title, description, path: "/", siteName: common("networkName") });
}
