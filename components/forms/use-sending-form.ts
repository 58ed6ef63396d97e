"use client";

import { useActionState, useEffect } from "react";
import type { ActionError, ActionResult } from "@/lib/actions/result";
import type { SentOn } from "@/lib/actions/send-on";

type SendingAction = (...args: unknown[]) => Promise<ActionResult<SentOn>>;

/** A form that goes on to another address once it is taken. */
export interface SendingForm {
  /** For `<form action>`; works before scripts arrive. */
  formAction: (form: FormData) => void;
  error: ActionError | null;
  /** Under way, or already leaving the page. */
  busy: boolean;
  /** What the person typed, after a refusal; before that, what the field began with. */
  value(name: string, initial?: string): string;
}

/**
 * Runs a form's action. A refusal keeps what was typed; success opens the address it names, which may lead on to
 * another host, so the browser goes there itself.
 */
export function useSendingForm(action: SendingAction, onLeave?: () => void): SendingForm {
  const [result, formAction, pending] = useActionState<ActionResult<SentOn> | null, FormData>(action, null);
  useEffect(() => {
    if (!result?.ok) return;
    onLeave?.();
    window.location.assign(result.data.location);
  }, [result, onLeave]);
  const error = result && !result.ok ? result.error : null;
  return {
    formAction,
    error,
    busy: pending || result?.ok === true,
    value: (name, initial = "") => error?.values?.[name] ?? initial,
  };
}
