"use client";

import { useEffect } from "react";
import { fetchJson } from "@/lib/http/fetch-json";

interface ReadHereProps {
  post: string;
  /** When the page was made: what came later is not on it. ISO 8601. */
  until: string;
}

/** Tells that the inbox's lines about this post are read, once its page is in view. A page fetched ahead tells nothing. */
export function ReadHere({ post, until }: ReadHereProps) {
  useEffect(() => {
    const tell = () => {
      if (document.visibilityState !== "visible") return;
      document.removeEventListener("visibilitychange", tell);
      // Where it does not arrive, the lines stay unread.
      void fetchJson(`/api/v1/posts/${post}/seen`, { method: "PUT", body: { until } }).catch(() => undefined);
    };
    document.addEventListener("visibilitychange", tell);
    tell();
    return () => document.removeEventListener("visibilitychange", tell);
  }, [post, until]);
  return null;
}
