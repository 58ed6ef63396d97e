"use client";

import { type RefObject, useEffect, useEffectEvent } from "react";

function rowOf(event: Event): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>("[data-drag]") : null;
}

/**
 * Lets rows be dragged to the place of another: those with `data-drag`, which names them. The same can always be done
 * from a menu.
 */
export function useDragOrder(
  box: RefObject<HTMLElement | null>,
  onDrop: (dragged: string, target: string) => void,
): void {
  const drop = useEffectEvent(onDrop);
  useEffect(() => {
    const list = box.current;
    if (!list) return;
    const stop = new AbortController();
    let dragged: string | undefined;
    const listen = (name: string, listener: (event: Event) => void) =>
      list.addEventListener(name, listener, { signal: stop.signal });
    listen("dragstart", (event) => {
      dragged = rowOf(event)?.dataset.drag;
    });
    listen("dragover", (event) => {
      // Only what is prevented may be dropped on.
      if (dragged && rowOf(event)) event.preventDefault();
    });
    listen("drop", (event) => {
      const target = rowOf(event)?.dataset.drag;
      event.preventDefault();
      if (dragged && target && target !== dragged) drop(dragged, target);
    });
    listen("dragend", () => {
      dragged = undefined;
    });
    return () => stop.abort();
  }, [box]);
}
