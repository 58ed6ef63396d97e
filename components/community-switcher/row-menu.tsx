"use client";

import { useTranslations } from "next-intl";
import { ArrowDown, ArrowUp, Bell, BellOff, ExternalLink, Pin, PinOff } from "@/components/ui/icons";
import { MenuContent, MenuItem, MenuLabel, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { MenuButton } from "@/components/ui/menu-button";
import { MUTE_SPANS, type MuteSpan } from "@/lib/feed/mutes";
import { inboxHref } from "@/lib/inbox/place";
import { goPath } from "@/lib/tenants/directory-rules";
import type { SwitcherCommunity } from "@/lib/tenants/directory-schemas";
import type { Arranging } from "./use-arranging";

interface RowMenuProps {
  community: SwitcherCommunity;
  /** How many stand first. */
  pinned: number;
  onChange: (how: Arranging) => void;
  onMute: (span: MuteSpan | "none") => void;
}

const ICON = { "aria-hidden": true, size: 18 } as const;

/** What one may do with a row of one's own list; of its mutes the feed's here, the inbox's where its notifications stand. */
export function RowMenu(props: RowMenuProps) {
  const t = useTranslations("arranging");
  return (
    <MenuButton label={t("menu", { community: props.community.name })}>
      <MenuContent>
        <MenuItem
          icon={<ExternalLink {...ICON} />}
          onSelect={() => window.open(goPath(props.community.slug), "_blank", "noreferrer")}
        >
          {t("newTab", { community: props.community.name })}
        </MenuItem>
        <MenuSeparator />
        <Places {...props} />
        <Mutes {...props} />
      </MenuContent>
    </MenuButton>
  );
}

function Places({ community, pinned, onChange }: RowMenuProps) {
  const t = useTranslations("arranging");
  const at = community.pinned;
  if (at === null) {
    return (
      <MenuItem icon={<Pin {...ICON} />} onSelect={() => onChange("pin")}>
        {t("pin")}
      </MenuItem>
    );
  }
  return (
    <>
      <MenuItem icon={<ArrowUp {...ICON} />} disabled={at === 1} onSelect={() => onChange("up")}>
        {t("up")}
      </MenuItem>
      <MenuItem icon={<ArrowDown {...ICON} />} disabled={at === pinned} onSelect={() => onChange("down")}>
        {t("down")}
      </MenuItem>
      <MenuItem icon={<PinOff {...ICON} />} onSelect={() => onChange("unpin")}>
        {t("unpin")}
      </MenuItem>
    </>
  );
}

function Mutes({ community, onMute }: RowMenuProps) {
  const t = useTranslations("arranging");
  if (community.membership !== "active" || community.status !== "active") return null;
  return (
    <>
      <MenuSeparator />
      {community.muted_until === null ? (
        <>
          <MenuLabel>{t("mute")}</MenuLabel>
          {MUTE_SPANS.map((span) => (
            <MenuItem key={span} icon={<BellOff {...ICON} />} onSelect={() => onMute(span)}>
              {t(`span.${span}`)}
            </MenuItem>
          ))}
        </>
      ) : (
        <MenuItem icon={<BellOff {...ICON} />} onSelect={() => onMute("none")}>
          {t("hear")}
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuLink icon={<Bell {...ICON} />} href={inboxHref({ community: community.slug })}>
        {t(community.silent_until === null ? "notices" : "noticesMuted")}
      </MenuLink>
    </>
  );
}
