"use client";

import clsx from "clsx";
import type { ComponentProps } from "react";
import { CONTROL_CLASSES } from "./control-classes";
import { useEarlyInput } from "./use-early-input";

/** A field for longer text; it grows with what is typed where the browser can, up to most of the screen. */
export function Textarea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  const field = useEarlyInput<HTMLTextAreaElement>(rest);
  return (
    <textarea
      ref={field}
      dir="auto"
      {...rest}
      rows={rows}
      className={clsx(
        CONTROL_CLASSES,
        "field-sizing-content max-h-[70dvh] min-h-24 resize-y py-2",
        className,
      )}
    />
  );
}
