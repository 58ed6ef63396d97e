"use client";

import type { ComponentProps } from "react";
import { useViewer } from "@/components/providers/viewer-provider";
import { NOBODY, VIEWER_FIELD } from "@/lib/actions/same-viewer";

/** A form for a server action. It says for whom it was made, so that it is not sent as somebody who signed in since. */
export function ActionForm({ children, ...form }: ComponentProps<"form">) {
  const viewer = useViewer();
  return (
    <form {...form}>
      <input type="hidden" name={VIEWER_FIELD} value={viewer?.id ?? NOBODY} />
      {children}
    </form>
  );
}
