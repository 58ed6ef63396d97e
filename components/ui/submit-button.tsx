"use client";

import type { MouseEvent } from "react";
import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button";

/** Sends the form it stands in, and locks itself while that is under way. Works before scripts arrive. */
export function SubmitButton({ variant = "primary", onClick, ...props }: Omit<ButtonProps, "type">) {
  const { pending } = useFormStatus();
  const busy = pending || props.busy;
  const guard = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return <Button {...props} type="submit" variant={variant} busy={busy} onClick={guard} />;
}
