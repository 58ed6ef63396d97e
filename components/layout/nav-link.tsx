"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

interface NavLinkProps {
  href: string;
  /** True where only this very address counts, as for a home page. */
  exact?: boolean;
  className: string;
  children: ReactNode;
}

/** A link that says when it leads to where one is. The page's own address decides, also after moving on. */
export function NavLink({ href, exact, className, children }: NavLinkProps) {
  const pathname = usePathname();
  const current = pathname === href || (!exact && href !== "/" && pathname.startsWith(`${href}/`));
  return (
    <Link href={href} aria-current={current ? "page" : undefined} className={clsx(className)}>
      {children}
    </Link>
  );
}
