"use client";

import { useEffect } from "react";
import { singleKey } from "@/lib/shortcuts/pressed";
import { findShortcut } from "@/lib/shortcuts/shortcuts";
import { areShortcutsOn } from "@/lib/shortcuts/switch";

/** Lets single keys move through the posts of a page. What they do is loaded with the first of them. */
export function useListKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      const key = singleKey(event, target);
      const shortcut = key === null ? null : findShortcut(key);
      if (!shortcut || !areShortcutsOn()) return;
      // Enter belongs to the link or button that has the focus.
      if (key === "Enter" && !target?.matches("[data-post]")) return;
      event.preventDefault();
      void import("./list-keys").then(({ runListKey }) => runListKey(shortcut));
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
