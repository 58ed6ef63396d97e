import clsx from "clsx";
import Link from "next/link";
import type { CSSProperties, ReactNode } from "react";
import { Count } from "@/components/ui/count";

interface ChipProps {
  children: ReactNode;
  /** An island mark, an avatar or an icon. */
  mark?: ReactNode;
  count?: number;
  /** Leads to the list with this filter, or without it where `current`. */
  href?: string;
  current?: boolean;
  style?: CSSProperties;
}

/** A filter, a tag, the community that a post comes from. */
export function Chip({ children, mark, count, href, current, style }: ChipProps) {
  const classes = clsx(
    "inline-flex h-8 max-w-full items-center gap-2 rounded-full border px-3 text-sm transition-colors",
    current ? "border-accent bg-accent-soft font-medium text-ink" : "border-line text-ink",
    href && "hover:border-accent pointer-coarse:h-11 pointer-coarse:px-4",
  );
  const content = (
    <>
      {mark}
      <span dir="auto" className="truncate">
        {children}
      </span>
      {count === undefined ? null : (
        <span data-figures className="text-ink-muted">
          <Count value={count} />
        </span>
      )}
    </>
  );
  if (!href) {
    return (
      <span className={classes} style={style}>
        {content}
      </span>
    );
  }
  // A hand-off leads to another host, where the router cannot look ahead.
  const Anchor = href.startsWith("/go/") ? "a" : Link;
  return (
    <Anchor href={href} aria-current={current ? "true" : undefined} className={classes} style={style}>
      {content}
    </Anchor>
  );
}
