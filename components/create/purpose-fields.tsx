"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { PURPOSE_CHOICES, type PurposeChoice } from "@/lib/tenants/purposes";
import type { FieldsState } from "./fields-state";

interface PurposeFieldsProps extends FieldsState {
  purpose: PurposeChoice;
  /** The sentence that the purpose has unless there is another; empty for none. */
  suggestion: string;
}

/** What the community is for, and the same in one sentence of one's own. */
export function PurposeFields({ draft, errors, value, purpose, suggestion }: PurposeFieldsProps) {
  const t = useTranslations("create");
  return (
    <>
      <RadioCards
        name="purpose"
        legend={t("purpose")}
        columns={2}
        defaultValue={value("purpose", purpose)}
        error={errors?.purpose}
        options={PURPOSE_CHOICES.map((option) => ({
          value: option,
          label: t(`purposes.${option}.label`),
          hint: t(`purposes.${option}.hint`),
        }))}
      />
      <p className="text-sm text-ink-muted">{t("purposeHint")}</p>
      <Field
        name="tagline"
        label={t("tagline")}
        hint={suggestion ? t("taglineSuggested") : t("taglineHint")}
        optional={t("optional")}
        error={errors?.tagline}
      >
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            maxLength={160}
            placeholder={suggestion}
            defaultValue={value("tagline", draft.tagline)}
          />
        )}
      </Field>
    </>
  );
}
