"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Link2, PauseCircle, Shield, Undo2, UserRoundX } from "@/components/ui/icons";
import { MenuContent, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { MenuButton } from "@/components/ui/menu-button";
import type { MemberPowers } from "@/lib/memberships/powers";
import type { MemberCard } from "@/lib/memberships/schemas";
import { ClaimDialog } from "./claim-dialog";
import { ConfirmChange } from "./confirm-change";
import { RoleDialog } from "./role-dialog";
import { useMemberChange } from "./use-member-change";

interface MemberMenuProps {
  member: Pick<MemberCard, "id" | "name" | "role">;
  self: boolean;
  powers: MemberPowers;
}

type Question = "role" | "suspend" | "remove" | "claim";

const ICON = { "aria-hidden": true, size: 18 } as const;

/** What one may do with a member. */
export function MemberMenu(props: MemberMenuProps) {
  const t = useTranslations("members");
  return (
    <MenuButton label={t("menu", { name: props.member.name })}>
      <MemberMenuPanel {...props} />
    </MenuButton>
  );
}

function MemberMenuPanel({ member, self, powers }: MemberMenuProps) {
  const t = useTranslations("members");
  const [asked, setAsked] = useState<Question | null>(null);
  const { change } = useMemberChange();
  const { id, name } = member;
  const dialog = (question: Question) => ({
    member,
    open: asked === question,
    onOpenChange: (open: boolean) => setAsked(open ? question : null),
  });
  const losses = powers.suspend || powers.remove;
  const others = powers.roles.length > 0 || powers.restore || powers.offerClaim;
  return (
    <>
      <MenuContent>
        {powers.roles.length > 0 ? (
          <MenuItem icon={<Shield {...ICON} />} onSelect={() => setAsked("role")}>
            {t("changeRole")}
          </MenuItem>
        ) : null}
        {powers.offerClaim ? (
          <MenuItem icon={<Link2 {...ICON} />} onSelect={() => setAsked("claim")}>
            {t("claim")}
          </MenuItem>
        ) : null}
        {powers.restore ? (
          <MenuItem
            icon={<Undo2 {...ICON} className="rtl:-scale-x-100" />}
            onSelect={() => change({ userId: id, status: "active" }, t("restored", { name }))}
          >
            {t("restore")}
          </MenuItem>
        ) : null}
        {losses && others ? <MenuSeparator /> : null}
        {powers.suspend ? (
          <MenuItem icon={<PauseCircle {...ICON} />} onSelect={() => setAsked("suspend")}>
            {t("suspend")}
          </MenuItem>
        ) : null}
        {powers.remove ? (
          <MenuItem danger icon={<UserRoundX {...ICON} />} onSelect={() => setAsked("remove")}>
            {t("remove")}
          </MenuItem>
        ) : null}
      </MenuContent>
      {powers.roles.length > 0 ? <RoleDialog {...dialog("role")} self={self} roles={powers.roles} /> : null}
      {powers.suspend ? <ConfirmChange {...dialog("suspend")} what="suspend" /> : null}
      {powers.remove ? <ConfirmChange {...dialog("remove")} what="remove" /> : null}
      {powers.offerClaim ? <ClaimDialog {...dialog("claim")} /> : null}
    </>
  );
}
