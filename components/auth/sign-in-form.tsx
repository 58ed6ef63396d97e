"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormProblem } from "@/components/forms/form-problem";
import { PasswordInput } from "@/components/forms/password-input";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { Field } from "@/components/ui/field";
import { Mail } from "@/components/ui/icons";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { signInAction } from "@/lib/auth/actions";

/** One address, two ways in: by password, or by a link in a mail. */
export function SignInForm({ next, email }: { next: string; email?: string }) {
  const t = useTranslations("auth");
  const { formProps, error, busy, value } = useSendingForm(signInAction);
  return (
    <ActionForm {...formProps} className="grid gap-5" noValidate>
      <FormProblem error={error} />
      <input type="hidden" name="next" value={next} />
      <Field name="email" label={t("email")} error={error?.fields?.email} required>
        {(control) => (
          <Input
            {...control}
            type="email"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="none"
            defaultValue={value("email", email)}
          />
        )}
      </Field>
      <Field name="password" label={t("password")} error={error?.fields?.password}>
        {(control) => <PasswordInput control={control} autoComplete="current-password" />}
      </Field>
      <SubmitButton name="how" value="password" block busy={busy}>
        {t("signIn")}
      </SubmitButton>
      <p className="flex items-center gap-3 text-sm text-ink-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t("or")}
      </p>
      <SubmitButton
        name="how"
        value="link"
        variant="outline"
        block
        busy={busy}
        icon={<Mail aria-hidden size={18} />}
      >
        {t("emailMeALink")}
      </SubmitButton>
    </ActionForm>
  );
}
