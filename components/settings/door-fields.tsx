import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { RadioCards } from "@/components/ui/radio-cards";
import { JOIN_POLICIES, PRIVACIES } from "@/lib/tenants/choices";
import type { SettingsFormState } from "./form-state";
import { Part } from "./part";

interface DoorFieldsProps extends SettingsFormState {
  /** Whether "secret" is chosen at the moment. */
  secret: boolean;
  listed: boolean;
  aiAllowed: boolean;
}

/** Who can see the community, how one joins, whether it stands in the directory. */
export function DoorFields({ settings, errors, value, secret, listed, aiAllowed }: DoorFieldsProps) {
  const t = useTranslations("settings");
  const create = useTranslations("create");
  return (
    <Part id="door" title={t("doorTitle")}>
      <RadioCards
        name="privacy"
        legend={create("privacy")}
        columns={3}
        error={errors?.privacy}
        defaultValue={value("privacy", settings.privacy)}
        options={PRIVACIES.map((option) => ({
          value: option,
          label: create(`privacyOptions.${option}.label`),
          hint: create(`privacyOptions.${option}.hint`),
        }))}
      />
      <RadioCards
        key={secret ? "secret" : "open"}
        name="join_policy"
        legend={create("joinPolicy")}
        columns={3}
        error={errors?.join_policy}
        defaultValue={secret ? "invite" : value("join_policy", settings.join_policy)}
        options={JOIN_POLICIES.map((option) => ({
          value: option,
          label: create(`joinPolicyOptions.${option}.label`),
          hint: create(`joinPolicyOptions.${option}.hint`),
          disabled: secret && option !== "invite",
        }))}
      />
      <Checkbox
        name="listed"
        label={t("listed")}
        hint={t("listedHint")}
        defaultChecked={listed}
        disabled={secret}
      />
      <Checkbox
        name="ai_allowed"
        label={t("aiAllowed")}
        hint={t("aiAllowedHint")}
        defaultChecked={aiAllowed}
      />
      {secret ? (
        <p role="status" className="text-sm text-ink-muted">
          {t("secretText")}
        </p>
      ) : null}
    </Part>
  );
}
