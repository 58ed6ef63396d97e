"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useCallback, useState } from "react";
import { AccentField } from "@/components/create/accent-field";
import { ActionForm } from "@/components/forms/action-form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { updateSettingsAction } from "@/lib/tenants/settings-actions";
import type { CommunitySettings } from "@/lib/tenants/settings-schemas";
import { AccentPreview } from "./accent-preview";
import { DoorFields } from "./door-fields";
import { Part } from "./part";
import { type PlaceChoices, PlaceFields } from "./place-fields";
import { ShowFields } from "./show-fields";
import { useUnsavedGuard } from "./use-unsaved-guard";

interface SettingsFormProps extends PlaceChoices {
  id: string;
  settings: CommunitySettings;
}

/** Everything about a community that its admins may change, saved together. */
export function SettingsForm({ id, settings, ...choices }: SettingsFormProps) {
  const t = useTranslations("settings");
  const [unsaved, setUnsaved] = useState(false);
  const settled = useCallback(() => setUnsaved(false), []);
  const { formProps, error, busy, value } = useSendingForm(updateSettingsAction, settled);
  const [name, setName] = useState(value("name", settings.name));
  const [accent, setAccent] = useState(value("accent", settings.accent));
  const [privacy, setPrivacy] = useState(value("privacy", settings.privacy));
  useUnsavedGuard(unsaved && !busy);
  const onChange = (event: FormEvent<HTMLFormElement>) => {
    setUnsaved(true);
    const chosen = new FormData(event.currentTarget).get("privacy");
    if (typeof chosen === "string") setPrivacy(chosen);
  };
  const changeAccent = (next: string) => {
    setUnsaved(true);
    setAccent(next);
  };
  const state = { settings, errors: error?.fields, value };
  const ticked = (name: "listed" | "ai_allowed") =>
    error?.values ? error.values[name] === "on" : settings[name];
  return (
    <ActionForm {...formProps} onChange={onChange} className="grid gap-10" noValidate>
      <FormProblem error={error} />
      <input type="hidden" name="version" value={value("version", String(settings.version))} />
      <ShowFields {...state} name={name} onName={setName} />
      <PlaceFields {...state} {...choices} />
      <Part id="colour" title={t("colourTitle")}>
        <AccentField value={accent} error={error?.fields?.accent} onChange={changeAccent} />
        <AccentPreview id={id} name={name} accent={accent} />
        <p className="max-w-measure text-sm text-ink-muted">{t("contrast")}</p>
      </Part>
      <DoorFields
        {...state}
        secret={privacy === "secret"}
        listed={ticked("listed")}
        aiAllowed={ticked("ai_allowed")}
      />
      <div className="flex flex-wrap items-center gap-4 border-t border-line pt-6">
        <SubmitButton size="lg" busy={busy}>
          {t("save")}
        </SubmitButton>
        <p role="status" className="text-sm text-ink-muted">
          {unsaved && !busy ? t("unsaved") : null}
        </p>
      </div>
    </ActionForm>
  );
}
