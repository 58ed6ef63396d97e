"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type SubmitEvent, useActionState, useTransition } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { ButtonProps } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions/result";

interface ChangeFormProps<T> {
  action: (...args: unknown[]) => Promise<ActionResult<T>>;
  /** What is sent. */
  fields: Readonly<Record<string, string>>;
  /** What is said once it is done. */
  done: (data: T) => string;
  /** Where the focus goes when what it was in has gone. */
  focusId: string;
  look?: Pick<ButtonProps, "variant" | "size" | "aria-label"> & { "data-key"?: string };
  children: ReactNode;
}

/** One button that changes one thing and says what became of it. Works before scripts arrive. */
export function ChangeForm<T>({ action, fields, done, focusId, look, children }: ChangeFormProps<T>) {
  const errors = useTranslations("errors");
  const [, send] = useActionState<unknown, FormData>(action, null);
  const [pending, start] = useTransition();
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    start(async () => {
      const answer = await action(null, form).catch(() => null);
      if (!answer?.ok) {
        toast.error(answer?.error.message ?? errors("unavailable"));
        return;
      }
      toast.success(done(answer.data));
      document.getElementById(focusId)?.focus({ preventScroll: true });
    });
  };
  return (
    <ActionForm action={send} onSubmit={onSubmit}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton size="sm" {...look} busy={pending}>
        {children}
      </SubmitButton>
    </ActionForm>
  );
}
