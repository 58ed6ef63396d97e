import type { ReactNode } from "react";

interface RouteLineProps {
  /** Mark of the home island. */
  from: ReactNode;
  /** Mark of where it is read. */
  to: ReactNode;
  /** "From Rust, read in Go". */
  label: string;
}

/** The way of a shared post, from its home to where it is read. */
export function RouteLine({ from, to, label }: RouteLineProps) {
  return (
    <p className="flex items-center gap-2 text-xs text-ink-muted">
      <span aria-hidden className="flex items-center gap-1.5">
        {from}
        <span className="route-line w-10" />
        {to}
      </span>
      {label}
    </p>
  );
}
