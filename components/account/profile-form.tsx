"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormProblem } from "@/components/forms/form-problem";
import { useSendingForm } from "@/components/forms/use-sending-form";
import { ZoneField } from "@/components/forms/zone-field";
import { Checkbox } from "@/components/ui/checkbox";
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

type Sending = ReturnType<typeof useSendingForm>;

/** One's base profile and how every host looks to one. */
export function ProfileForm({ profile, languages, timeZones }: ProfileFormProps) {
  const t = useTranslations("account");
  const sending = useSendingForm(updateProfileAction);
  const { formProps, error, busy } = sending;
  return (
    <ActionForm {...formProps} className="grid gap-10" noValidate>
      <FormProblem error={error} />
      <input type="hidden" name="version" value={profile.version} />
      <Part id="you" title={t("you")} text={t("profileText")}>
        <Face profile={profile} sending={sending} />
      </Part>
      <Part id="places" title={t("languageAndTime")}>
        <LanguageAndTime profile={profile} languages={languages} timeZones={timeZones} sending={sending} />
      </Part>
      <Part id="looks" title={t("looks")}>
        <RadioCards
          name="appearance"
          legend={t("appearance")}
          columns={3}
          defaultValue={sending.value("appearance", profile.appearance)}
          options={APPEARANCES.map((option) => ({ value: option, label: t(`appearanceOptions.${option}`) }))}
        />
        <Checkbox
          name="shortcuts"
          label={t("shortcuts")}
          hint={t("shortcutsHint")}
          defaultChecked={error?.values ? error.values.shortcuts === "on" : profile.shortcuts}
        />
      </Part>
      <Part id="suggestions" title={t("suggestions")}>
        <Checkbox
          name="ai_help"
          label={t("aiHelp")}
          hint={t("aiHelpHint")}
          defaultChecked={error?.values ? error.values.ai_help === "on" : profile.ai_help}
        />
        <Checkbox
          name="ai_texts"
          label={t("aiTexts")}
          hint={t("aiTextsHint")}
          defaultChecked={error?.values ? error.values.ai_texts === "on" : profile.ai_texts}
        />
      </Part>
      <div>
        <SubmitButton busy={busy}>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function Part({
  id,
  title,
  text,
  children,
}: {
  id: string;
  title: string;
  text?: string;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="grid gap-5">
      <div className="grid gap-1.5">
        <h2 id={id} className="font-serif text-title-sm font-medium tracking-title">
          {title}
        </h2>
        {text ? <p className="max-w-measure text-ink-muted">{text}</p> : null}
      </div>
      {children}
    </section>
  );
}

function Face({ profile, sending }: { profile: MyProfile; sending: Sending }) {
  const t = useTranslations("account");
  const { error, value } = sending;
  const errors = error?.fields;
  const homes = profile.memberships.filter(({ status, tenant }) => status === "active" && tenant);
  return (
    <>
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
    </>
  );
}

function LanguageAndTime({
  profile,
  languages,
  timeZones,
  sending,
}: ProfileFormProps & { sending: Sending }) {
  const t = useTranslations("account");
  const { error, value } = sending;
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field
        name="locale"
        label={t("language")}
        hint={t("languageHint")}
        error={error?.fields?.locale}
        className="content-start"
      >
        {(control) => (
          <Select {...control} defaultValue={value("locale", profile.locale ?? "")}>
            <option value="">{t("languageAuto")}</option>
            {languages.map(({ tag, name }) => (
              <option key={tag} value={tag} lang={tag}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <ZoneField
        label={t("timeZone")}
        hint={t("timeZoneHint")}
        error={error?.fields?.time_zone}
        zones={timeZones}
        initial={value("time_zone", profile.time_zone ?? "")}
        placeholder={t("timeZoneAuto")}
      />
    </div>
  );
}
