"use client";

import { useEffect, useState } from "react";
import { nextWait } from "@/lib/feed/news-rules";
import { fetchJson } from "@/lib/http/fetch-json";

/** The newest post that a list shows. */
export interface NewestPost {
  id: string;
  created_at: string;
}

/** The address that counts what a community has that is newer. */
export function newsSince({ id, created_at }: NewestPost): string {
  return `/api/v1/feed/news?${new URLSearchParams({ at: created_at, id })}`;
}

/**
 * How many posts of others have come, asked for at this address while the page can be seen: soon at first, less and less
 * often while nothing happens, at once when somebody comes back to the page. 21 stands for more than twenty.
 */
export function useNews(address: string | null): number {
  const [news, setNews] = useState({ address: "", count: 0 });
  useEffect(() => {
    if (address === null) return;
    const stop = new AbortController();
    let wait = nextWait(null, false);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      if (document.hidden) return;
      const answer = await fetchJson<{ count: number }>(address, { signal: stop.signal }).catch(() => null);
      if (stop.signal.aborted) return;
      const count = answer?.count ?? 0;
      setNews({ address, count });
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
  }, [address]);
  return news.address === address ? news.count : 0;
}
