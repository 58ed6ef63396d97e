"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldError, fieldId } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { acceptInvitationAction } from "@/lib/invitations/actions";

interface AcceptFormProps {
  code: string;
  /** The version of the rules to accept; null where there are none. */
  rules: number | null;
}

/** Takes an invitation and goes in. Works before scripts arrive. */
export function AcceptForm({ code, rules }: AcceptFormProps) {
  const t = useTranslations("invitations.page");
  const join = useTranslations("community.join");
  const { formProps, error, busy } = useSendingForm(acceptInvitationAction);
  const wrong = error?.fields?.rules;
  return (
    <ActionForm {...formProps} className="grid justify-items-start gap-4" noValidate>
      <FormProblem error={error} />
      <input type="hidden" name="code" value={code} />
      {rules === null ? null : (
        <div className="grid grid-cols-1 gap-1.5">
          <input type="hidden" name="version" value={rules} />
          <Checkbox
            id={fieldId("rules")}
            name="rules"
            label={join.rich("rulesLabel", {
              rules: (text) => (
                <a href="#rules" className="underline underline-offset-4">
                  {text}
                </a>
              ),
            })}
            required
            aria-invalid={wrong ? true : undefined}
          />
          {wrong ? <FieldError>{wrong}</FieldError> : null}
        </div>
      )}
      <SubmitButton size="lg" busy={busy}>
        {t("accept")}
      </SubmitButton>
    </ActionForm>
  );
}
