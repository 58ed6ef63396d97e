"use client";

import { type RefObject, useCallback, useEffect, useState } from "react";
import { fetchJson } from "@/lib/http/fetch-json";
import { LISTED_MAX } from "@/lib/recommendations/limits";
import type { OutcomeInput, Recommendations } from "@/lib/recommendations/schemas";

const API = "/api/recommendations";

/** `at` says how far it is; a list that is there may still wait for a better order. */
export type RecommendationsState =
  | { at: "loading" }
  | { at: "failed" }
  | { at: "there"; given: Recommendations };

function load(journey: string | null, wait: boolean, signal: AbortSignal): Promise<Recommendations> {
  const query = new URLSearchParams({ ...(journey && { journey }), ...(wait && { wait: "true" }) });
  return fetchJson<Recommendations>(`${API}?${query}`, { signal });
}

/** Says what became of suggestions. Throws ApiProblem. */
export function tell(outcome: OutcomeInput): Promise<{ journey: string | null }> {
  return fetchJson(API, { method: "POST", body: outcome });
}

/** Says that a list was seen. What was seen as rules had it is counted for them, whatever a provider has said since. */
async function tellShown({ items, trips }: Recommendations, outcome: "shown" | "shown_by_rules") {
  const all = [...items, ...trips.flatMap((trip) => trip.items)];
  const ids = [...new Set(all.map(({ recommendation_id }) => recommendation_id))].slice(0, LISTED_MAX);
  if (ids.length > 0) await tell({ outcome, ids });
}

/**
 * Suggestions as rules have them at once, then in a provider's order where one may be asked and answers in time. A list
 * that somebody points at or is in stays as it is.
 */
export function useRecommendations(journey: string | null, list: RefObject<HTMLElement | null>) {
  const [state, setState] = useState<RecommendationsState>({ at: "loading" });
  const show = useCallback(
    async (signal: AbortSignal) => {
      const given = await load(journey, false, signal);
      setState({ at: "there", given });
      if (!given.pending) return tellShown(given, "shown");
      const better = await load(journey, true, signal).catch(() => null);
      if (signal.aborted) return tellShown(given, "shown_by_rules");
      const inUse = list.current?.matches(":hover, :focus-within") ?? false;
      const taken = better !== null && !inUse;
      setState({ at: "there", given: { ...(taken ? better : given), pending: false } });
      await tellShown(taken ? better : given, taken ? "shown" : "shown_by_rules");
    },
    [journey, list],
  );
  const begin = useCallback(() => {
    const stop = new AbortController();
    show(stop.signal).catch(() => {
      if (!stop.signal.aborted) setState((now) => (now.at === "there" ? now : { at: "failed" }));
    });
    return () => stop.abort();
  }, [show]);
  useEffect(begin, [begin]);
  return {
    state,
    again() {
      setState({ at: "loading" });
      begin();
    },
  };
}
