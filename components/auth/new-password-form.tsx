"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormProblem } from "@/components/forms/form-problem";
import { PasswordInput } from "@/components/forms/password-input";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { Field } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { setPasswordAction } from "@/lib/auth/actions";

/** Chooses a new password. */
export function NewPasswordForm({ next }: { next: string }) {
  const t = useTranslations("auth");
  const { formProps, error, busy } = useSendingForm(setPasswordAction);
  return (
    <ActionForm {...formProps} className="grid gap-5" noValidate>
      <FormProblem error={error} />
      <input type="hidden" name="next" value={next} />
      <Field
        name="password"
        label={t("newPassword")}
        hint={t("passwordHint")}
        error={error?.fields?.password}
        required
      >
        {(control) => <PasswordInput control={control} autoComplete="new-password" />}
      </Field>
      <SubmitButton block busy={busy}>
        {t("savePassword")}
      </SubmitButton>
    </ActionForm>
  );
}
