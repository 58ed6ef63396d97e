"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { claimAction } from "@/lib/memberships/actions";

/** Takes the place that a link stands for. Works before scripts arrive. */
export function ClaimForm({ code }: { code: string }) {
  const t = useTranslations("members.claimPage");
  const { formProps, error, busy } = useSendingForm(claimAction);
  return (
    <ActionForm {...formProps} className="grid justify-items-start gap-4">
      <FormProblem error={error} />
      <input type="hidden" name="code" value={code} />
      <SubmitButton size="lg" busy={busy}>
        {t("take")}
      </SubmitButton>
    </ActionForm>
  );
}
