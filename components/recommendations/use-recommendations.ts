"use client";

import { type RefObject, useCallback, useEffect, useState } from "react";
import { fetchJson } from "@/lib/http/fetch-json";
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

function idsOf({ items, trips }: Recommendations): string[] {
  const all = [...items, ...trips.flatMap((trip) => trip.items)];
  return [...new Set(all.map(({ recommendation_id }) => recommendation_id))].slice(0, 20);
}

/**
 * Suggestions as rules have them at once, then in a provider's order where one may be asked and answers in time. A list
 * that somebody points at or is in stays as it is.
 */
export function useRecommendations(journey: string | null, list: RefObject<HTMLElement | null>) {
  const [state, setState] = useState<RecommendationsState>({ at: "loading" });
  const show = useCallback(
    async (signal: AbortSignal) => {
      let given = await load(journey, false, signal);
      setState({ at: "there", given });
      if (given.pending) {
        const better = await load(journey, true, signal).catch(() => null);
        if (signal.aborted) return;
        const inUse = list.current?.matches(":hover, :focus-within") ?? false;
        given = { ...(better && !inUse ? better : given), pending: false };
        setState({ at: "there", given });
      }
      const ids = idsOf(given);
      if (ids.length > 0) await tell({ outcome: "shown", ids });
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
