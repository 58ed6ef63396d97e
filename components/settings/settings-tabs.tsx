import { useTranslations } from "next-intl";
import { TabLinks } from "@/components/ui/tab-links";

/** The parts of a community's settings. */
export function SettingsTabs({ current }: { current: "general" | "sharing" }) {
  const t = useTranslations("connections");
  return (
    <TabLinks
      label={t("parts")}
      tabs={[
        { href: "/settings", label: t("generalTab"), current: current === "general" },
        { href: "/settings/sharing", label: t("sharingTab"), current: current === "sharing" },
      ]}
    />
  );
}
