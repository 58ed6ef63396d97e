"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { ActionResult } from "@/lib/actions/result";

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

/** What is being written over a draft from before: a text goes below the draft's, anything else takes its place. */
function writeOver<T extends Draft>(found: T, written: T, empty: T): T {
  const changed = Object.entries(written).filter(([name, value]) => value !== empty[name]);
  const merged = changed.map(([name, value]) => {
    const kept = found[name];
    return [name, name === "body" && kept && kept !== value ? `${kept}\n\n${value}` : value];
  });
  return { ...found, ...Object.fromEntries(merged) };
}

/** `words` with what came back in a refusal of the form, sent before scripts arrived, in their place. */
export function withTyped<T extends Draft>(words: T, answer: ActionResult<unknown> | null): T {
  const typed = answer?.ok === false ? Object.entries(answer.error.values ?? {}) : [];
  return { ...words, ...Object.fromEntries(typed.filter(([name]) => Object.hasOwn(words, name))) };
}

/**
 * A draft that survives reloads on this device. `key` names the person, the community and the place; `empty` is what
 * a new one holds, the same object at every call; `answer` is that to the form as it was sent without scripts. Nothing
 * is stored until something is changed.
 */
export function useDraft<T extends Draft>(key: string, empty: T, answer: ActionResult<unknown> | null) {
  const [draft, setDraft] = useState<T>(() => withTyped(empty, answer));
  const [restored, setRestored] = useState(false);
  const latest = useRef(draft);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const loaded = useRef(false);

  const show = useCallback((next: T) => {
    latest.current = next;
    setDraft(next);
  }, []);

  const flush = useCallback(() => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    save(key, latest.current);
  }, [key]);

  useEffect(() => {
    const found = load(key, empty);
    // Fields tell what was typed before scripts arrived, and do so before this.
    if (found) show(loaded.current ? found : writeOver(found, latest.current, empty));
    loaded.current = true;
    setRestored(found !== null);
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [key, empty, show, flush]);

  const change = useCallback(
    (patch: Partial<T> | ((now: T) => Partial<T>)) => {
      const changed = typeof patch === "function" ? patch(latest.current) : patch;
      show({ ...latest.current, ...changed });
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, SAVE_AFTER_MS);
    },
    [show, flush],
  );

  const clear = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    save(key, null);
    setRestored(false);
    show(empty);
  }, [key, empty, show]);

  return { draft, change, clear, flush, restored };
}
