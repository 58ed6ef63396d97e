"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { ActionProblem } from "@/components/forms/action-problem";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { joinJourneyAction } from "@/lib/journeys/company-actions";

/** Takes an invitation to a journey. Works before scripts arrive. */
export function JoinJourneyForm({ code }: { code: string }) {
  const t = useTranslations("journeys");
  const { formProps, error, busy } = useSendingForm(joinJourneyAction);
  return (
    <ActionForm {...formProps}>
      <input type="hidden" name="code" value={code} />
      <SubmitButton size="lg" busy={busy}>
        {t("join.accept")}
      </SubmitButton>
      <ActionProblem error={error} />
    </ActionForm>
  );
}
