import clsx from "clsx";
import type { CSSProperties, ReactNode } from "react";

interface PageFrameProps {
  header: ReactNode;
  /** At the start of a wide page; the bottom bar stands in for it on a narrow one. */
  rail?: ReactNode;
  /** At the end of a wide page, below the content of others: what is on, who is here. */
  aside?: ReactNode;
  /** Names the aside for those who listen. */
  asideLabel?: string;
  bottomBar?: ReactNode;
  /** Below everything. */
  footer?: ReactNode;
  /** `reading` for a column of text, `wide` for directories and calendars. */
  width?: "reading" | "wide";
  /** `accentStyle(tenant.accent)` on a community's pages. */
  style?: CSSProperties;
  children: ReactNode;
}

const COLUMNS = {
  railAndAside: "rail:grid-cols-[13rem_minmax(0,42.5rem)] wide:grid-cols-[13rem_minmax(0,42.5rem)_15rem]",
  rail: "rail:grid-cols-[13rem_minmax(0,42.5rem)]",
  aside: "wide:grid-cols-[minmax(0,42.5rem)_15rem] wide:justify-center",
  alone: "rail:grid-cols-[minmax(0,42.5rem)] rail:justify-center",
  railAndWide: "rail:grid-cols-[13rem_minmax(0,1fr)]",
} as const;

/** A page: head, rail, one column to read, and what goes with it. One column under 900 px. */
export function PageFrame(props: PageFrameProps) {
  const { header, rail, aside, asideLabel, bottomBar, footer, style, children } = props;
  const room = bottomBar ? "pb-28 rail:pb-16" : "pb-16";
  return (
    <div style={style} className="flex min-h-dvh flex-col">
      {header}
      <div
        className={clsx(
          "mx-auto grid w-full max-w-page flex-1 grid-cols-1 content-start gap-x-10 gap-y-8 px-4 pt-6 sm:px-6 rail:pt-8",
          footer ? "pb-16" : room,
          columnsOf(props),
        )}
      >
        {rail ? <div className="hidden self-start rail:sticky rail:top-24 rail:block">{rail}</div> : null}
        <main id="content" tabIndex={-1} className="min-w-0 outline-none">
          {children}
        </main>
        {aside ? (
          <aside
            aria-label={asideLabel}
            className={clsx("min-w-0 self-start", rail && "rail:col-start-2 wide:col-start-3")}
          >
            {aside}
          </aside>
        ) : null}
      </div>
      {footer ? (
        <footer className={clsx("mx-auto w-full max-w-page px-4 sm:px-6", room)}>
          <div className="border-t border-line pt-4">{footer}</div>
        </footer>
      ) : null}
      {bottomBar}
    </div>
  );
}

function columnsOf({ rail, aside, width }: PageFrameProps): string {
  if (width === "wide") return rail ? COLUMNS.railAndWide : "";
  if (rail) return aside ? COLUMNS.railAndAside : COLUMNS.rail;
  return aside ? COLUMNS.aside : COLUMNS.alone;
}
