"use client";

import type { CSSProperties } from "react";
import { Toaster as Sonner } from "sonner";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "@/components/ui/icons";

export { toast } from "sonner";

const LOOK: CSSProperties = {
  "--normal-bg": "var(--surface-raised)",
  "--normal-border": "var(--line)",
  "--normal-text": "var(--ink)",
  "--border-radius": "0.625rem",
  fontFamily: "var(--sans)",
};

interface ToasterProps {
  /** Names the region: "Notifications". */
  label: string;
  closeLabel: string;
}

/** Where short answers to what a person did appear: `toast("Saved", { action })`. Once per page. */
export function Toaster({ label, closeLabel }: ToasterProps) {
  return (
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
  );
}
