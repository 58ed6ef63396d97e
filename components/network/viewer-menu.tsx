"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Bookmark, CircleUserRound, KeyRound, LogOut } from "@/components/ui/icons";
import { MenuContent, MenuItem, MenuLabel, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { MenuButton } from "@/components/ui/menu-button";
import { toast } from "@/components/ui/toast";
import { signOutAction, signOutEverywhereAction } from "@/lib/auth/actions";
import { forgetDrafts } from "@/lib/drafts/drafts";

const ICON = { "aria-hidden": true, size: 18 } as const;

/** What belongs to the person on the network host. Before scripts arrive it is a link to the account. */
export function ViewerMenu({ name, avatar }: { name: string; avatar: string | null }) {
  const t = useTranslations("network");
  const auth = useTranslations("auth");
  const leave = async (action: typeof signOutAction) => {
    const answer = await action({});
    if (!answer.ok) {
      toast.error(answer.error.message);
      return;
    }
    forgetDrafts();
    window.location.assign(answer.data.location);
  };
  return (
    <MenuButton
      label={t("yourMenu", { name })}
      href="/account"
      icon={<Avatar name={name} path={avatar} size={34} />}
      className="grid size-10 place-items-center rounded-full pointer-coarse:size-11"
    >
      <MenuContent>
        <MenuLabel>{auth("signedInAs", { name })}</MenuLabel>
        <MenuLink href="/account" icon={<CircleUserRound {...ICON} />}>
          {t("account")}
        </MenuLink>
        <MenuLink href="/saved" icon={<Bookmark {...ICON} />}>
          {t("saved")}
        </MenuLink>
        <MenuLink href="/account/sessions" icon={<KeyRound {...ICON} />}>
          {t("sessions")}
        </MenuLink>
        <MenuSeparator />
        <MenuItem icon={<LogOut {...ICON} />} onSelect={() => leave(signOutAction)}>
          {auth("signOutHere")}
        </MenuItem>
        <MenuItem icon={<LogOut {...ICON} />} onSelect={() => leave(signOutEverywhereAction)}>
          {auth("signOutEverywhere")}
        </MenuItem>
      </MenuContent>
    </MenuButton>
  );
}
