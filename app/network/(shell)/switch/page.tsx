import { getTranslations } from "next-intl/server";
import { ArrangedList } from "@/components/community-switcher/arranged-list";
import { Ways } from "@/components/community-switcher/switcher-panel";
import { PageTitle } from "@/components/layout/page-title";
import { ColumnDown } from "@/components/network/column-states";
import { PageColumn } from "@/components/network/page-column";
import { Messages } from "@/components/providers/messages";
import { buttonClasses } from "@/components/ui/button-classes";
import { ArrowLeft } from "@/components/ui/icons";
import { unlessDown } from "@/lib/context/outage";
import { requireNetworkPage } from "@/lib/context/pages";
import { type PageQuery, readParam } from "@/lib/http/search-params";
import { communityUrl, networkUrl } from "@/lib/tenancy/links";
import { getSwitcher } from "@/lib/tenants/directory-queries";

/** The switcher's list as a page: for hosts that may not know it, and before scripts arrive. */
export default async function SwitchPage({ searchParams }: { searchParams: PageQuery }) {
  const t = await getTranslations("switcher");
  const { db } = await requireNetworkPage();
  const from = await readParam(searchParams, "from");
  const loaded = await unlessDown(() => getSwitcher(db));
  if (!loaded.up) return <ColumnDown requestId={loaded.requestId} />;
  const communities = loaded.value;
  // The way back leads to a community of one's own or nowhere: `from` is whatever the address says.
  const origin = communities.find((community) => new URL(communityUrl(community)).host === from);
  return (
    <PageColumn>
      <PageTitle
        title={t("pageTitle")}
        text={t("pageText")}
        action={
          origin ? (
            <a href={communityUrl(origin)} className={buttonClasses({ size: "sm" })}>
              <ArrowLeft aria-hidden size={18} className="rtl:-scale-x-100" />
              {t("backTo", { host: from })}
            </a>
          ) : undefined
        }
      />
      <div className="grid grid-cols-1 gap-4">
        <Messages of={["arranging"]}>
          <ArrangedList
            communities={communities}
            network={new URL(networkUrl("/")).origin}
            current={origin?.slug ?? null}
          />
        </Messages>
        <Ways ways={communities.length > 0 ? ["all", "find", "create"] : ["find", "create"]} />
      </div>
    </PageColumn>
  );
}

export async function generateMetadata() {
  return { title: (await getTranslations("switcher"))("pageTitle") };
}
