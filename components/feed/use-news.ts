"use client";

import { useEffect, useState } from "react";
import { nextWait } from "@/lib/feed/news-rules";
import { fetchJson } from "@/lib/http/fetch-json";

/** The newest post that a list shows. */
export interface NewestPost {
  id: string;
  created_at: string;
}

async function countSince({ id, created_at }: NewestPost, signal: AbortSignal): Promise<number> {
  const query = new URLSearchParams({ at: created_at, id });
  return (await fetchJson<{ count: number }>(`/api/v1/feed/news?${query}`, { signal })).count;
}

/**
 * How many posts of others are newer than the newest shown, asked for while the page can be seen: soon at first, less
 * and less often while nothing happens, at once when somebody comes back to the page. 21 stands for more than twenty.
 */
export function useNews(newest: NewestPost | null): number {
  const [news, setNews] = useState({ since: "", count: 0 });
  const id = newest?.id ?? "";
  const createdAt = newest?.created_at ?? "";
  useEffect(() => {
    if (id === "") return;
    const stop = new AbortController();
    let wait = nextWait(null, false);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      if (document.hidden) return;
      const count = await countSince({ id, created_at: createdAt }, stop.signal).catch(() => 0);
      if (stop.signal.aborted) return;
      setNews({ since: id, count });
      wait = nextWait(wait, count > 0);
      plan();
    };
    const plan = () => {
      clearTimeout(timer);
      if (!document.hidden) timer = setTimeout(() => void ask(), wait);
    };
    const onVisible = () => {
      if (document.hidden) clearTimeout(timer);
      else void ask();
    };
    plan();
    document.addEventListener("visibilitychange", onVisible, { signal: stop.signal });
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [id, createdAt]);
  return news.since === id ? news.count : 0;
}
