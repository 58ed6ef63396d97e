import { getTranslations } from "next-intl/server";
import { PageColumn } from "@/components/network/page-column";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

/** A page of the network host that is not there. */
export default async function NotFound() {
  const [t, common] = await Promise.all([getTranslations("network"), getTranslations("common")]);
  return (
    <PageColumn>
      <EmptyState
        title={common("notFoundTitle")}
        text={t("notFoundText")}
        island="nowhere"
        headingLevel={1}
        action={<LinkButton href="/">{t("home")}</LinkButton>}
      />
    </PageColumn>
  );
}
