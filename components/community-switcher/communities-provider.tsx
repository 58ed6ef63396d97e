"use client";

import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { SwitcherCommunity as Listed } from "@/lib/tenants/directory-schemas";
import { fetchCommunities, NotSignedIn } from "./fetch-communities";

/** What the switcher shows of the community one is in. */
export interface SwitcherCommunity {
  id: string;
  slug: string;
  name: string;
  accent: string;
  logo_path: string | null;
  locale: string;
}

/** Which host the switcher stands on. */
export interface SwitcherPlace {
  /** Origin of the network host. */
  network: string;
  /** This host as the address bar shows it. */
  host: string;
  /** Whether the browser sends the network's cookie along from here. */
  sameSite: boolean;
  /** This host's community; null on the network's own pages. */
  current: SwitcherCommunity | null;
}

/** Why there is no list, or what there is of it. */
export type CommunitiesState = "idle" | "loading" | "ready" | "signed_out" | "failed" | "stale";

interface Communities extends SwitcherPlace {
  communities: readonly Listed[];
  state: CommunitiesState;
  /** Begins to load; the list is not fetched with every page. */
  load: () => void;
  retry: () => void;
}

const CommunitiesContext = createContext<Communities | null>(null);
const NONE: readonly Listed[] = [];

interface CommunitiesProviderProps {
  place: SwitcherPlace;
  /** Where the page has the list anyway. */
  initial?: readonly Listed[];
  children: ReactNode;
}

/** Gives the switcher and whoever else asks the list of one's communities, fetched when first wanted. */
export function CommunitiesProvider({ place, initial, children }: CommunitiesProviderProps) {
  const [wanted, setWanted] = useState(false);
  const query = useQuery({
    queryKey: ["communities", place.network],
    queryFn: ({ signal }) => fetchCommunities(place.network, signal),
    enabled: wanted && place.sameSite,
    initialData: initial && [...initial],
    retry: (count, error) => !(error instanceof NotSignedIn) && count < 1,
  });
  const { data, error, isFetching, isPaused, refetch } = query;
  const value = useMemo<Communities>(
    () => ({
      ...place,
      communities: data ?? NONE,
      state: stateOf({ wanted, data, error: error ?? isPaused, isFetching }),
      load: () => (data ? void refetch({ cancelRefetch: false }) : setWanted(true)),
      retry: () => void refetch(),
    }),
    [place, wanted, data, error, isFetching, isPaused, refetch],
  );
  return <CommunitiesContext value={value}>{children}</CommunitiesContext>;
}

function stateOf(query: {
  wanted: boolean;
  data: unknown;
  error: unknown;
  isFetching: boolean;
}): CommunitiesState {
  if (query.error instanceof NotSignedIn) return "signed_out";
  if (query.data) return query.error ? "stale" : "ready";
  if (query.error) return "failed";
  return query.wanted || query.isFetching ? "loading" : "idle";
}

/** One's communities. Only below a `CommunitiesProvider`. */
export function useCommunities(): Communities {
  const value = useContext(CommunitiesContext);
  if (!value) throw new Error("useCommunities needs a CommunitiesProvider above it");
  return value;
}
