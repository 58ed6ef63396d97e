"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useViewer } from "@/components/providers/viewer-provider";
import { whenOnline } from "@/components/ui/when-online";
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
    const leaving = new AbortController();
    const soon = () => {
      clearTimeout(timer);
      // A reading that fails loads the page anew: without a connection all that is on it would go.
      timer = setTimeout(() => whenOnline(() => router.refresh(), leaving.signal), SOON_MS);
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
      leaving.abort();
      clearTimeout(timer);
      stop();
    };
  }, [journey, personId, router]);
}
