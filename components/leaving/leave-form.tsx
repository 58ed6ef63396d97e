"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { Checkbox } from "@/components/ui/checkbox";
import { RadioCards } from "@/components/ui/radio-cards";
import { SubmitButton } from "@/components/ui/submit-button";
import { leaveWithAction } from "@/lib/leaving/actions";
import { LEAVE_MODES } from "@/lib/leaving/kinds";

/** Chooses what becomes of what one made, and leaves. The tick is the question asked once; works before scripts arrive. */
export function LeaveForm({ tenant, name }: { tenant: string; name: string }) {
  const t = useTranslations("leaving.form");
  const { formProps, error, busy, value } = useSendingForm(leaveWithAction);
  return (
    <ActionForm {...formProps} className="grid grid-cols-1 gap-6">
      <FormProblem error={error} />
      <input type="hidden" name="tenant" value={tenant} />
      <RadioCards
        name="mode"
        legend={t("legend")}
        options={LEAVE_MODES.map((mode) => ({
          value: mode,
          label: t(`modes.${mode}`),
          hint: t(`hints.${mode}`),
        }))}
        defaultValue={value("mode", "keep")}
        error={error?.fields?.mode}
      />
      <Checkbox
        name="sure"
        required
        label={t("sure", { name })}
        aria-invalid={error?.fields?.sure ? true : undefined}
      />
      <div>
        <SubmitButton
          variant="danger"
          size="lg"
          busy={busy}
          className="h-auto! min-h-12 max-w-full whitespace-normal! py-2"
        >
          {t("leave", { name })}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
