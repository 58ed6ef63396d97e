"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useActionState, useTransition } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FieldError } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { removeSamplesAction } from "@/lib/tenants/settings-actions";

/** Removes every sample post with one press, and says how many there were. Works before scripts arrive. */
export function RemoveSamples() {
  const t = useTranslations("arrival");
  const errors = useTranslations("errors");
  const [pending, start] = useTransition();
  const [before, send] = useActionState(removeSamplesAction, null);
  const remove = (event: FormEvent) => {
    event.preventDefault();
    start(async () => {
      const answer = await removeSamplesAction({}).catch(() => null);
      if (answer?.ok) toast.success(t("samplesRemoved", answer.data));
      else toast.error(answer?.error.message ?? errors("unavailable"));
    });
  };
  return (
    <ActionForm action={send} onSubmit={remove} className="grid grid-cols-1 justify-items-start gap-2">
      {before?.ok === false ? <FieldError>{before.error.message}</FieldError> : null}
      <SubmitButton size="sm" variant="outline" busy={pending}>
        {t("removeSamples")}
      </SubmitButton>
    </ActionForm>
  );
}
