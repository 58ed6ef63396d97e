"use client";

import { useRef, useState } from "react";
import { useUnsavedGuard } from "@/components/settings/use-unsaved-guard";
import type { ActivityChanges } from "@/lib/journeys/inputs";
import {
  type AllUnsaved,
  type Unsaved,
  withoutSaved,
  withoutUnsaved,
  withUnsaved,
} from "@/lib/journeys/unsaved";

/** Holds what could not be saved, until it is saved or let go; the browser asks before the page is left with it. */
export function useUnsaved() {
  const [all, setAll] = useState<AllUnsaved>(new Map());
  // For notices that were put up some drawings ago.
  const held = useRef(all);
  const hold = (next: AllUnsaved) => {
    held.current = next;
    setAll(next);
  };
  useUnsavedGuard(all.size > 0);
  return {
    all,
    find: (id: string) => held.current.get(id),
    keep: (one: Unsaved) => hold(withUnsaved(held.current, one)),
    settled: (id: string, changes: ActivityChanges) => hold(withoutSaved(held.current, id, changes)),
    letGo: (id: string) => hold(withoutUnsaved(held.current, id)),
  };
}
