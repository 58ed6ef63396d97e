"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { Checkbox } from "@/components/ui/checkbox";
import { SubmitButton } from "@/components/ui/submit-button";
import { departAction } from "@/lib/memberships/actions";

/** Leaves a community. The tick is the question asked once, and it works before scripts arrive. */
export function LeaveForm({ name }: { name: string }) {
  const t = useTranslations("me");
  const { formProps, error, busy } = useSendingForm(departAction);
  return (
    <ActionForm {...formProps} className="grid w-full gap-4">
      <FormProblem error={error} />
      <Checkbox
        name="sure"
        required
        label={t("leaveSure", { name })}
        aria-invalid={error?.fields?.sure ? true : undefined}
      />
      <div>
        <SubmitButton variant="danger" busy={busy}>
          {t("leave")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
