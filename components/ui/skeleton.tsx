import clsx from "clsx";
import type { ReactNode } from "react";

/** A calm block where something will be. Width and height come from `className`. */
export function Skeleton({ className }: { className?: string }) {
  return <span className={clsx("block rounded-[6px] bg-line opacity-70", className)} />;
}

interface SkeletonGroupProps {
  /** "Loading posts", for those who listen. */
  label: string;
  children: ReactNode;
}

/** Holds the skeletons of one list; shows after 150 ms. */
export function SkeletonGroup({ label, children }: SkeletonGroupProps) {
  return (
    <div role="status" className="appear-late">
      <span className="sr-only">{label}</span>
      <div aria-hidden>{children}</div>
    </div>
  );
}

const LINE_WIDTHS = ["w-full", "w-[94%]", "w-[97%]", "w-[88%]", "w-3/5"];

/** Lines of text to come; the last one is short. */
export function SkeletonText({ lines = 3 }: { lines?: number }) {
  const widths = [...LINE_WIDTHS.slice(0, Math.max(lines - 1, 0)), "w-3/5"];
  return (
    <span className="grid gap-2.5">
      {widths.map((width) => (
        <Skeleton key={width} className={clsx("h-3.5", width)} />
      ))}
    </span>
  );
}

function positions(count: number): number[] {
  return Array.from({ length: count }, (_, position) => position);
}

/** Posts to come, in the layout of a feed. */
export function FeedSkeleton({ label, count = 5 }: { label: string; count?: number }) {
  return (
    <SkeletonGroup label={label}>
      {positions(count).map((position) => (
        <div key={position} className="grid gap-4 border-b border-line py-6">
          <div className="flex items-center gap-3">
            <Skeleton className="size-9 rounded-full" />
            <Skeleton className="h-3.5 w-40" />
          </div>
          <Skeleton className="h-6 w-4/5" />
          <SkeletonText />
        </div>
      ))}
    </SkeletonGroup>
  );
}

/** Rows to come: members, notifications, communities. */
export function RowsSkeleton({ label, count = 6 }: { label: string; count?: number }) {
  return (
    <SkeletonGroup label={label}>
      {positions(count).map((position) => (
        <div key={position} className="flex items-center gap-3 border-b border-line py-3">
          <Skeleton className="size-10 rounded-full" />
          <div className="grid flex-1 gap-2">
            <Skeleton className="h-3.5 w-2/5" />
            <Skeleton className="h-3 w-3/5" />
          </div>
        </div>
      ))}
    </SkeletonGroup>
  );
}
