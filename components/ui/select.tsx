"use client";

import clsx from "clsx";
import type { ComponentProps } from "react";
import { ChevronDown } from "@/components/ui/icons";
import { CONTROL_CLASSES } from "./control-classes";
import { useEarlyInput } from "./use-early-input";

/** The browser's own list of choices: it works everywhere, by keyboard, by touch and before scripts. */
export function Select({ className, children, ...rest }: ComponentProps<"select">) {
  const { field } = useEarlyInput<HTMLSelectElement>(rest);
  return (
    <span className="relative block">
      <select
        ref={field}
        {...rest}
        className={clsx(CONTROL_CLASSES, "h-10 appearance-none truncate pe-9 pointer-coarse:h-11", className)}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden
        size={18}
        className="pointer-events-none absolute inset-y-0 end-2.5 my-auto text-ink-muted"
      />
    </span>
  );
}
