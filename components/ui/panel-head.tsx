"use client";

import { Dialog as Primitive } from "radix-ui";
import { X } from "@/components/ui/icons";
import { buttonClasses } from "./button-classes";

interface PanelHeadProps {
  title: string;
  description?: string;
  closeLabel: string;
}

/** Title, explanation and the way out of a dialog or sheet. */
export function PanelHead({ title, description, closeLabel }: PanelHeadProps) {
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="grid gap-1.5 pt-1">
        <Primitive.Title className="font-serif text-title-sm tracking-title">{title}</Primitive.Title>
        {description ? (
          <Primitive.Description className="text-[0.9375rem] text-ink-muted">
            {description}
          </Primitive.Description>
        ) : null}
      </div>
      <Primitive.Close
        aria-label={closeLabel}
        className={buttonClasses({ variant: "quiet", size: "sm", square: true })}
      >
        <X aria-hidden size={20} />
      </Primitive.Close>
    </div>
  );
}
