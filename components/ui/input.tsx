"use client";

import clsx from "clsx";
import type { ComponentProps } from "react";
import { CONTROL_CLASSES } from "./control-classes";
import { useEarlyInput } from "./use-early-input";

interface InputProps extends ComponentProps<"input"> {
  /** Fixed text around what is typed: a protocol, a domain. Read with the label through `aria-describedby`. */
  prefix?: string;
  suffix?: string;
}

// Addresses read from left to right on every page; other text as it is written.
const DIRECTIONS: Record<string, "auto" | "ltr"> = { text: "auto", search: "auto", email: "ltr", url: "ltr" };

/** A single-line field. Put it into a `Field`. */
export function Input({ prefix, suffix, className, type = "text", ...rest }: InputProps) {
  const { field } = useEarlyInput<HTMLInputElement>(rest);
  const plain = (
    <input
      ref={field}
      {...rest}
      type={type}
      dir={rest.dir ?? DIRECTIONS[type]}
      className={clsx(CONTROL_CLASSES, "h-10 read-only:bg-surface-sunken pointer-coarse:h-11", className)}
    />
  );
  if (!prefix && !suffix) return plain;
  return (
    <div
      className={clsx(
        "flex items-stretch overflow-hidden rounded-control border border-line-strong bg-surface-raised",
        "transition-colors hover:border-ink-muted has-aria-invalid:border-danger",
        "has-focus-visible:border-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent",
        className,
      )}
      dir="ltr"
    >
      {prefix ? <Affix text={prefix} /> : null}
      <input
        ref={field}
        {...rest}
        type={type}
        className="h-10 w-full min-w-0 bg-transparent px-3 text-base outline-none pointer-coarse:h-11"
      />
      {suffix ? <Affix text={suffix} /> : null}
    </div>
  );
}

function Affix({ text }: { text: string }) {
  return (
    <span className="flex shrink-0 items-center bg-surface-sunken px-3 text-sm text-ink-muted">{text}</span>
  );
}
