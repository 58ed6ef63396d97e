"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;
const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const unknown = () => null;

/** The reader's zone: the one they chose, else their browser's once it is known. */
export function useViewerZone(chosen: string | null): string | null {
  const found = useSyncExternalStore(never, browserZone, unknown);
  return chosen ?? found;
}
