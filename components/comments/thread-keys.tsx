"use client";

import { useEffect } from "react";
import { hearsShortcut, keyOf } from "@/lib/shortcuts/keys";
import { findShortcut } from "@/lib/shortcuts/shortcuts";

/** Keys that move among the comments of a page. What they do is loaded when one is pressed first. */
export function ThreadKeys() {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const shortcut = hearsShortcut(event) ? findShortcut(keyOf(event), "post") : null;
      if (!shortcut) return;
      event.preventDefault();
      // What cannot be fetched now does nothing; the next press asks for it again.
      import("./move-in-thread").then(
        ({ moveInThread }) => moveInThread(shortcut),
        () => undefined,
      );
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return null;
}
