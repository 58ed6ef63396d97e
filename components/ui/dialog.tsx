"use client";

import { type ReactNode, Suspense, useState } from "react";
import { late } from "./late";

export interface PanelProps {
  /** Opens it; leave out where `open` says so. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: string;
  description?: string;
  closeLabel: string;
  /** Buttons, the chief one last. */
  footer?: ReactNode;
  children?: ReactNode;
}

/** The code of every {@link Dialog}. */
export const DialogPanel = late(async () => (await import("./dialog-panel")).DialogPanel);

/** A question or a short form over the page. Esc closes it and the focus returns to where it was. */
export function Dialog(props: PanelProps) {
  const { open = false, trigger } = props;
  // Its code comes when it is first wanted.
  const [wanted, setWanted] = useState(open);
  if (open && !wanted) setWanted(true);
  if (!wanted && !trigger) return null;
  return (
    <Suspense fallback={trigger}>
      <DialogPanel {...props} />
    </Suspense>
  );
}
