"use client";

import { type SubmitEvent, startTransition, useActionState, useEffect } from "react";
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
  const [result, send, pending] = useActionState<ActionResult<SentOn> | null, FormData>(action, null);
  useEffect(() => {
    if (!result?.ok) return;
    onLeave?.();
    window.location.assign(result.data.location);
  }, [result, onLeave]);
  const error = result && !result.ok ? result.error : null;
  const busy = pending || result?.ok === true;
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    // React empties a form whose action it runs itself; run from here, everything stays as typed.
    event.preventDefault();
    const form = new FormData(event.currentTarget, event.nativeEvent.submitter);
    if (!busy) startTransition(() => send(form));
  };
  return {
    formProps: { action: send, onSubmit },
    error,
    busy,
    value: (name, initial = "") => error?.values?.[name] ?? initial,
  };
}
