"use client";

import { AlertDialog } from "radix-ui";
import { type ReactNode, useState } from "react";
import { Button } from "./button";

interface ConfirmDialogProps {
  trigger: ReactNode;
  /** Names the thing: "Remove the post “Tides”?" */
  title: string;
  /** What becomes of it. */
  text: string;
  /** A verb: "Remove". */
  confirmLabel: string;
  cancelLabel: string;
  danger?: boolean;
  /** The dialog stays, busy, until this is done. */
  onConfirm: () => Promise<void> | void;
}

/** Asks once before something that cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { trigger, title, text, confirmLabel, cancelLabel, danger = true, onConfirm } = props;
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    if (busy) return;
    setBusy(true);
    try {
      await onConfirm();
      setOpen(false);
    } finally {
      setBusy(false);
    }
  };
  return (
    <AlertDialog.Root open={open} onOpenChange={setOpen}>
      <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="scrim fixed inset-0 z-50 grid place-items-center overflow-y-auto bg-scrim p-4">
          <AlertDialog.Content className="float-in grid w-full max-w-md gap-3 rounded-surface border border-line bg-surface-raised p-6 shadow-float outline-none">
            <AlertDialog.Title className="font-serif text-title-sm tracking-title">{title}</AlertDialog.Title>
            <AlertDialog.Description className="text-ink-muted">{text}</AlertDialog.Description>
            <div className="mt-2 flex flex-wrap justify-end gap-3">
              <AlertDialog.Cancel asChild>
                <Button>{cancelLabel}</Button>
              </AlertDialog.Cancel>
              <Button variant={danger ? "danger" : "primary"} busy={busy} onClick={confirm}>
                {confirmLabel}
              </Button>
            </div>
          </AlertDialog.Content>
        </AlertDialog.Overlay>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
