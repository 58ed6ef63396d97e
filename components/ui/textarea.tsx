"use client";

import clsx from "clsx";
import type { ComponentProps } from "react";
import { CONTROL_CLASSES } from "./control-classes";
import { useEarlyInput } from "./use-early-input";

/** A field for longer text; it grows with what is typed where the browser can, up to most of the screen. */
export function Textarea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  const { field, waking } = useEarlyInput<HTMLTextAreaElement>(rest);
  const text = rest.value === undefined ? "defaultValue" : "value";
  return (
    <textarea
      ref={field}
      dir="auto"
      {...rest}
      {...(waking === null ? {} : { [text]: waking })}
      suppressHydrationWarning
      rows={rows}
      className={clsx(
        CONTROL_CLASSES,
        "field-sizing-content max-h-[70dvh] min-h-24 resize-y py-2",
        className,
      )}
    />
  );
}
