import { getTranslations } from "next-intl/server";
import { AccountHead } from "@/components/account/account-tabs";
import { MembershipList } from "@/components/leaving/membership-list";
import { PageColumn } from "@/components/network/page-column";
import { PageDown } from "@/components/notices/page-down";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { unlessDown } from "@/lib/context/outage";
import { requireNetworkPage } from "@/lib/context/pages";
import { type PageQuery, readParam } from "@/lib/http/search-params";
import { LEAVE_MODES } from "@/lib/leaving/kinds";
import { listMyCommunities } from "@/lib/tenants/directory-queries";

/** The communities one belongs to, and the way out of each. */
export default async function AccountCommunitiesPage({ searchParams }: { searchParams: PageQuery }) {
  const t = await getTranslations("leaving");
  const { db } = await requireNetworkPage();
  const left = await readParam(searchParams, "left");
  const mode = LEAVE_MODES.find((known) => known === left);
  const loaded = await unlessDown(() => listMyCommunities(db));
  return (
    <PageColumn>
      <AccountHead current="communities" />
      {loaded.up ? (
        <div className="grid grid-cols-1 gap-6">
          {mode ? (
            <Notice tone="ok" role="status" title={t("left.title")}>
              {t(`left.${mode}`)}
            </Notice>
          ) : null}
          <p className="max-w-measure text-ink-muted">{t("listText")}</p>
          {loaded.value.length > 0 ? (
            <MembershipList communities={loaded.value} />
          ) : (
            <EmptyState
              title={t("none")}
              text={t("noneText")}
              action={<LinkButton href="/communities">{t("find")}</LinkButton>}
            />
          )}
        </div>
      ) : (
        <PageDown requestId={loaded.requestId} />
      )}
    </PageColumn>
  );
}

export async function generateMetadata() {
  return { title: (await getTranslations("account"))("communitiesTab") };
}
