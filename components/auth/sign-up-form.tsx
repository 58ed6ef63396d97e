"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormProblem } from "@/components/forms/form-problem";
import { PasswordInput } from "@/components/forms/password-input";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { signUpAction } from "@/lib/auth/actions";

/** Makes an account: a name, an address, a password. */
export function SignUpForm({ next }: { next: string }) {
  const t = useTranslations("auth");
  const { formProps, error, busy, value } = useSendingForm(signUpAction);
  return (
    <ActionForm {...formProps} className="grid gap-5" noValidate>
      <FormProblem error={error} />
      <input type="hidden" name="next" value={next} />
      <Field
        name="display_name"
        label={t("name")}
        hint={t("nameHint")}
        error={error?.fields?.display_name}
        required
      >
        {(control) => <Input {...control} autoComplete="name" defaultValue={value("display_name")} />}
      </Field>
      <Field name="email" label={t("email")} error={error?.fields?.email} required>
        {(control) => (
          <Input
            {...control}
            type="email"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="none"
            defaultValue={value("email")}
          />
        )}
      </Field>
      <Field
        name="password"
        label={t("password")}
        hint={t("passwordHint")}
        error={error?.fields?.password}
        required
      >
        {(control) => <PasswordInput control={control} autoComplete="new-password" />}
      </Field>
      <SubmitButton block busy={busy}>
        {t("signUp")}
      </SubmitButton>
    </ActionForm>
  );
}
