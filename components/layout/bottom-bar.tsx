import type { NavItem } from "./nav-item";
import { NavLink } from "./nav-link";

interface BottomBarProps {
  /** Names the navigation. */
  label: string;
  /** At most five. */
  items: readonly NavItem[];
}

/** The same places within reach of a thumb, on narrow pages. `PageFrame` leaves room for it. */
export function BottomBar({ label, items }: BottomBarProps) {
  return (
    <nav
      aria-label={label}
      className="fixed inset-x-0 bottom-0 z-40 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] rail:hidden print:hidden"
    >
      <ul className="mx-auto flex max-w-reading">
        {items.map((item) => (
          <li key={item.href} className="min-w-0 flex-1">
            <NavLink
              href={item.href}
              exact={item.exact}
              className="relative flex h-14 flex-col items-center justify-center gap-0.5 border-t-2 border-transparent px-0.5 text-[0.6875rem] text-ink-muted focus-visible:-outline-offset-2 aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-accent"
            >
              <span className="relative grid size-6 place-items-center">
                {item.icon}
                {item.count ? (
                  <span className="absolute -end-1 -top-0.5 size-2 rounded-full bg-accent" />
                ) : null}
              </span>
              <span className="max-w-full truncate leading-4">{item.label}</span>
              {item.count && item.countLabel ? <span className="sr-only">{item.countLabel}</span> : null}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
