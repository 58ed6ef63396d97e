"use client";

import clsx from "clsx";
import Link from "next/link";
import { DropdownMenu } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";

export const Menu = DropdownMenu.Root;
export const MenuTrigger = DropdownMenu.Trigger;

const ITEM_CLASSES = [
  "flex min-h-9 w-full cursor-pointer items-center gap-3 rounded-[6px] px-2.5 py-1.5 text-[0.9375rem] outline-none",
  "data-highlighted:bg-accent-soft data-disabled:pointer-events-none data-disabled:opacity-50",
  "pointer-coarse:min-h-11",
].join(" ");

/** The panel of a menu, beside its trigger. */
export function MenuContent({ className, ...rest }: ComponentProps<typeof DropdownMenu.Content>) {
  return (
    <DropdownMenu.Portal>
      <DropdownMenu.Content
        align="end"
        sideOffset={6}
        collisionPadding={12}
        {...rest}
        className={clsx(
          "float-in z-50 min-w-52 max-w-[min(22rem,calc(100vw-1.5rem))] rounded-surface border border-line bg-surface-raised p-1.5 shadow-float",
          "max-h-(--radix-dropdown-menu-content-available-height) overflow-y-auto",
          className,
        )}
      />
    </DropdownMenu.Portal>
  );
}

interface MenuItemProps extends ComponentProps<typeof DropdownMenu.Item> {
  icon?: ReactNode;
  /** Takes something away. */
  danger?: boolean;
}

/** Something to do. `onSelect` does it. */
export function MenuItem({ icon, danger, className, children, ...rest }: MenuItemProps) {
  return (
    <DropdownMenu.Item {...rest} className={clsx(ITEM_CLASSES, danger && "text-danger", className)}>
      {icon}
      {children}
    </DropdownMenu.Item>
  );
}

interface MenuLinkProps extends ComponentProps<typeof Link> {
  icon?: ReactNode;
}

/** Somewhere to go. */
export function MenuLink({ icon, className, children, ...rest }: MenuLinkProps) {
  return (
    <DropdownMenu.Item asChild>
      <Link {...rest} className={clsx(ITEM_CLASSES, className)}>
        {icon}
        {children}
      </Link>
    </DropdownMenu.Item>
  );
}

/** Names a part of a menu. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <DropdownMenu.Label className="px-2.5 pb-1 pt-2 text-xs font-medium text-ink-muted">
      {children}
    </DropdownMenu.Label>
  );
}

/** A line between parts of a menu. */
export function MenuSeparator() {
  return <DropdownMenu.Separator className="-mx-1.5 my-1.5 h-px bg-line" />;
}
