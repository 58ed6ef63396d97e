import type { ReactNode } from "react";
import { Count } from "@/components/ui/count";
import type { NavItem } from "./nav-item";
import { NavLink } from "./nav-link";

interface RailProps {
  /** Names the navigation. */
  label: string;
  items: readonly NavItem[];
  /** Above the places: the community's name and mood. */
  header?: ReactNode;
  /** Below them: rules, invite. */
  footer?: ReactNode;
}

/** The quiet column at the start of a wide page: where one can go in this community. */
export function Rail({ label, items, header, footer }: RailProps) {
  return (
    <nav aria-label={label} className="grid gap-6">
      {header}
      <ul className="-mx-3 grid gap-0.5">
        {items.map((item) => (
          <li key={item.href}>
            <RailLink item={item} />
          </li>
        ))}
      </ul>
      {footer}
    </nav>
  );
}

function RailLink({ item }: { item: NavItem }) {
  return (
    <NavLink
      href={item.href}
      exact={item.exact}
      className="group flex h-10 items-center gap-3 rounded-control px-3 text-[0.9375rem] text-ink-muted transition-colors hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold aria-[current=page]:text-ink pointer-coarse:h-11"
    >
      <span className="grid size-5 place-items-center group-aria-[current=page]:text-accent">
        {item.icon}
      </span>
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      <NavCount item={item} />
    </NavLink>
  );
}

function NavCount({ item }: { item: NavItem }) {
  if (!item.count) return null;
  return (
    <span data-figures className="text-sm font-medium text-accent">
      <span aria-hidden={item.countLabel ? true : undefined}>
        <Count value={item.count} />
      </span>
      {item.countLabel ? <span className="sr-only">{item.countLabel}</span> : null}
    </span>
  );
}
