import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { SettingsFormState } from "./form-state";
import { Part } from "./part";

interface ShowFieldsProps extends SettingsFormState {
  name: string;
  onName: (name: string) => void;
}

/** Name, sentence, description and rules. */
export function ShowFields({ settings, errors, value, name, onName }: ShowFieldsProps) {
  const t = useTranslations("settings");
  const lang = settings.locale;
  return (
    <Part id="show" title={t("showTitle")}>
      <Field name="name" label={t("name")} error={errors?.name} required>
        {(control) => (
          <Input
            {...control}
            lang={lang}
            autoComplete="off"
            maxLength={80}
            value={name}
            onChange={(event) => onName(event.target.value)}
          />
        )}
      </Field>
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
            lang={lang}
            autoComplete="off"
            maxLength={160}
            defaultValue={value("tagline", settings.tagline)}
          />
        )}
      </Field>
      {(["description", "rules"] as const).map((field) => (
        <Field
          key={field}
          name={field}
          label={t(field)}
          hint={t(`${field}Hint`)}
          optional={t("optional")}
          error={errors?.[field]}
        >
          {(control) => (
            <Textarea
              {...control}
              lang={lang}
              rows={6}
              defaultValue={value(field, settings[field])}
              className="max-h-96"
            />
          )}
        </Field>
      ))}
    </Part>
  );
}
