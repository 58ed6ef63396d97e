"use client";

import { useCallback, useEffect, useState } from "react";
import { useViewer } from "@/components/providers/viewer-provider";
import { draftKey } from "@/lib/drafts/drafts";
import { type CommunityDraft, readDraft } from "@/lib/tenants/create-draft";

function read(key: string): CommunityDraft | null {
  try {
    const kept = readDraft(JSON.parse(window.localStorage.getItem(key) ?? "null"));
    return Object.keys(kept).length > 0 ? kept : null;
  } catch {
    return null;
  }
}

function write(key: string, draft: CommunityDraft | null): void {
  try {
    if (draft) window.localStorage.setItem(key, JSON.stringify(draft));
    else window.localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing still sends the form.
  }
}

/** An unfinished form, kept in this browser for this person. `edition` changes whenever its fields must be drawn anew. */
export function useDraft() {
  const key = draftKey(useViewer()?.id, "new-community");
  const [draft, setDraft] = useState<CommunityDraft>({});
  const [restored, setRestored] = useState(false);
  const [edition, setEdition] = useState(0);
  useEffect(() => {
    const kept = read(key);
    if (!kept) return;
    // Fields tell what was typed before scripts arrived, and do so before this.
    setDraft((typed) => ({ ...kept, ...typed }));
    setRestored(true);
    setEdition(1);
  }, [key]);
  useEffect(() => {
    if (Object.keys(draft).length > 0) write(key, draft);
  }, [key, draft]);
  const keep = useCallback((change: CommunityDraft) => setDraft((before) => ({ ...before, ...change })), []);
  const forget = useCallback(() => write(key, null), [key]);
  const discard = useCallback(() => {
    write(key, null);
    setDraft({});
    setRestored(false);
    setEdition((before) => before + 1);
  }, [key]);
  return { draft, restored, edition, keep, forget, discard };
}
