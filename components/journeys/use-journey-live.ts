"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useViewer } from "@/components/providers/viewer-provider";
import { subscribe } from "@/lib/realtime/subscribe";

/** Several messages within this time are one reason to read again, in milliseconds. */
const SOON_MS = 300;

/** Reads a journey again when somebody changed it. */
export function useJourneyLive(journey: string): void {
  const router = useRouter();
  const personId = useViewer()?.id;
  useEffect(() => {
    if (!personId) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let heard = false;
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => router.refresh(), SOON_MS);
    };
    const stop = subscribe(
      `user:${personId}`,
      ({ event, payload }) => {
        if (event === "journey" && payload.journey === journey) soon();
      },
      (state) => {
        if (state !== "live") return;
        // The page was made a moment ago; only what came while nobody listened is missing.
        if (heard) soon();
        heard = true;
      },
    );
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [journey, personId, router]);
}
