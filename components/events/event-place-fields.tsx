"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

const PLACES = ["venue", "city", "country"] as const;

/** Where an event is: a place, the net, or both. */
export function EventPlaceFields({ errors }: { errors: Readonly<Record<string, string>> }) {
  const t = useTranslations("events.form");
  return (
    <div className="grid gap-4">
      <Checkbox name="online" label={t("online")} />
      <div className="grid gap-4 sm:grid-cols-3">
        {PLACES.map((name) => (
          <Field key={name} name={name} label={t(name)} error={errors[name]} optional={t("optional")}>
            {(control) => <Input {...control} />}
          </Field>
        ))}
      </div>
      <Field name="url" label={t("url")} hint={t("urlHint")} error={errors.url} optional={t("optional")}>
        {(control) => <Input {...control} type="url" inputMode="url" />}
      </Field>
    </div>
  );
}
