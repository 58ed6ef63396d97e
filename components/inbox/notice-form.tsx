"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, type SubmitEvent, useActionState, useTransition } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { ButtonProps } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { markReadAction, muteNoticesAction } from "@/lib/inbox/actions";

const ACTIONS = { read: markReadAction, mute: muteNoticesAction } as const;

interface NoticeFormProps extends Pick<ButtonProps, "variant" | "size" | "square" | "aria-label" | "icon"> {
  action: keyof typeof ACTIONS;
  /** What is sent. */
  fields: Readonly<Record<string, string>>;
  /** Names the button for keys. */
  keyName?: string;
  children?: ReactNode;
}

/** One button that changes the inbox, which is then read again in place. Works before scripts arrive. */
export function NoticeForm({ action, fields, keyName, children, ...look }: NoticeFormProps) {
  const router = useRouter();
  const errors = useTranslations("errors");
  const [, send] = useActionState<unknown, FormData>(ACTIONS[action], null);
  const [pending, start] = useTransition();
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    // The button goes with what it did; the line stays.
    event.currentTarget.closest<HTMLElement>("[data-post]")?.focus({ preventScroll: true });
    start(async () => {
      const answer = await ACTIONS[action](null, form).catch(() => null);
      if (answer?.ok) router.refresh();
      else toast.error(answer?.error.message ?? errors("unavailable"));
    });
  };
  return (
    <ActionForm action={send} onSubmit={onSubmit}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant="outline" size="sm" {...look} data-key={keyName} busy={pending}>
        {children}
      </SubmitButton>
    </ActionForm>
  );
}
