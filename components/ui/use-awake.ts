"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether scripts have taken the page over: until then a link is only a link, and nothing it opens is promised. */
export function useAwake(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
