"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useActionState, useState, useTransition } from "react";
import type { ActionError, ActionResult } from "@/lib/actions/result";
import type { SentOn } from "@/lib/actions/send-on";

type SendingAction = (...args: unknown[]) => Promise<ActionResult<SentOn>>;

/** A form that goes on to another address once it is taken. */
export interface SendingForm {
  /** For the `<form>`; works before scripts arrive. */
  formProps: { action: (form: FormData) => void; onSubmit: (event: SubmitEvent<HTMLFormElement>) => void };
  error: ActionError | null;
  /** Under way, or already leaving the page. */
  busy: boolean;
  /** What the person typed, where a page without scripts was refused; before that, what the field began with. */
  value(name: string, initial?: string): string;
}

/**
 * Runs a form's action. A refusal keeps what was typed; success opens the address it names, which may lead on to
 * another host, so the browser goes there itself.
 */
export function useSendingForm(action: SendingAction, onLeave?: () => void): SendingForm {
  const errors = useTranslations("errors");
  // Before scripts arrive the browser posts the form, and the page comes back with this answer.
  const [before, send] = useActionState<ActionResult<SentOn> | null, FormData>(action, null);
  const [result, setResult] = useState(before);
  const [pending, startSending] = useTransition();
  const busy = pending || result?.ok === true;
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    // React empties a form whose action it runs itself; run from here, everything stays as typed.
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget, event.nativeEvent.submitter);
    startSending(async () => {
      const answer = await ask(action, form, errors("unavailable"));
      setResult(answer);
      if (!answer.ok) return;
      // Here and not in an effect: signing in renders the page anew, and this form may be gone from it.
      onLeave?.();
      window.location.assign(answer.data.location);
    });
  };
  const error = result?.ok === false ? result.error : null;
  return {
    formProps: { action: send, onSubmit },
    error,
    busy,
    value: (name, initial = "") => error?.values?.[name] ?? initial,
  };
}

async function ask(action: SendingAction, form: FormData, lost: string): Promise<ActionResult<SentOn>> {
  try {
    return await action(null, form);
  } catch {
    return { ok: false, error: { code: "unavailable", reason: "offline", message: lost } };
  }
}
