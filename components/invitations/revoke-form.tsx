"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FieldError } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { revokeInvitationAction } from "@/lib/invitations/actions";

/** Ends a link. Works before scripts arrive. */
export function RevokeForm({ id }: { id: string }) {
  const t = useTranslations("invitations");
  const [answer, send] = useActionState(revokeInvitationAction, null);
  return (
    <ActionForm action={send} className="grid grid-cols-1 gap-2">
      <input type="hidden" name="id" value={id} />
      {answer?.ok === false ? <FieldError>{answer.error.message}</FieldError> : null}
      <SubmitButton size="sm" variant="outline">
        {t("revoke")}
      </SubmitButton>
    </ActionForm>
  );
}
