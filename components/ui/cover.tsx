"use client";

import { useEffect, useLayoutEffect } from "react";

/**
 * Stands in a scrim that covers the whole page and takes every press itself. Radix would forbid the page presses on top of
 * that, which the whole page inherits: with two thousand elements, half of what opening a dialog costs. The rule is in
 * components/styles/base.css.
 */
export function Cover() {
  // Before Radix forbids presses, and until it allows them again: nothing is drawn between the two.
  useLayoutEffect(() => {
    document.body.dataset.covered = "";
  }, []);
  useEffect(
    () => () => {
      delete document.body.dataset.covered;
    },
    [],
  );
  return null;
}
