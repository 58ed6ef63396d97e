import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, buttonClasses } from "./button-classes";
import { Spinner } from "./spinner";

export interface ButtonProps extends ButtonLook, ComponentProps<"button"> {
  /** Stands before the label. */
  icon?: ReactNode;
  /** The action is under way: the label stays for those who listen, its place keeps its width. */
  busy?: boolean;
}

/** A button. Its label is a verb. `type` is `button` unless said otherwise. */
export function Button(props: ButtonProps) {
  const { variant, size, block, square, icon, busy, className, children, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest["aria-disabled"]}
      className={clsx(buttonClasses({ variant, size, block, square }), className)}
    >
      {busy ? (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner />
        </span>
      ) : null}
      <span className={clsx("inline-flex items-center gap-2", busy && "opacity-0")}>
        {icon}
        {children}
      </span>
    </button>
  );
}
