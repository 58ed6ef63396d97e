"use client";

import { useTranslations } from "next-intl";
import { useOptimistic, useState, useTransition } from "react";
import { toast } from "@/components/ui/toast";
import type { MuteSpan } from "@/lib/feed/mutes";
import { muteAction, pinAction } from "@/lib/feed/unified-actions";
import type { SwitcherCommunity } from "@/lib/tenants/directory-schemas";
import { arrange, moveTo, sortCommunities } from "@/lib/tenants/switcher-rules";

/** What a row's menu may ask for. */
export type Arranging = Parameters<typeof arrange>[2];

function withOrder(communities: readonly SwitcherCommunity[], order: readonly string[]): SwitcherCommunity[] {
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) + 1 : null);
  return sortCommunities(communities.map((community) => ({ ...community, pinned: place(community.id) })));
}

/** One's communities as one arranges them: shown at once as they will be, and put back where that did not arrive. */
export function useArranging(communities: readonly SwitcherCommunity[]) {
  const t = useTranslations("arranging");
  const [shown, setOrder] = useOptimistic(communities, withOrder);
  const [, startKeeping] = useTransition();
  const [said, setSaid] = useState("");
  const order = shown.filter(({ pinned }) => pinned !== null).map(({ id }) => id);
  const keep = (next: string[], community: SwitcherCommunity) => {
    const at = next.indexOf(community.id);
    const told = { community: community.name, place: at + 1, count: next.length };
    startKeeping(async () => {
      setOrder(next);
      const answer = await pinAction({ tenants: next.join() });
      if (answer.ok) setSaid(t(at === -1 ? "unpinned" : "pinnedAt", told));
      else toast.error(answer.error.message);
    });
  };
  return {
    shown,
    /** What to tell those who listen. */
    said,
    change: (community: SwitcherCommunity, how: Arranging) =>
      keep(arrange(order, community.id, how), community),
    moveTo: (id: string, target: string) => {
      const community = shown.find((one) => one.id === id);
      if (community) keep(moveTo(order, id, order.indexOf(target)), community);
    },
    mute: (community: SwitcherCommunity, span: MuteSpan | "none") =>
      startKeeping(async () => {
        const answer = await muteAction({ tenant: community.id, span });
        if (answer.ok) setSaid(t(span === "none" ? "heardNow" : "mutedNow", { community: community.name }));
        else toast.error(answer.error.message);
      }),
  };
}
