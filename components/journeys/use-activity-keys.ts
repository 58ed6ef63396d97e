"use client";

import type { KeyboardEvent } from "react";
import type { Activity } from "@/lib/journeys/schemas";
import type { Tools } from "./board";

/** Keys on an activity that has the focus: Space lifts and puts down, arrows carry or go on, d is done, Enter opens. */
export function useActivityKeys(tools: Tools) {
  return (row: Activity) => ({
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (event.target !== event.currentTarget || event.metaKey || event.ctrlKey || event.altKey) return;
      if (tools.moving.onKey(event, row) || act(event, row, tools)) event.preventDefault();
    },
    // Some browsers press a button when Space comes up, whatever became of its going down.
    onKeyUp(event: KeyboardEvent<HTMLElement>) {
      if (event.key === " " && tools.mayEdit) event.preventDefault();
    },
  });
}

function act(event: KeyboardEvent<HTMLElement>, row: Activity, tools: Tools): boolean {
  const { key, currentTarget } = event;
  if (key === "ArrowDown" || key === "ArrowUp") return goOn(currentTarget, key === "ArrowDown" ? 1 : -1);
  if (key === "Enter") {
    tools.open(row.id);
    return true;
  }
  if (key === "d" && tools.mayEdit) {
    void tools.planner.change(row.id, { state: row.state === "done" ? "planned" : "done" });
    return true;
  }
  return false;
}

function goOn(from: HTMLElement, step: number): boolean {
  const all = [...document.querySelectorAll<HTMLElement>("[data-activity]")].filter(
    (element) => element.offsetParent !== null,
  );
  const next = all[all.indexOf(from) + step];
  next?.focus();
  return next !== undefined;
}
