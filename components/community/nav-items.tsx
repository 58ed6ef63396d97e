import { useTranslations } from "next-intl";
import type { NavItem } from "@/components/layout/nav-item";
import {
  Bell,
  Bookmark,
  CalendarDays,
  Compass,
  DoorOpen,
  House,
  type Icon,
  Info,
  Settings,
  UsersRound,
} from "@/components/ui/icons";
import { type Asker, canInTenant } from "@/lib/auth/permissions";
import type { Tenant } from "@/lib/tenants/schemas";

type NavText = "inbox" | "saved" | "feed" | "home" | "events" | "members" | "about" | "door" | "settings";

interface NavRequest {
  tenant: Pick<Tenant, "privacy">;
  asker: Asker;
  /** Address of the inbox on the network host. */
  inboxHref: string;
}

function useItem() {
  const t = useTranslations("community.nav");
  return (href: string, text: NavText, Icon: Icon): NavItem => ({
    href,
    label: t(text),
    icon: <Icon aria-hidden size={20} />,
    exact: href === "/",
  });
}

/** The places of a community that this person may go to: all of them for the rail, at most five for the bottom bar. */
export function useNavItems({ tenant, asker, inboxHref }: NavRequest): { rail: NavItem[]; bar: NavItem[] } {
  const item = useItem();
  const member = canInTenant(asker, "member.list");
  const mayRead = member || tenant.privacy === "public";
  const home = member ? item("/", "feed", House) : item("/", "home", Compass);
  const events = mayRead ? [item("/events", "events", CalendarDays)] : [];
  const saved = canInTenant(asker, "post.save") ? [item("/saved", "saved", Bookmark)] : [];
  const inside = member ? [item("/members", "members", UsersRound), item("/about", "about", Info)] : [];
  const door = canInTenant(asker, "share.review") ? [item("/door", "door", DoorOpen)] : [];
  const settings = canInTenant(asker, "community.settings") ? [item("/settings", "settings", Settings)] : [];
  // What is unread stands there and not here: a community learns nothing of the others.
  const inbox = asker.signedIn ? [item(inboxHref, "inbox", Bell)] : [];
  return {
    rail: [home, ...events, ...inside, ...saved, ...door, ...settings],
    bar: [home, ...events, ...inside, ...inbox],
  };
}
