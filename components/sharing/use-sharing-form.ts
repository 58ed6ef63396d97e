"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useActionState, useState, useTransition } from "react";
import type { ActionError, ActionResult } from "@/lib/actions/result";

/** A form whose answer is shown where it stands. */
export interface SharingForm<T> {
  /** For the `<form>`; works before scripts arrive. */
  formProps: { action: (form: FormData) => void; onSubmit: (event: SubmitEvent<HTMLFormElement>) => void };
  /** What the last sending came to; null before it, and where it was refused. */
  answer: T | null;
  error: ActionError | null;
  busy: boolean;
}

/** Runs a form's action and keeps what was typed, whatever comes back. */
export function useSharingForm<T>(
  action: (...args: unknown[]) => Promise<ActionResult<T>>,
  onDone?: (data: T) => void,
): SharingForm<T> {
  const errors = useTranslations("errors");
  // Before scripts arrive the browser posts the form, and the page comes back with this answer.
  const [before, send] = useActionState<ActionResult<T> | null, FormData>(action, null);
  const [result, setResult] = useState(before);
  const [busy, start] = useTransition();
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    // React empties a form whose action it runs itself; run from here, everything stays as typed.
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget, event.nativeEvent.submitter);
    start(async () => {
      const told = await ask(action, form, errors("unavailable"));
      setResult(told);
      if (told.ok) onDone?.(told.data);
    });
  };
  return {
    formProps: { action: send, onSubmit },
    answer: result?.ok ? result.data : null,
    error: result?.ok === false ? result.error : null,
    busy,
  };
}

async function ask<T>(
  action: (...args: unknown[]) => Promise<ActionResult<T>>,
  form: FormData,
  lost: string,
): Promise<ActionResult<T>> {
  try {
    return await action(null, form);
  } catch {
    return { ok: false, error: { code: "unavailable", reason: "offline", message: lost } };
  }
}
