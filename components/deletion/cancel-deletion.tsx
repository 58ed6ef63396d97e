"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { cancelDeletionAction } from "@/lib/deletion/actions";

/** Takes the wish to delete one's account back. Works before scripts arrive. */
export function CancelDeletion() {
  const t = useTranslations("deletion");
  const { formProps, error, busy } = useSendingForm(cancelDeletionAction);
  return (
    <ActionForm {...formProps} className="grid gap-2">
      <FormProblem error={error} />
      <SubmitButton busy={busy}>{t("keepAccount")}</SubmitButton>
    </ActionForm>
  );
}
