"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { type CommunitiesState, useCommunities } from "@/components/community-switcher/communities-provider";
import { SWITCHER_ID } from "@/components/community-switcher/switcher-id";
import { useTenant } from "@/components/providers/tenant-provider";
import { decideWay } from "@/lib/shortcuts/go";
import type { HostKindOfPage } from "@/lib/shortcuts/shortcuts";
import { goPath } from "@/lib/tenants/directory-rules";

interface GoProps {
  keys: string;
  host: HostKindOfPage;
  onDone: () => void;
}

/** Goes where a sequence of keys leads; one of one's communities as soon as their list is there. */
export function Go({ keys, host, onDone }: GoProps) {
  const router = useRouter();
  const member = useTenant()?.role != null;
  const { network, host: from, sameSite, communities, state, load } = useCommunities();
  const goToNth = (nth: number, known: CommunitiesState) => {
    if (!sameSite) return window.location.assign(`${network}/switch?${new URLSearchParams({ from })}`);
    if (known === "idle") return load();
    if (known === "loading") return;
    const found = communities[nth - 1];
    if (found) window.location.assign(`${network}${goPath(found.slug)}`);
    onDone();
  };
  const go = useEffectEvent((typed: string, known: CommunitiesState) => {
    const way = decideWay(typed, { host, member });
    if (way && "community" in way) return goToNth(way.community, known);
    if (way && "to" in way) router.push(way.to);
    if (way && "onNetwork" in way) window.location.assign(`${network}${way.onNetwork}`);
    if (way && "open" in way) document.getElementById(SWITCHER_ID)?.click();
    onDone();
  });
  useEffect(() => go(keys, state), [keys, state]);
  return null;
}
