import { useTranslations } from "next-intl";
import { PageTitle } from "@/components/layout/page-title";
import { TabLinks } from "@/components/ui/tab-links";

/** Title and parts of one's account. */
export function AccountHead({
  current,
}: {
  current: "profile" | "communities" | "sharing" | "exports" | "sessions";
}) {
  const t = useTranslations("account");
  return (
    <>
      <PageTitle title={t("title")} />
      <div className="mb-8">
        <TabLinks
          label={t("tabs")}
          tabs={[
            { href: "/account", label: t("profileTab"), current: current === "profile" },
            { href: "/account/communities", label: t("communitiesTab"), current: current === "communities" },
            { href: "/account/sharing", label: t("sharingTab"), current: current === "sharing" },
            { href: "/account/exports", label: t("exportsTab"), current: current === "exports" },
            { href: "/account/sessions", label: t("sessionsTab"), current: current === "sessions" },
          ]}
        />
      </div>
    </>
  );
}
