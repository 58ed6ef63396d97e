import { useEffect, useEffectEvent, useState } from "react";

/** How long somebody types before it is searched, in milliseconds. */
const PAUSE_MS = 250;

/**
 * Searches for what somebody types. Gives what was found, null before the first answer and `failed` for none, with the
 * way to put more to it. `search` is told by its signal that nobody waits for it any more.
 */
export function useSearch<Found>(
  q: string,
  search: (q: string, signal: AbortSignal) => Promise<Found | null>,
) {
  const [found, setFound] = useState<Found | "failed" | null>(null);
  const look = useEffectEvent(search);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await look(q, stop.signal).catch(() => "failed" as const);
      if (!stop.signal.aborted) setFound(answer);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [q]);
  return [found, setFound] as const;
}
