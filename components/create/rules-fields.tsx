"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { Select } from "@/components/ui/select";
import { closestLanguage } from "@/lib/i18n/closest-language";
import type { LanguageChoice } from "@/lib/i18n/languages";
import { JOIN_POLICIES, PRIVACIES } from "@/lib/tenants/choices";
import type { CommunityDraft } from "@/lib/tenants/create-draft";

/** What there is to choose from. */
export interface Choices {
  languages: readonly LanguageChoice[];
  timeZones: readonly string[];
  /** The person's own, where known. */
  timeZone: string | null;
}

interface RulesFieldsProps extends Choices {
  draft: CommunityDraft;
  errors?: Readonly<Record<string, string>>;
  value: (name: string, initial?: string) => string;
}

/** In one sentence, who sees it, how people join, language and zone. */
export function RulesFields({ languages, timeZones, timeZone, draft, errors, value }: RulesFieldsProps) {
  const t = useTranslations("create");
  const spoken = useLocale();
  const secret = draft.privacy === "secret";
  const language =
    draft.locale ??
    closestLanguage(
      languages.map(({ tag }) => tag),
      spoken,
    );
  return (
    <>
      <Field
        name="tagline"
        label={t("tagline")}
        hint={t("taglineHint")}
        optional={t("optional")}
        error={errors?.tagline}
      >
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            maxLength={160}
            defaultValue={value("tagline", draft.tagline)}
          />
        )}
      </Field>
      <RadioCards
        name="privacy"
        legend={t("privacy")}
        columns={3}
        defaultValue={value("privacy", draft.privacy ?? "public")}
        options={PRIVACIES.map((option) => ({
          value: option,
          label: t(`privacyOptions.${option}.label`),
          hint: t(`privacyOptions.${option}.hint`),
        }))}
      />
      <div className="grid gap-2">
        <RadioCards
          key={secret ? "secret" : "open"}
          name="join_policy"
          legend={t("joinPolicy")}
          columns={3}
          defaultValue={secret ? "invite" : value("join_policy", draft.join_policy ?? "open")}
          options={JOIN_POLICIES.map((option) => ({
            value: option,
            label: t(`joinPolicyOptions.${option}.label`),
            hint: t(`joinPolicyOptions.${option}.hint`),
            disabled: secret && option !== "invite",
          }))}
        />
        {secret ? <p className="text-sm text-ink-muted">{t("secretInvites")}</p> : null}
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="locale" label={t("language")} hint={t("languageHint")} error={errors?.locale}>
          {(control) => (
            <Select {...control} defaultValue={value("locale", language)}>
              {languages.map(({ tag, name }) => (
                <option key={tag} value={tag}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field name="time_zone" label={t("timeZone")} hint={t("timeZoneHint")} error={errors?.time_zone}>
          {(control) => (
            <ZoneSelect
              {...control}
              zones={timeZones}
              initial={value("time_zone", draft.time_zone ?? timeZone ?? "")}
            />
          )}
        </Field>
      </div>
    </>
  );
}

/** Begins with this browser's own zone where nothing else is known. */
function ZoneSelect({
  zones,
  initial,
  ...control
}: {
  zones: readonly string[];
  initial: string;
  id: string;
  name: string;
}) {
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (initial === "" && select.current && zones.includes(own)) select.current.value = own;
  }, [initial, zones]);
  return (
    <Select {...control} ref={select} defaultValue={initial || "UTC"}>
      {zones.map((zone) => (
        <option key={zone} value={zone}>
          {zone.replaceAll("_", " ")}
        </option>
      ))}
    </Select>
  );
}
