"use client";

import { type ReactNode, useRef } from "react";
import { GripVertical } from "@/components/ui/icons";
import type { SwitcherCommunity } from "@/lib/tenants/directory-schemas";
import { CommunityList } from "./community-list";
import { RowMenu } from "./row-menu";
import { useArranging } from "./use-arranging";
import { useDragOrder } from "./use-drag-order";

interface ArrangedListProps {
  communities: readonly SwitcherCommunity[];
  /** Origin of the network host. */
  network: string;
  /** Slug of the community one came from. */
  current: string | null;
}

/** The list on the network's own page: here one says what stands first, by menu or by dragging, and what is muted. */
export function ArrangedList({ communities, network, current }: ArrangedListProps) {
  const box = useRef<HTMLDivElement>(null);
  const { shown, said, change, moveTo, mute } = useArranging(communities);
  const pinned = shown.filter((community) => community.pinned !== null).length;
  useDragOrder(box, moveTo);
  const frame = (community: SwitcherCommunity, row: ReactNode) => (
    <div
      className="flex items-center gap-1"
      {...(community.pinned === null ? {} : { draggable: true, "data-drag": community.id })}
    >
      <span className="grid w-5 shrink-0 cursor-grab place-items-center text-ink-muted">
        {community.pinned === null ? null : <GripVertical aria-hidden size={16} />}
      </span>
      <div className="min-w-0 flex-1">{row}</div>
      <RowMenu
        community={community}
        pinned={pinned}
        onChange={(how) => change(community, how)}
        onMute={(span) => mute(community, span)}
      />
    </div>
  );
  return (
    <div ref={box}>
      <p role="status" className="sr-only">
        {said}
      </p>
      <CommunityList communities={shown} network={network} current={current} tall frame={frame} />
    </div>
  );
}
