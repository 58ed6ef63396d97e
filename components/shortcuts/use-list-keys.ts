"use client";

import { useEffect, useRef } from "react";
import { hearsShortcut, keyOf } from "@/lib/shortcuts/keys";
import { findShortcut, type ShortcutId } from "@/lib/shortcuts/shortcuts";
import type { ShareOf } from "./list-keys";

/** What a key press asks of a list of posts; null for nothing. */
function askedOfList(event: KeyboardEvent): ShortcutId<"list"> | null {
  if (hearsShortcut(event)) return findShortcut(keyOf(event), "list");
  // Elsewhere Enter belongs to the link or button that has the focus.
  const onCard = event.target instanceof Element && event.target.matches("[data-post]");
  return event.key === "Enter" && onCard && !event.defaultPrevented ? "open" : null;
}

/** Lets single keys move through the posts of a page. What they do is loaded with the first of them. */
export function useListKeys(shareOf: ShareOf): void {
  const latest = useRef(shareOf);
  useEffect(() => {
    latest.current = shareOf;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const shortcut = askedOfList(event);
      if (!shortcut) return;
      event.preventDefault();
      // What cannot be fetched now does nothing; the next press asks for it again.
      import("./list-keys").then(
        ({ runListKey }) => runListKey(shortcut, latest.current),
        () => undefined,
      );
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
