import clsx from "clsx";
import type { ReactNode } from "react";

export type BadgeTone = "neutral" | "accent" | "ok" | "warn" | "danger";

const TONES: Record<BadgeTone, string> = {
  neutral: "border-line text-ink-muted",
  accent: "border-accent-line text-accent",
  ok: "border-current text-ok",
  warn: "border-current text-warn",
  danger: "border-current text-danger",
};

interface BadgeProps {
  tone?: BadgeTone;
  icon?: ReactNode;
  children: ReactNode;
}

/** A word about a thing: a role, a state, who can see it. Not for pressing. */
export function Badge({ tone = "neutral", icon, children }: BadgeProps) {
  return (
    <span
      className={clsx(
        "inline-flex shrink-0 items-center gap-1 rounded-[5px] border px-1.5 text-xs font-medium leading-5",
        TONES[tone],
      )}
    >
      {icon}
      {children}
    </span>
  );
}
