"use client";

import { useLayoutEffect, useRef } from "react";

/** What opened something: the focused element, or for an item of a menu that closes now the menu's own button. */
function findOpener(focused: Element | null): HTMLElement | null {
  const menu = focused?.closest('[role="menu"]');
  const button = menu && document.getElementById(menu.getAttribute("aria-labelledby") ?? "");
  if (button) return button;
  return focused instanceof HTMLElement ? focused : null;
}

/** For panels without a trigger of their own: a handler for `onCloseAutoFocus` that gives the focus back. */
export function useReturnFocus(open: boolean | undefined): (event: Event) => void {
  const opener = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (open) opener.current = findOpener(document.activeElement);
  }, [open]);
  return (event) => {
    event.preventDefault();
    opener.current?.focus();
  };
}
