"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { ActionProblem } from "@/components/forms/action-problem";
import { useSendingForm } from "@/components/forms/use-sending-form";
import type { ButtonProps } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { answerInvitationAction } from "@/lib/journeys/company-actions";

/** Says yes or no to an invitation by name. Works before scripts arrive. */
export function AnswerInvitation({ journey, size }: { journey: string } & Pick<ButtonProps, "size">) {
  const t = useTranslations("journeys");
  const { formProps, error, busy } = useSendingForm(answerInvitationAction);
  return (
    <ActionForm {...formProps} className="flex flex-wrap gap-2">
      <input type="hidden" name="journey" value={journey} />
      <SubmitButton size={size} name="answer" value="yes" busy={busy}>
        {t("join.accept")}
      </SubmitButton>
      <SubmitButton size={size} variant="outline" name="answer" value="no" busy={busy}>
        {t("join.decline")}
      </SubmitButton>
      <ActionProblem error={error} />
    </ActionForm>
  );
}
