"use client";

import { type ReactNode, useActionState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FieldError } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { acceptRulesAction, settleInAction } from "@/lib/memberships/actions";

const ACTIONS = { acceptRules: acceptRulesAction, settleIn: settleInAction } as const;

interface ArrivalButtonProps {
  action: keyof typeof ACTIONS;
  /** Which rules are accepted. */
  version?: number;
  children: ReactNode;
}

/** One button of somebody's arrival. Works before scripts arrive. */
export function ArrivalButton({ action, version, children }: ArrivalButtonProps) {
  const [answer, send] = useActionState(ACTIONS[action], null);
  return (
    <ActionForm action={send} className="grid justify-items-start gap-2">
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
      {answer?.ok === false ? <FieldError>{answer.error.message}</FieldError> : null}
      <SubmitButton size="sm" variant={action === "acceptRules" ? "primary" : "outline"}>
        {children}
      </SubmitButton>
    </ActionForm>
  );
}
