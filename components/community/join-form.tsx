"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldError } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { joinAction, leaveAction } from "@/lib/memberships/actions";

interface JoinFormProps {
  how: "open" | "request" | "invited";
  /** The version of the rules to accept; null where there are none. */
  rules: number | null;
}

const VERBS = { open: "join", request: "request", invited: "accept" } as const;

/** The one action at the door. Works before scripts arrive. */
export function JoinForm({ how, rules }: JoinFormProps) {
  const t = useTranslations("community.join");
  const [answer, join] = useActionState(joinAction, null);
  const error = answer?.ok === false ? answer.error : null;
  return (
    <ActionForm action={join} className="grid gap-4">
      {rules === null ? null : (
        <div className="grid gap-1.5">
          <input type="hidden" name="version" value={rules} />
          <Checkbox
            name="rules"
            label={t.rich("rulesLabel", {
              rules: (text) => (
                <a href="#rules" className="underline underline-offset-4">
                  {text}
                </a>
              ),
            })}
            required
            aria-invalid={error?.fields?.rules ? true : undefined}
          />
          {error?.fields?.rules ? <FieldError>{error.fields.rules}</FieldError> : null}
        </div>
      )}
      {error && !error.fields ? <FieldError>{error.message}</FieldError> : null}
      <div>
        <SubmitButton size="lg">{t(VERBS[how])}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Takes back a request that nobody answered yet. */
export function WithdrawForm() {
  const t = useTranslations("community.join");
  const [answer, withdraw] = useActionState(leaveAction, null);
  return (
    <ActionForm action={withdraw} className="grid gap-2 justify-items-start">
      {answer?.ok === false ? <FieldError>{answer.error.message}</FieldError> : null}
      <SubmitButton variant="outline">{t("withdraw")}</SubmitButton>
    </ActionForm>
  );
}
