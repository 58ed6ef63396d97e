"use client";

import { type CSSProperties, type SyntheticEvent, useEffect } from "react";
import { Toaster as Sonner, toast } from "sonner";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "@/components/ui/icons";
import { waitingSayings } from "./toast";

const LOOK: CSSProperties = {
  "--normal-bg": "var(--surface-raised)",
  "--normal-border": "var(--line)",
  "--normal-text": "var(--ink)",
  "--border-radius": "0.625rem",
  fontFamily: "var(--sans)",
};

export interface ToastsProps {
  /** Names the region: "Notifications". */
  label: string;
  closeLabel: string;
}

function sayWaiting(): void {
  for (const { kind, text, options } of waitingSayings.take()) toast[kind](text, options);
}

/**
 * Sonner gives the focus back to where it was before a toast had it: whoever tabs past one is thrown back, and loses
 * the focus in the middle of a word when the last toast goes.
 */
const keepFromSonner = (event: SyntheticEvent) => event.stopPropagation();

/** Shows what waits to be said, and whatever is said from now on. */
export function Toasts({ label, closeLabel }: ToastsProps) {
  // Sonner below listens by now: effects run from the inside out.
  useEffect(() => {
    sayWaiting();
    return waitingSayings.subscribe(sayWaiting);
  }, []);
  return (
    <div className="contents" onFocusCapture={keepFromSonner} onBlurCapture={keepFromSonner}>
      <Sonner
        containerAriaLabel={label}
        position="bottom-center"
        dir="auto"
        style={LOOK}
        mobileOffset={{ bottom: "calc(4.5rem + env(safe-area-inset-bottom))" }}
        icons={{
          success: <CircleCheck size={18} className="text-ok" />,
          error: <CircleAlert size={18} className="text-danger" />,
          warning: <TriangleAlert size={18} className="text-warn" />,
          info: <Info size={18} className="text-accent" />,
        }}
        toastOptions={{ closeButtonAriaLabel: closeLabel, className: "toast" }}
      />
    </div>
  );
}
