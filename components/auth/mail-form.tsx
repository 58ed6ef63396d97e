"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { sendMailAction } from "@/lib/auth/actions";
import type { MailKind } from "@/lib/auth/schemas";

interface MailFormProps {
  kind: MailKind;
  next: string;
  /** The address where it is known. */
  email?: string;
  /** A verb. */
  label: string;
  /** With a known address there is nothing to type: only the button shows. */
  again?: boolean;
}

/** Asks for a mail: a link to sign in, a confirmation, a new password. */
export function MailForm({ kind, next, email, label, again = false }: MailFormProps) {
  const t = useTranslations("auth");
  const { formProps, error, busy, value } = useSendingForm(sendMailAction);
  return (
    <ActionForm {...formProps} className="grid gap-5" noValidate>
      <FormProblem error={error} />
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="kind" value={kind} />
      {again && email ? (
        <input type="hidden" name="email" value={email} />
      ) : (
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
      )}
      <SubmitButton block busy={busy} variant={again ? "outline" : "primary"}>
        {label}
      </SubmitButton>
    </ActionForm>
  );
}
