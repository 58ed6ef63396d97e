"use client";

import { Suspense } from "react";
import { useViewer } from "@/components/providers/viewer-provider";
import { Bell as BellIcon } from "@/components/ui/icons";
import { late } from "@/components/ui/late";
import { useAwake } from "@/components/ui/use-awake";

const UnreadCount = late(async () => (await import("./unread-count")).UnreadCount);

/** The bell with how much is unread. What counts is fetched once the page is awake. */
export function Bell() {
  const viewer = useViewer();
  const awake = useAwake();
  return (
    <span className="relative grid size-6 place-items-center">
      <BellIcon aria-hidden size={20} />
      {viewer && awake ? (
        <Suspense>
          <UnreadCount personId={viewer.id} />
        </Suspense>
      ) : null}
    </span>
  );
}
