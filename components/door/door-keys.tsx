"use client";

import { useEffect } from "react";
import { hearsShortcut, keyOf } from "@/lib/shortcuts/keys";
import { findShortcut } from "@/lib/shortcuts/shortcuts";

const WAITING = "[data-waiting]";

function onKeyDown(event: KeyboardEvent): void {
  const shortcut = hearsShortcut(event) ? findShortcut(keyOf(event), "door") : null;
  if (!shortcut) return;
  event.preventDefault();
  const all = [...document.querySelectorAll<HTMLElement>(WAITING)];
  const current = document.activeElement?.closest<HTMLElement>(WAITING);
  if (shortcut === "approve" || shortcut === "decline") {
    current?.querySelector<HTMLElement>(`[data-key=${shortcut}]`)?.click();
    return;
  }
  const step = shortcut === "nextWaiting" ? 1 : -1;
  const next = current ? all[all.indexOf(current) + step] : all[0];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
}

/** Lets single keys go from one post at the door to the next, and answer the one that has the focus. */
export function DoorKeys() {
  useEffect(() => {
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return null;
}
