"use client";

import { useTranslations } from "next-intl";
import { RadioCards } from "@/components/ui/radio-cards";
import { JOIN_POLICIES, PRIVACIES } from "@/lib/tenants/choices";
import { PURPOSE_JOIN, type PurposeChoice } from "@/lib/tenants/purposes";
import type { FieldsState } from "./fields-state";

interface DoorFieldsProps extends FieldsState {
  purpose: PurposeChoice;
}

/** Who sees the community and how people join; the latter begins as is usual for its purpose. */
export function DoorFields({ draft, errors, value, purpose }: DoorFieldsProps) {
  const t = useTranslations("create");
  const secret = draft.privacy === "secret";
  return (
    <>
      <RadioCards
        name="privacy"
        legend={t("privacy")}
        columns={3}
        defaultValue={value("privacy", draft.privacy ?? "public")}
        error={errors?.privacy}
        options={PRIVACIES.map((option) => ({
          value: option,
          label: t(`privacyOptions.${option}.label`),
          hint: t(`privacyOptions.${option}.hint`),
        }))}
      />
      <div className="grid gap-2">
        <RadioCards
          key={`${secret ? "secret" : "open"} ${purpose}`}
          name="join_policy"
          legend={t("joinPolicy")}
          columns={3}
          defaultValue={secret ? "invite" : value("join_policy", draft.join_policy ?? PURPOSE_JOIN[purpose])}
          error={errors?.join_policy}
          options={JOIN_POLICIES.map((option) => ({
            value: option,
            label: t(`joinPolicyOptions.${option}.label`),
            hint: t(`joinPolicyOptions.${option}.hint`),
            disabled: secret && option !== "invite",
          }))}
        />
        {secret ? <p className="text-sm text-ink-muted">{t("secretInvites")}</p> : null}
      </div>
    </>
  );
}
