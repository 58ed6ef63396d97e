"use client";

import { useLayoutEffect, useRef, useState } from "react";

type Functions = Record<string, (...given: never[]) => unknown>;

/** Functions that stay the same from one drawing to the next, and do what the newest do. Not for use while drawing. */
export function useSameFunctions<T extends Functions>(newest: T): T {
  const latest = useRef(newest);
  useLayoutEffect(() => {
    latest.current = newest;
  });
  const [same] = useState(() =>
    Object.fromEntries(
      Object.keys(newest).map((name) => [name, (...given: never[]) => latest.current[name]?.(...given)]),
    ),
  );
  return same as T;
}
