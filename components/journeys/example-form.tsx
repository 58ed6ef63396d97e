"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { ActionProblem } from "@/components/forms/action-problem";
import { useBrowserZone } from "@/components/forms/use-browser-zone";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { startExampleAction } from "@/lib/journeys/actions";

/** Begins a journey from an example. Works before scripts arrive. */
export function ExampleForm({ example, zone }: { example: string; zone: string | null }) {
  const t = useTranslations("journeys");
  const found = useBrowserZone();
  const { formProps, error, busy } = useSendingForm(startExampleAction);
  return (
    <ActionForm {...formProps}>
      <input type="hidden" name="example" value={example} />
      <input type="hidden" name="time_zone" value={zone ?? found ?? "UTC"} />
      <SubmitButton size="sm" variant="outline" busy={busy}>
        {t("examples.begin")}
      </SubmitButton>
      <ActionProblem error={error} />
    </ActionForm>
  );
}
