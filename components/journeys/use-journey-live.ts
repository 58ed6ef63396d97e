"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { useViewer } from "@/components/providers/viewer-provider";
import { subscribe } from "@/lib/realtime/subscribe";

/** An activity as it was saved: its id, and the version that made. */
export interface SavedActivity {
  activity: string;
  version: number;
}

/** Several messages within this time are one reason to read again, in milliseconds. */
const SOON_MS = 300;

/** What a message says was saved: only whoever saved it is told. */
function savedIn({ activity, version }: Record<string, unknown>): SavedActivity | null {
  return typeof activity === "string" && typeof version === "number" ? { activity, version } : null;
}

/** Reads a journey again when somebody changed it, unless this page `has` all that was changed: then it was its own doing. */
export function useJourneyLive(journey: string, has: (saved: SavedActivity) => boolean): void {
  const router = useRouter();
  const personId = useViewer()?.id;
  const hasNow = useEffectEvent(has);
  useEffect(() => {
    if (!personId) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let heard = false;
    let told: (SavedActivity | null)[] = [];
    const read = () => {
      const all = told;
      told = [];
      if (!all.every((saved) => saved && hasNow(saved))) router.refresh();
    };
    const soon = (saved: SavedActivity | null) => {
      told.push(saved);
      clearTimeout(timer);
      timer = setTimeout(read, SOON_MS);
    };
    const stop = subscribe(
      `user:${personId}`,
      ({ event, payload }) => {
        if (event === "journey" && payload.journey === journey) soon(savedIn(payload));
      },
      (state) => {
        if (state !== "live") return;
        // The page was made a moment ago; only what came while nobody listened is missing.
        if (heard) soon(null);
        heard = true;
      },
    );
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [journey, personId, router]);
}
