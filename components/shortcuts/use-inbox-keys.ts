"use client";

import { useEffect } from "react";
import { hearsShortcut, keyOf } from "@/lib/shortcuts/keys";
import { findShortcut, type ShortcutId } from "@/lib/shortcuts/shortcuts";
import { currentCard, moveCard, pressOnCard } from "./cards";

const RUN: Record<ShortcutId<"inbox">, () => void> = {
  nextNotice: () => moveCard(1),
  previousNotice: () => moveCard(-1),
  openNotice: () => pressOnCard("open"),
  readNotice: () => pressOnCard("read"),
};

/** Lets single keys move through the inbox. Enter opens the line that has the focus. */
export function useInboxKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const onLine = event.key === "Enter" && !event.defaultPrevented && event.target === currentCard();
      const shortcut = onLine
        ? "openNotice"
        : hearsShortcut(event)
          ? findShortcut(keyOf(event), "inbox")
          : null;
      if (!shortcut) return;
      event.preventDefault();
      RUN[shortcut]();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
