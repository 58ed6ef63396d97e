"use client";

import { useTranslations } from "next-intl";
import { late } from "@/components/ui/late";
import { MenuButton } from "@/components/ui/menu-button";
import { muteAction } from "@/lib/feed/unified-actions";
import type { StreamMenuPanelProps } from "./stream-menu-panel";

const Panel = late<StreamMenuPanelProps>(async () => (await import("./stream-menu-panel")).StreamMenuPanel);

/** What one may do with a card of the feed over all communities: know why it is there, take its link, mute its community. */
export function StreamMenu({ community }: Pick<StreamMenuPanelProps, "community">) {
  const t = useTranslations("feed");
  return (
    <MenuButton label={t("menu")}>
      <Panel community={community} mute={muteAction} />
    </MenuButton>
  );
}
