"use client";

import { useSyncExternalStore } from "react";

const WIDE = "(min-width: 56.25rem)";

function onWidth(heard: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener("change", heard);
  return () => query.removeEventListener("change", heard);
}

/** Whether the page is wide; null until the browser says so. */
export function useWide(): boolean | null {
  return useSyncExternalStore(
    onWidth,
    () => window.matchMedia(WIDE).matches,
    () => null,
  );
}
