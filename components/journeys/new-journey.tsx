"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormProblem } from "@/components/forms/form-problem";
import { useBrowserZone } from "@/components/forms/use-browser-zone";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { createJourneyAction } from "@/lib/journeys/actions";

interface NewJourneyProps {
  /** The person's own zone; else the browser's, and before scripts arrive UTC. */
  zone: string | null;
  open: boolean;
}

/** Begins a journey with a name, and days if they are known. Works before scripts arrive. */
export function NewJourney({ zone, open }: NewJourneyProps) {
  const t = useTranslations("journeys");
  const found = useBrowserZone();
  const { formProps, error, busy, value } = useSendingForm(createJourneyAction);
  const fields = error?.fields ?? {};
  return (
    <details open={open || error !== null} className="mb-6 rounded-surface border border-line p-4">
      <summary className="min-h-6 cursor-pointer font-semibold pointer-coarse:min-h-11">
        {t("new.title")}
      </summary>
      <ActionForm {...formProps} className="grid gap-4 pt-4">
        <FormProblem error={error} />
        <input type="hidden" name="time_zone" value={zone ?? found ?? "UTC"} />
        <Field name="title" label={t("fields.journeyTitle")} error={fields.title} required>
          {(control) => (
            <Input {...control} required maxLength={200} autoComplete="off" defaultValue={value("title")} />
          )}
        </Field>
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
          <Field
            name="starts_on"
            label={t("fields.startsOn")}
            error={fields.starts_on}
            optional={t("optional")}
          >
            {(control) => <Input {...control} type="date" defaultValue={value("starts_on")} />}
          </Field>
          <Field name="ends_on" label={t("fields.endsOn")} error={fields.ends_on} optional={t("optional")}>
            {(control) => <Input {...control} type="date" defaultValue={value("ends_on")} />}
          </Field>
        </div>
        <SubmitButton busy={busy} className="justify-self-start">
          {t("new.begin")}
        </SubmitButton>
      </ActionForm>
    </details>
  );
}
