"use client";

import { useQuery } from "@tanstack/react-query";
import type { Audience } from "@/lib/composing/schemas";
import { fetchJson } from "@/lib/http/fetch-json";

interface AudienceRequest {
  /** The post below which somebody writes, or which they edit. */
  post?: string;
  /** The group that somebody writes to. */
  group?: string;
  /** Ids of who is named. */
  named?: readonly string[];
  enabled?: boolean;
}

/** Who would read what is being written; undefined until it is known. */
export function useAudience({
  post,
  group,
  named = [],
  enabled = true,
}: AudienceRequest): Audience | undefined {
  const parts = Object.entries({ post, group, named: named.join(",") }).filter(([, value]) => value);
  const path = `/api/v1/audience?${new URLSearchParams(parts as [string, string][])}`;
  const { data } = useQuery({
    queryKey: ["audience", path],
    queryFn: ({ signal }) => fetchJson<Audience>(path, { signal }),
    enabled,
    placeholderData: (before) => before,
  });
  return data;
}
