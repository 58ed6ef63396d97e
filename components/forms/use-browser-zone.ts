"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;
const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const unknown = () => null;

/** The browser's zone (IANA name) once it is known: null while the server renders. */
export function useBrowserZone(): string | null {
  return useSyncExternalStore(never, browserZone, unknown);
}
