"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { RadioCards } from "@/components/ui/radio-cards";
import { SubmitButton } from "@/components/ui/submit-button";
import { updateSharingPolicyAction } from "@/lib/connections/actions";
import { SHARING_DOORS, SHARING_REVIEWS } from "@/lib/connections/choices";
import type { SharingPolicy } from "@/lib/connections/schemas";

/** What a community lets out and in, each choice with what it means. */
export function PolicyForm({ policy }: { policy: SharingPolicy }) {
  const t = useTranslations("connections.policy");
  const { formProps, error, busy, value } = useSendingForm(updateSharingPolicyAction);
  return (
    <ActionForm {...formProps} className="grid gap-8" noValidate>
      <FormProblem error={error} />
      <input type="hidden" name="version" value={value("version", String(policy.version))} />
      {(["sharing_out", "sharing_in"] as const).map((name) => (
        <RadioCards
          key={name}
          name={name}
          legend={t(`${name}.legend`)}
          columns={3}
          error={error?.fields?.[name]}
          defaultValue={value(name, policy[name])}
          options={SHARING_DOORS.map((option) => ({
            value: option,
            label: t(`${name}.${option}.label`),
            hint: t(`${name}.${option}.hint`),
          }))}
        />
      ))}
      <RadioCards
        name="sharing_review"
        legend={t("sharing_review.legend")}
        columns={3}
        error={error?.fields?.sharing_review}
        defaultValue={value("sharing_review", policy.sharing_review)}
        options={SHARING_REVIEWS.map((option) => ({
          value: option,
          label: t(`sharing_review.${option}.label`),
          hint: t(`sharing_review.${option}.hint`),
        }))}
      />
      <div>
        <SubmitButton busy={busy}>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
