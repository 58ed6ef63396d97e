import type { ReactNode } from "react";
import type { LedgerLine } from "@/lib/sharing/schemas";
import { LineHead } from "./line-head";

interface AskedSectionProps {
  id: string;
  title: string;
  text: string;
  children: ReactNode;
}

/** A part of the ledger about what somebody has yet to answer. */
export function AskedSection({ id, title, text, children }: AskedSectionProps) {
  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-3">
      <h2 id={id} className="font-serif text-title font-medium tracking-title">
        {title}
      </h2>
      <p className="max-w-measure text-ink-muted">{text}</p>
      <ul className="divide-y divide-line border-y border-line">{children}</ul>
    </section>
  );
}

interface AskedLineProps {
  line: LedgerLine;
  badge?: ReactNode;
  /** Who asks, where that is not oneself. */
  told?: ReactNode;
  children: ReactNode;
}

/** One question whether a post may be shared, with the word that came with it and what can be done about it. */
export function AskedLine({ line, badge, told, children }: AskedLineProps) {
  return (
    <li className="grid grid-cols-1 gap-3 py-5">
      <LineHead line={line} badge={badge} />
      <div className="grid grid-cols-1 gap-3 sm:ps-12">
        {told}
        {line.note ? (
          <blockquote dir="auto" className="border-s-2 border-line-strong ps-3 [overflow-wrap:anywhere]">
            {line.note}
          </blockquote>
        ) : null}
        {children}
      </div>
    </li>
  );
}
