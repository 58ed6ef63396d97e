"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { closestLanguage } from "@/lib/i18n/closest-language";
import type { LanguageChoice } from "@/lib/i18n/languages";
import type { FieldsState } from "./fields-state";

/** What there is to choose from. */
export interface Choices {
  languages: readonly LanguageChoice[];
  timeZones: readonly string[];
  /** The person's own, where known. */
  timeZone: string | null;
}

/** Language and time zone. */
export function PlaceFields(props: Choices & FieldsState) {
  const { languages, timeZones, timeZone, draft, errors, value } = props;
  const t = useTranslations("create");
  const spoken = useLocale();
  const language =
    draft.locale ??
    closestLanguage(
      languages.map(({ tag }) => tag),
      spoken,
    );
  return (
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
