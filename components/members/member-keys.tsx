"use client";

import { useEffect } from "react";

function onKeyDown(event: KeyboardEvent): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const search = document.querySelector<HTMLElement>("main input[type=search]");
  const people = [...document.querySelectorAll<HTMLElement>("[data-member]")];
  const at = event.target instanceof HTMLElement ? people.indexOf(event.target) : -1;
  if (at === -1 && (event.target !== search || step === -1)) return;
  const next = at + step < 0 ? search : people[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Lets arrows go from the search to the people it found, and from one to the next; above the first they go back. */
export function MemberKeys() {
  useEffect(() => {
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return null;
}
