"use client";

import { useCallback, useEffect, useRef, useState } from "react";

/** What somebody is writing, field by field. */
export type Draft = Readonly<Record<string, string>>;

const SAVE_AFTER_MS = 300;

function load<T extends Draft>(key: string, empty: T): T | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    if (typeof stored !== "object" || stored === null) return null;
    const known = Object.entries(stored).filter(
      ([name, value]) => Object.hasOwn(empty, name) && typeof value === "string",
    );
    return { ...empty, ...Object.fromEntries(known) };
  } catch {
    return null;
  }
}

function save(key: string, draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(key, JSON.stringify(draft));
    else localStorage.removeItem(key);
  } catch {
    // A full or forbidden storage keeps nobody from writing.
  }
}

/**
 * A draft that survives reloads on this device. `key` names the person, the community and the place; `empty` is what
 * a new one holds. Nothing is stored until something is changed.
 */
export function useDraft<T extends Draft>(key: string, empty: T) {
  const [draft, setDraft] = useState<T>(empty);
  const [restored, setRestored] = useState(false);
  const unsaved = useRef<T | null>(null);

  const flush = useCallback(() => {
    if (unsaved.current) save(key, unsaved.current);
    unsaved.current = null;
  }, [key]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `empty` is the shape of the draft, not its content
  useEffect(() => {
    const found = load(key, empty);
    if (found) setDraft(found);
    setRestored(found !== null);
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [key, flush]);

  useEffect(() => {
    if (!unsaved.current) return;
    const timer = setTimeout(flush, SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [draft, flush]);

  const change = useCallback((patch: Partial<T>) => {
    setDraft((before) => {
      const next = { ...before, ...patch };
      unsaved.current = next;
      return next;
    });
  }, []);

  const clear = useCallback(() => {
    unsaved.current = null;
    save(key, null);
    setRestored(false);
    setDraft(empty);
  }, [key, empty]);

  return { draft, change, clear, flush, restored };
}
