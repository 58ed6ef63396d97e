import clsx from "clsx";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, buttonClasses } from "./button-classes";

interface LinkButtonProps extends ButtonLook, ComponentProps<typeof Link> {
  icon?: ReactNode;
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function LinkButton({
  variant,
  size,
  block,
  square,
  icon,
  className,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <Link {...rest} className={clsx(buttonClasses({ variant, size, block, square }), className)}>
      {icon}
      {children}
    </Link>
  );
}
