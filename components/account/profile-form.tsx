"use client";

import { useTranslations } from "next-intl";
import { FormProblem } from "@/components/forms/form-problem";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import type { LanguageChoice } from "@/lib/i18n/languages";
import { updateProfileAction } from "@/lib/profiles/actions";
import { APPEARANCES } from "@/lib/profiles/choices";
import type { MyProfile } from "@/lib/profiles/schemas";

interface ProfileFormProps {
  profile: MyProfile;
  languages: readonly LanguageChoice[];
  timeZones: readonly string[];
}

/** One's base profile and how the network looks to one. */
export function ProfileForm({ profile, languages, timeZones }: ProfileFormProps) {
  const t = useTranslations("account");
  const { formProps, error, busy, value } = useSendingForm(updateProfileAction);
  const errors = error?.fields;
  const homes = profile.memberships.filter(({ status, tenant }) => status === "active" && tenant);
  return (
    <form {...formProps} className="grid gap-7" noValidate>
      <FormProblem error={error} />
      <input type="hidden" name="version" value={profile.version} />
      <Field name="display_name" label={t("name")} error={errors?.display_name} required>
        {(control) => (
          <Input
            {...control}
            autoComplete="name"
            maxLength={80}
            defaultValue={value("display_name", profile.display_name)}
          />
        )}
      </Field>
      <Field name="bio" label={t("bio")} hint={t("bioHint")} optional={t("optional")} error={errors?.bio}>
        {(control) => <Textarea {...control} rows={4} defaultValue={value("bio", profile.bio)} />}
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="locale" label={t("language")} hint={t("languageHint")} error={errors?.locale}>
          {(control) => (
            <Select {...control} defaultValue={value("locale", profile.locale ?? "")}>
              <option value="">{t("languageAuto")}</option>
              {languages.map(({ tag, name }) => (
                <option key={tag} value={tag}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field name="time_zone" label={t("timeZone")} error={errors?.time_zone}>
          {(control) => (
            <Select {...control} defaultValue={value("time_zone", profile.time_zone ?? "")}>
              <option value="">{t("timeZoneAuto")}</option>
              {timeZones.map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll("_", " ")}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <RadioCards
        name="appearance"
        legend={t("appearance")}
        columns={3}
        defaultValue={value("appearance", profile.appearance)}
        options={APPEARANCES.map((option) => ({ value: option, label: t(`appearanceOptions.${option}`) }))}
      />
      <Field
        name="primary_tenant_id"
        label={t("home")}
        hint={t("homeHint")}
        error={errors?.primary_tenant_id}
      >
        {(control) => (
          <Select {...control} defaultValue={value("primary_tenant_id", profile.primary_tenant_id ?? "")}>
            <option value="">{t("homeNone")}</option>
            {homes.map(({ tenant_id, tenant }) => (
              <option key={tenant_id} value={tenant_id}>
                {tenant?.name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div>
        <SubmitButton busy={busy}>{t("save")}</SubmitButton>
      </div>
    </form>
  );
}
