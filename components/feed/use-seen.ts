"use client";

import { useEffect, useRef } from "react";
import { isNewSince } from "@/lib/feed/news-rules";
import { fetchJson } from "@/lib/http/fetch-json";
import type { NewestPost } from "./use-news";

const LOOKED_MS = 1_000;

/**
 * Tells the server until when somebody has seen what is new: once the newest post was in view for a moment.
 * `seenAt` is what it knows; undefined remembers nothing.
 */
export function useSeen(newest: NewestPost | null, seenAt: string | null | undefined): void {
  const told = useRef(seenAt);
  const id = newest?.id;
  const at = newest?.created_at;
  useEffect(() => {
    const known = told.current;
    if (!id || !at || known === undefined || (known !== null && !isNewSince(at, known))) return;
    const card = document.getElementById(`post-${id}`);
    if (!card) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      watcher.disconnect();
      told.current = at;
      // Where it does not arrive, the line is drawn a little too low next time.
      void fetchJson("/api/v1/feed/seen", { method: "PUT", body: { at } }).catch(() => undefined);
    };
    const watcher = new IntersectionObserver(([entry]) => {
      clearTimeout(timer);
      if (entry?.isIntersecting) timer = setTimeout(tell, LOOKED_MS);
    });
    watcher.observe(card);
    return () => {
      clearTimeout(timer);
      watcher.disconnect();
    };
  }, [id, at]);
}
