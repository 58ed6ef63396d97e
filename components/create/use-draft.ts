"use client";

import { useCallback, useEffect, useState } from "react";
import { type CommunityDraft, readDraft } from "@/lib/tenants/create-draft";

const KEY = "archipelago.new-community";

function read(): CommunityDraft | null {
  try {
    const kept = readDraft(JSON.parse(window.localStorage.getItem(KEY) ?? "null"));
    return Object.keys(kept).length > 0 ? kept : null;
  } catch {
    return null;
  }
}

function write(draft: CommunityDraft | null): void {
  try {
    if (draft) window.localStorage.setItem(KEY, JSON.stringify(draft));
    else window.localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing still sends the form.
  }
}

/** An unfinished form, kept in this browser. `edition` changes whenever its fields must be drawn anew. */
export function useDraft() {
  const [draft, setDraft] = useState<CommunityDraft>({});
  const [restored, setRestored] = useState(false);
  const [edition, setEdition] = useState(0);
  useEffect(() => {
    const kept = read();
    if (!kept) return;
    // Fields tell what was typed before scripts arrived, and do so before this.
    setDraft((typed) => ({ ...kept, ...typed }));
    setRestored(true);
    setEdition(1);
  }, []);
  useEffect(() => {
    if (Object.keys(draft).length > 0) write(draft);
  }, [draft]);
  const keep = useCallback((change: CommunityDraft) => setDraft((before) => ({ ...before, ...change })), []);
  const forget = useCallback(() => write(null), []);
  const discard = useCallback(() => {
    write(null);
    setDraft({});
    setRestored(false);
    setEdition((before) => before + 1);
  }, []);
  return { draft, restored, edition, keep, forget, discard };
}
