import Link from "next/link";
import type { ReactNode } from "react";

interface AppHeaderProps {
  /** Where the mark leads. */
  href: string;
  /** The island's mark, or the network's. */
  mark: ReactNode;
  /** Name of the community or the network: always in view, so that nobody posts in the wrong place. */
  name: string;
  /** The community switcher. */
  switcher?: ReactNode;
  search?: ReactNode;
  /** At the end: sign in, or one's own menu. */
  actions?: ReactNode;
}

/** Head of every page: the edge of the chart in the island's colour, its mark and its name. */
export function AppHeader({ href, mark, name, switcher, search, actions }: AppHeaderProps) {
  return (
    <header className="sticky top-0 z-40 bg-surface print:hidden">
      <div className="chart-edge" />
      <div className="border-b border-line">
        <div className="mx-auto flex h-14 w-full max-w-page items-center gap-2 px-4 sm:gap-4 sm:px-6">
          <Link
            href={href}
            className="flex min-w-0 items-center gap-2.5 rounded-control pointer-coarse:min-h-11"
          >
            {mark}
            <span dir="auto" className="truncate font-serif text-[1.1875rem] font-medium tracking-title">
              {name}
            </span>
          </Link>
          {switcher}
          <div className="ms-auto flex shrink-0 items-center gap-2">
            {search}
            {actions}
          </div>
        </div>
      </div>
    </header>
  );
}
