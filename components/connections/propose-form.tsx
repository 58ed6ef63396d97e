"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { proposeConnectionAction } from "@/lib/connections/actions";
import { DIRECTIONS } from "@/lib/connections/choices";
import { SHARE_SCOPES } from "@/lib/sharing/choices";

interface ProposeFormProps {
  /** What stands behind an address: ".archipelago.example". */
  suffix: string;
}

/** Asks another community for a connection. */
export function ProposeForm({ suffix }: ProposeFormProps) {
  const t = useTranslations("connections.propose");
  const { formProps, error, busy, value } = useSendingForm(proposeConnectionAction);
  return (
    <ActionForm {...formProps} className="grid gap-6" noValidate>
      <FormProblem error={error} />
      <Field
        name="slug"
        label={t("slug")}
        hint={t("slugHint")}
        error={error?.fields?.slug}
        required
        className="max-w-md"
      >
        {(control) => (
          <Input
            {...control}
            suffix={suffix}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            defaultValue={value("slug")}
          />
        )}
      </Field>
      <RadioCards
        name="direction"
        legend={t("direction")}
        columns={3}
        error={error?.fields?.direction}
        defaultValue={value("direction", "both")}
        options={DIRECTIONS.map((option) => ({
          value: option,
          label: t(`directions.${option}.label`),
          hint: t(`directions.${option}.hint`),
        }))}
      />
      <Field
        name="scope"
        label={t("scope")}
        hint={t("scopeHint")}
        error={error?.fields?.scope}
        className="max-w-md"
      >
        {(control) => (
          <Select {...control} defaultValue={value("scope", "comment")}>
            {SHARE_SCOPES.map((option) => (
              <option key={option} value={option}>
                {t(`scopes.${option}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        name="message"
        label={t("message")}
        hint={t("messageHint")}
        optional={t("optional")}
        error={error?.fields?.message}
        className="max-w-measure"
      >
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            maxLength={500}
            defaultValue={value("message")}
            className="max-h-60"
          />
        )}
      </Field>
      <div>
        <SubmitButton busy={busy}>{t("send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
