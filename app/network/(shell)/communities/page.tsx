import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/layout/page-title";
import { Directory } from "@/components/network/directory";
import { PageColumn } from "@/components/network/page-column";
import { PageDown } from "@/components/notices/page-down";
import { Messages } from "@/components/providers/messages";
import { Plus } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { unlessDown } from "@/lib/context/outage";
import { getNetworkPage } from "@/lib/context/pages";
import type { PageQuery } from "@/lib/http/search-params";
import { describeNetworkPage } from "@/lib/seo/metadata";
import { directoryHref, readDirectoryPlace } from "@/lib/tenants/directory-place";
import { getDirectoryPage } from "@/lib/tenants/directory-queries";

/** The directory by itself: to search in, and to page through before scripts arrive. */
export default async function CommunitiesPage({ searchParams }: { searchParams: PageQuery }) {
  const t = await getTranslations("network");
  const { viewer, db } = await getNetworkPage();
  const place = readDirectoryPlace(await searchParams);
  const loaded = await unlessDown(() => getDirectoryPage(db, place));
  return (
    <PageColumn width="wide">
      <PageTitle
        title={place.q ? t("results", { query: place.q }) : t("directoryTitle")}
        text={place.q ? undefined : t("directoryText")}
        action={
          <LinkButton href="/communities/new" icon={<Plus aria-hidden size={18} />}>
            {t("heroFound")}
          </LinkButton>
        }
      />
      {loaded.up ? (
        <Messages of={["directory"]}>
          <Directory page={loaded.value} place={place} signedIn={viewer !== null} headingLevel={2} />
        </Messages>
      ) : (
        <PageDown requestId={loaded.requestId} />
      )}
    </PageColumn>
  );
}

export async function generateMetadata({ searchParams }: { searchParams: PageQuery }): Promise<Metadata> {
  const [t, common] = await Promise.all([getTranslations("network"), getTranslations("common")]);
  const title = t("directoryTitle");
  if (directoryHref(readDirectoryPlace(await searchParams)) !== "/communities") return { title };
  return describeNetworkPage({
    title,
    description: t("directoryText"),
    path: "/communities",
    siteName: common("networkName"),
  });
}
