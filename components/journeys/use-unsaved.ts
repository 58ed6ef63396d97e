"use client";

import { useRef, useState } from "react";
import { useViewer } from "@/components/providers/viewer-provider";
import type { ActivityChanges } from "@/lib/journeys/inputs";
import {
  type AllUnsaved,
  type Unsaved,
  withoutSaved,
  withoutUnsaved,
  withUnsaved,
} from "@/lib/journeys/unsaved";

const NOTHING: AllUnsaved = new Map();
/** By person and journey: who goes to another page and comes back finds it, and nobody else does. */
const LEFT = new Map<string, AllUnsaved>();

/** Holds what could not be saved of a journey, until it is saved or let go. */
export function useUnsaved(journey: string) {
  const mine = `${useViewer()?.id}:${journey}`;
  const [all, setAll] = useState(() => LEFT.get(mine) ?? NOTHING);
  // For notices that were put up some drawings ago.
  const held = useRef(all);
  const hold = (next: AllUnsaved) => {
    held.current = next;
    LEFT.set(mine, next);
    setAll(next);
  };
  return {
    all,
    find: (id: string) => held.current.get(id),
    keep: (one: Unsaved) => hold(withUnsaved(held.current, one)),
    settled: (id: string, changes: ActivityChanges) => hold(withoutSaved(held.current, id, changes)),
    letGo: (id: string) => hold(withoutUnsaved(held.current, id)),
  };
}
