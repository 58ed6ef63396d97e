"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** Why a post is taken out, for the record of the community. */
export function TakeOutReason() {
  const t = useTranslations("feed");
  return (
    <Field name="reason" label={t("takeOutReason")}>
      {(control) => <Input {...control} maxLength={500} autoComplete="off" />}
    </Field>
  );
}
