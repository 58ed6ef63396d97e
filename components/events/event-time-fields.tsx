"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

interface EventTimeFieldsProps {
  timeZone: string;
  timeZones: readonly string[];
  errors: Readonly<Record<string, string>>;
}

/** When an event is: days, or times on the wall of its place. */
export function EventTimeFields({ timeZone, timeZones, errors }: EventTimeFieldsProps) {
  const t = useTranslations("events.form");
  const [allDay, setAllDay] = useState(false);
  const clock = (name: "starts_time" | "ends_time", label: string) =>
    allDay ? null : (
      <Field
        name={name}
        label={label}
        error={errors[name]}
        optional={name === "ends_time" ? t("optional") : undefined}
        className="content-start"
      >
        {(control) => <Input {...control} type="time" />}
      </Field>
    );
  return (
    <div className="grid gap-4">
      <Checkbox
        name="all_day"
        label={t("allDay")}
        checked={allDay}
        onChange={(event) => setAllDay(event.target.checked)}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          name="starts_on"
          label={t("startsOn")}
          error={errors.starts_on}
          required
          className="content-start"
        >
          {(control) => <Input {...control} type="date" />}
        </Field>
        {clock("starts_time", t("startsTime"))}
        <Field
          name="ends_on"
          label={t("endsOn")}
          error={errors.ends_on}
          optional={t("optional")}
          className="content-start"
        >
          {(control) => <Input {...control} type="date" />}
        </Field>
        {clock("ends_time", t("endsTime"))}
      </div>
      <Field name="time_zone" label={t("zone")} hint={t("zoneHint")} error={errors.time_zone} required>
        {(control) => (
          <Select {...control} defaultValue={timeZone}>
            {timeZones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll("_", " ")}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}
