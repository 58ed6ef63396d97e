"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { CircleUserRound, DoorOpen, Layers, LogOut, Settings, UserRound } from "@/components/ui/icons";
import { MenuContent, MenuItem, MenuLabel, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { MenuButton } from "@/components/ui/menu-button";
import { toast } from "@/components/ui/toast";
import { endSessionAction } from "@/lib/auth/actions";
import { forgetDrafts } from "@/lib/drafts/drafts";

interface ViewerMenuProps {
  name: string;
  avatar: string | null;
  member: boolean;
  /** Whether the door, and the settings, are theirs to look after; a narrow screen has no other way there. */
  door: boolean;
  settings: boolean;
  /** Addresses on the network host. */
  accountHref: string;
  feedHref: string;
}

const ICON = { "aria-hidden": true, size: 18 } as const;

/** What belongs to the person: their face here, their account, the way out. */
export function ViewerMenu({ name, avatar, member, door, settings, accountHref, feedHref }: ViewerMenuProps) {
  const t = useTranslations("community.menu");
  const signOut = async () => {
    const answer = await endSessionAction({});
    if (!answer.ok) {
      toast.error(t("signOutFailed", { reason: answer.error.message }));
      return;
    }
    forgetDrafts();
    window.location.assign(answer.data.location);
  };
  return (
    <MenuButton
      label={t("label")}
      icon={<Avatar name={name} path={avatar} size={34} />}
      className="grid size-10 place-items-center rounded-full pointer-coarse:size-11"
    >
      <MenuContent>
        <MenuLabel>{t("signedInAs", { name })}</MenuLabel>
        {member ? (
          <MenuLink href="/me" icon={<UserRound {...ICON} />}>
            {t("me")}
          </MenuLink>
        ) : null}
        {door ? (
          <MenuLink href="/door" icon={<DoorOpen {...ICON} />}>
            {t("door")}
          </MenuLink>
        ) : null}
        {settings ? (
          <MenuLink href="/settings" icon={<Settings {...ICON} />}>
            {t("settings")}
          </MenuLink>
        ) : null}
        <MenuLink href={feedHref} icon={<Layers {...ICON} />}>
          {t("allFeeds")}
        </MenuLink>
        <MenuLink href={accountHref} icon={<CircleUserRound {...ICON} />}>
          {t("account")}
        </MenuLink>
        <MenuSeparator />
        <MenuItem icon={<LogOut {...ICON} />} onSelect={signOut}>
          {t("signOut")}
        </MenuItem>
      </MenuContent>
    </MenuButton>
  );
}
