"use client";

import { useQuery } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import type { FoundPerson } from "@/lib/composing/schemas";
import { fetchJson } from "@/lib/http/fetch-json";
import { withParam } from "@/lib/http/query";
import { readMentionBegun } from "@/lib/markdown/mentions";

const WAIT_MS = 150;

/** What is being typed after an at sign of a field, and where; `dismiss` leaves that one alone. */
export function useMentionBegun(field: HTMLTextAreaElement) {
  const [begun, setBegun] = useState<{ query: string; from: number } | null>(null);
  const [dismissed, setDismissed] = useState<number | null>(null);
  useEffect(() => {
    const look = () => {
      const at = field.selectionStart;
      const found = at === field.selectionEnd ? readMentionBegun(field.value, at) : null;
      setBegun((before) => (before?.query === found?.query && before?.from === found?.from ? before : found));
      if (!found) setDismissed(null);
    };
    const leave = () => setBegun(null);
    // Moving the cursor is no change of the text, and the document is what hears of it.
    const moved = () => document.activeElement === field && look();
    field.addEventListener("input", look);
    field.addEventListener("blur", leave);
    document.addEventListener("selectionchange", moved);
    look();
    return () => {
      field.removeEventListener("input", look);
      field.removeEventListener("blur", leave);
      document.removeEventListener("selectionchange", moved);
    };
  }, [field]);
  const dismiss = useCallback(() => setDismissed(begun?.from ?? null), [begun]);
  return { begun: begun && begun.from !== dismissed ? begun : null, dismiss };
}

const POST_PAGE = /^\/p\/([0-9a-f-]{36})$/;

/**
 * Members whose name begins like a query, once somebody pauses. A newer question ends the one before. Below a post the
 * lookup knows those who wrote there.
 */
export function useFoundPeople(query: string | null): FoundPerson[] | null {
  const [asked, setAsked] = useState(query);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(query), query === null ? 0 : WAIT_MS);
    return () => clearTimeout(timer);
  }, [query]);
  const post = POST_PAGE.exec(usePathname())?.[1];
  const found = useQuery({
    queryKey: ["people", asked, post],
    queryFn: ({ signal }) => {
      const path = withParam("/api/v1/people", "q", asked ?? "");
      return fetchJson<{ items: FoundPerson[] }>(post ? withParam(path, "post", post) : path, { signal });
    },
    enabled: asked !== null && query !== null,
    placeholderData: (before) => before,
    retry: false,
  });
  return query === null ? null : (found.data?.items ?? null);
}
