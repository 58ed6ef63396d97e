"use client";

import { useEffect } from "react";
import { readBroughtText } from "@/lib/drafts/brought-text";

/** Takes the text that the address brings, once, and takes it out of the address. `take` stays the same. */
export function useBroughtText(take: (text: string) => void): void {
  useEffect(() => {
    const text = readBroughtText(window.location.hash);
    if (text === null) return;
    window.history.replaceState(null, "", window.location.pathname + window.location.search);
    take(text);
  }, [take]);
}
