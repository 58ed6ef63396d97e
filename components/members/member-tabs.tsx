import { useTranslations } from "next-intl";
import { TabLinks } from "@/components/ui/tab-links";
import { memberListHref } from "@/lib/memberships/list-address";

interface MemberTabsProps {
  current: "active" | "inactive" | "invitations";
  /** Whether this person may invite. */
  admin: boolean;
}

/** The parts of the list of members, for those who look after them. */
export function MemberTabs({ current, admin }: MemberTabsProps) {
  const t = useTranslations("members");
  const tabs = [
    { href: memberListHref({}), label: t("activeTab"), current: current === "active" },
    { href: memberListHref({ active: false }), label: t("inactiveTab"), current: current === "inactive" },
  ];
  const invitations = {
    href: "/members/invitations",
    label: t("invitationsTab"),
    current: current === "invitations",
  };
  return <TabLinks label={t("parts")} tabs={admin ? [...tabs, invitations] : tabs} />;
}
