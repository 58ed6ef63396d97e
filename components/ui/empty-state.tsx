import type { ReactNode } from "react";
import { IslandMark } from "./island-mark";

interface EmptyStateProps {
  title: string;
  /** Why there is nothing, and what could be. */
  text?: ReactNode;
  /** One action. */
  action?: ReactNode;
  /** Draws this island; any text will do where there is no community. */
  island?: string;
  headingLevel?: 1 | 2 | 3;
}

/** An empty place on the chart: says why, and offers one way on. */
export function EmptyState({ title, text, action, island, headingLevel = 2 }: EmptyStateProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="graticule grid justify-items-center gap-3 rounded-surface border border-line px-6 py-12 text-center">
      {island === undefined ? null : <IslandMark id={island} variant="chart" size={120} />}
      <Heading className="font-serif text-title-sm tracking-title">{title}</Heading>
      {text ? <div className="max-w-[46ch] text-ink-muted">{text}</div> : null}
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  );
}
