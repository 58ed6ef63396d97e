"use client";

import { createContext, type ReactNode, useContext, useEffect } from "react";
import { forgetDrafts } from "@/lib/drafts/drafts";

/** What client components may know of the person who is signed in on this host. */
export interface ViewerInfo {
  id: string;
  displayName: string;
  avatarPath: string | null;
}

const ViewerContext = createContext<ViewerInfo | null>(null);

/** Gives client components the viewer of this request; null for a visitor. */
export function ViewerProvider({ viewer, children }: { viewer: ViewerInfo | null; children: ReactNode }) {
  const id = viewer?.id;
  useEffect(() => {
    if (id) forgetDrafts(id);
  }, [id]);
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

export function useViewer(): ViewerInfo | null {
  return useContext(ViewerContext);
}
