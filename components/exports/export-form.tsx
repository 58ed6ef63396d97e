"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { cancelExportAction, requestExportAction } from "@/lib/exports/actions";

/** Asks for an export of everything, or of one community. Works before scripts arrive. */
export function RequestExport({ of }: { of: string }) {
  const t = useTranslations("exports.form");
  const { formProps, error, busy } = useSendingForm(requestExportAction);
  return (
    <ActionForm {...formProps} className="grid grid-cols-1 justify-items-start gap-3">
      <FormProblem error={error} />
      <input type="hidden" name="of" value={of} />
      <SubmitButton variant="primary" busy={busy}>
        {t("request")}
      </SubmitButton>
    </ActionForm>
  );
}

/** Stops one that is being made. */
export function CancelExport({ id }: { id: string }) {
  const t = useTranslations("exports.form");
  const { formProps, error, busy } = useSendingForm(cancelExportAction);
  return (
    <ActionForm {...formProps} className="grid gap-2">
      <FormProblem error={error} />
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="outline" size="sm" busy={busy}>
        {t("cancel")}
      </SubmitButton>
    </ActionForm>
  );
}
