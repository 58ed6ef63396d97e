import type { ReactNode } from "react";

interface PageTitleProps {
  title: ReactNode;
  /** A sentence below. */
  text?: ReactNode;
  /** Chief action of the page. */
  action?: ReactNode;
}

/** The title of a page, once. */
export function PageTitle({ title, text, action }: PageTitleProps) {
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="grid min-w-0 gap-1.5">
        <h1 className="font-serif text-title-lg font-medium tracking-title [overflow-wrap:anywhere]">
          {title}
        </h1>
        {text ? <p className="max-w-measure text-ink-muted">{text}</p> : null}
      </div>
      {action}
    </div>
  );
}
