import type { ReactNode } from "react";

/** A place in the rail or the bottom bar. */
export interface NavItem {
  href: string;
  label: string;
  icon: ReactNode;
  /** What is new there; undefined where unknown. Zero is not shown. */
  count?: number;
  /** "3 new", for those who listen. */
  countLabel?: string;
  /** Only this very address counts as being there. */
  exact?: boolean;
}
