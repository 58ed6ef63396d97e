"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent } from "react";
import { type SwitcherPlace, useCommunities } from "@/components/community-switcher/communities-provider";
import { useTenant } from "@/components/providers/tenant-provider";
import { useViewer } from "@/components/providers/viewer-provider";
import { Waypoints } from "@/components/ui/icons";
import { IslandMark } from "@/components/ui/island-mark";
import { toast } from "@/components/ui/toast";
import { accentStyle } from "@/lib/branding/accent";
import { listPlaces } from "@/lib/shortcuts/places";
import { areShortcutsOn } from "@/lib/shortcuts/preference";
import { SHORTCUTS } from "@/lib/shortcuts/shortcuts";
import { goPath } from "@/lib/tenants/directory-rules";
import type { CommandPanelProps, SignOut } from "./command-panel";
import { PLACE_ICONS } from "./place-icons";

/** Parts of the palette in their order; members come last of what can grow while one reads. */
export const GROUPS = ["here", "do", "communities", "members", "network"] as const;

/** One line of the palette. */
export interface PaletteCommand {
  id: string;
  group: (typeof GROUPS)[number];
  label: string;
  /** Other words by which it is found. */
  words?: string;
  /** Language of the label where it is a name. */
  lang?: string;
  mark: ReactNode;
  /** Its shortcut. */
  keys?: string;
  run: () => void;
}

const ICON = { "aria-hidden": true, size: 18 } as const;

/** All that the palette knows without asking the server: places, actions, one's communities where this host may know them. */
export function usePaletteCommands(given: Omit<CommandPanelProps, "asked" | "onDone">): PaletteCommand[] {
  const places = usePlaces(given);
  const communities = useOwnCommunities();
  return [...places, ...communities];
}

function usePlaces({ host, signOut, onAsk }: Omit<CommandPanelProps, "asked" | "onDone">): PaletteCommand[] {
  const t = useTranslations("commands");
  const router = useRouter();
  const tenant = useTenant();
  const signedIn = useViewer() !== null;
  const { network } = useCommunities();
  const failed = (reason: string) => toast.error(t("signOutFailed", { reason }));
  const keysOn = areShortcutsOn();
  return listPlaces({ host, signedIn, tenant }).map(({ id, group, to, shortcut }) => {
    const Icon = PLACE_ICONS[id];
    const goOn = () => {
      if (to === "help") onAsk("help");
      else if (to === "signOut") void leave(signOut, failed);
      else if ("network" in to) window.location.assign(`${network}${to.network}`);
      else if (to.path.includes("#") || to.path.startsWith("/session/")) window.location.assign(to.path);
      else router.push(to.path);
    };
    const keys = SHORTCUTS.find((known) => known.id === shortcut)?.keys;
    return {
      id,
      group,
      label: t(`places.${id}`),
      words: t(`words.${id}`),
      mark: <Icon {...ICON} />,
      keys: keysOn ? keys : undefined,
      run: goOn,
    };
  });
}

async function leave(signOut: SignOut | undefined, failed: (reason: string) => void): Promise<void> {
  const answer = await signOut?.({});
  if (answer?.ok) window.location.assign(answer.data.location);
  else if (answer) failed(answer.error.message);
}

function useOwnCommunities(): PaletteCommand[] {
  const t = useTranslations("commands");
  const { communities, current, load, ...place } = useCommunities();
  const signedIn = useViewer() !== null;
  const begin = useEffectEvent(load);
  useEffect(() => {
    if (signedIn) begin();
  }, [signedIn]);
  const others = communities.filter(({ id }) => id !== current?.id);
  if (!signedIn) return [];
  if (!place.sameSite) return [elsewhere(place, t("elsewhere"))];
  return others.map(({ id, slug, name, accent, locale }) => ({
    id: `community:${id}`,
    group: "communities",
    label: name,
    words: slug,
    lang: locale,
    mark: <IslandMark id={id} style={accentStyle(accent)} size={24} />,
    run: () => window.location.assign(`${place.network}${goPath(slug)}`),
  }));
}

/** On a community's own domain the list stays with the network: docs/decisions/0001-switcher.md. */
function elsewhere(
  { network, host }: Pick<SwitcherPlace, "network" | "host">,
  label: string,
): PaletteCommand {
  return {
    id: "elsewhere",
    group: "communities",
    label,
    mark: <Waypoints {...ICON} />,
    run: () => window.location.assign(`${network}/switch?${new URLSearchParams({ from: host })}`),
  };
}
