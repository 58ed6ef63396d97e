import clsx from "clsx";
import Link from "next/link";
import { Count } from "@/components/ui/count";
import { goWithin } from "./go-within";

export interface TabLink {
  href: string;
  label: string;
  current?: boolean;
  count?: number;
}

interface TabLinksProps {
  /** Names the navigation. */
  label: string;
  tabs: readonly TabLink[];
  /** Whether the page has all of it already, so that no server is asked. */
  within?: boolean;
}

/** Parts of one page, each with its own address. Scrolls sideways where there is no room. */
export function TabLinks({ label, tabs, within = false }: TabLinksProps) {
  return (
    <nav aria-label={label} className="overflow-x-auto border-b border-line">
      <ul className="flex gap-6">
        {tabs.map(({ href, label: text, current, count }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={current ? "page" : undefined}
              onNavigate={within ? (event) => goWithin(event, href) : undefined}
              className={clsx(
                "-mb-px flex h-11 items-center gap-2 whitespace-nowrap border-b-2 text-[0.9375rem] transition-colors",
                "focus-visible:-outline-offset-2",
                current
                  ? "border-accent font-semibold text-ink"
                  : "border-transparent text-ink-muted hover:border-line-strong hover:text-ink",
              )}
            >
              {text}
              {count === undefined ? null : (
                <span data-figures className="text-sm font-normal text-ink-muted">
                  <Count value={count} />
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
