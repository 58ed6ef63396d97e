import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { LanguageChoice } from "@/lib/i18n/languages";
import type { SettingsFormState } from "./form-state";
import { Part } from "./part";

/** What there is to choose from. */
export interface PlaceChoices {
  languages: readonly LanguageChoice[];
  timeZones: readonly string[];
}

/** Language and time zone. */
export function PlaceFields(props: SettingsFormState & PlaceChoices) {
  const { settings, errors, value, languages, timeZones } = props;
  const t = useTranslations("settings");
  return (
    <Part id="place" title={t("placeTitle")}>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="locale" label={t("language")} hint={t("languageHint")} error={errors?.locale}>
          {(control) => (
            <Select {...control} defaultValue={value("locale", settings.locale)}>
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
            <Select {...control} defaultValue={value("time_zone", settings.time_zone)}>
              {timeZones.map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll("_", " ")}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
    </Part>
  );
}
