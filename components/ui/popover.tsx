"use client";

import clsx from "clsx";
import { Popover as Primitive } from "radix-ui";
import type { ComponentProps } from "react";

export const Popover = Primitive.Root;
export const PopoverAnchor = Primitive.Anchor;

/** A small panel beside its trigger. Give it an `aria-label`. */
export function PopoverContent({ className, ...rest }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        sideOffset={6}
        collisionPadding={12}
        {...rest}
        className={clsx(
          "float-in z-50 w-[min(22rem,calc(100vw-1.5rem))] rounded-surface border border-line bg-surface-raised p-4 shadow-float",
          "max-h-(--radix-popover-content-available-height) overflow-y-auto outline-none",
          className,
        )}
      />
    </Primitive.Portal>
  );
}
