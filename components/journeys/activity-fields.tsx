"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { ACTIVITY_STATES } from "@/lib/journeys/choices";
import { isAllDay, shiftWall } from "@/lib/journeys/rules";
import type { Activity } from "@/lib/journeys/schemas";
import { ZoneSelect } from "./zone-select";

interface ActivityFieldsProps {
  row: Pick<
    Activity,
    | "title"
    | "own_title"
    | "kind"
    | "place"
    | "own_place"
    | "note"
    | "memory"
    | "latitude"
    | "longitude"
    | "starts_local"
    | "ends_local"
    | "time_zone"
    | "state"
    | "visible_to"
  >;
  /** Whether one may keep it to oneself. */
  mayHide: boolean;
}

/** What can be said of an activity. */
export function ActivityFields({ row, mayHide }: ActivityFieldsProps) {
  const t = useTranslations("journeys");
  const own = row.kind === "free" || row.kind === "place";
  return (
    <>
      <Field name="title" label={t("fields.title")} required={own} optional={own ? undefined : t("optional")}>
        {(control) => (
          <Input
            {...control}
            maxLength={300}
            autoComplete="off"
            defaultValue={row.own_title ?? ""}
            placeholder={row.own_title ? undefined : (row.title ?? undefined)}
          />
        )}
      </Field>
      <TimeFields row={row} />
      <Field name="place" label={t("fields.place")} optional={t("optional")}>
        {(control) => (
          <Input
            {...control}
            maxLength={300}
            autoComplete="off"
            defaultValue={row.own_place ?? ""}
            placeholder={row.own_place ? undefined : (row.place ?? undefined)}
          />
        )}
      </Field>
      <Field name="note" label={t("fields.note")} optional={t("optional")}>
        {(control) => <Textarea {...control} rows={2} maxLength={5000} defaultValue={row.note} />}
      </Field>
      <StateFields row={row} />
      <MoreFields row={row} mayHide={mayHide} />
    </>
  );
}

/** Its state, and once that is done how it was. */
function StateFields({ row }: Pick<ActivityFieldsProps, "row">) {
  const t = useTranslations("journeys");
  const [state, setState] = useState<string>(row.state);
  return (
    <>
      <Field name="state" label={t("stateLabel")}>
        {(control) => (
          <Select
            {...control}
            defaultValue={row.state}
            onChange={(event) => setState(event.currentTarget.value)}
          >
            {ACTIVITY_STATES.map((one) => (
              <option key={one} value={one}>
                {t(`state.${one}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {/* Out of sight and not away: what is written stays when another state is looked at. */}
      <Field
        name="memory"
        label={t("fields.memory")}
        hint={t("fields.memoryHint")}
        optional={t("optional")}
        className={state === "done" ? undefined : "hidden"}
      >
        {(control) => <Textarea {...control} rows={2} maxLength={5000} defaultValue={row.memory} />}
      </Field>
    </>
  );
}

function TimeFields({ row }: Pick<ActivityFieldsProps, "row">) {
  const t = useTranslations("journeys");
  const { starts_local: from, ends_local: until } = row;
  const whole = isAllDay(row);
  const last = until && (whole ? shiftWall(until, -1440) : until).slice(0, 10);
  const day = from?.slice(0, 10) ?? "";
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-4">
      <legend className="sr-only">{t("fields.time")}</legend>
      <div className="grid grid-cols-2 gap-3">
        <Field name="day" label={t("fields.day")} className="max-sm:col-span-2">
          {(control) => <Input {...control} type="date" defaultValue={day} />}
        </Field>
        <Field name="last_day" label={t("fields.lastDay")} className="max-sm:col-span-2">
          {(control) => <Input {...control} type="date" defaultValue={last && last !== day ? last : ""} />}
        </Field>
        <Field name="from" label={t("fields.from")}>
          {(control) => <Input {...control} type="time" defaultValue={whole ? "" : from?.slice(11)} />}
        </Field>
        <Field name="until" label={t("fields.until")}>
          {(control) => <Input {...control} type="time" defaultValue={whole ? "" : until?.slice(11)} />}
        </Field>
      </div>
      <Field name="time_zone" label={t("fields.zone")} hint={t("fields.zoneHint")}>
        {(control) => <ZoneSelect control={control} zone={row.time_zone} />}
      </Field>
    </fieldset>
  );
}

function MoreFields({ row, mayHide }: ActivityFieldsProps) {
  const t = useTranslations("journeys");
  return (
    <details>
      <summary className="min-h-6 cursor-pointer text-sm text-ink-muted pointer-coarse:min-h-11">
        {t("fields.more")}
      </summary>
      <div className="grid grid-cols-2 gap-3 pt-3">
        <Field name="latitude" label={t("fields.latitude")}>
          {(control) => (
            <Input
              {...control}
              type="number"
              dir="ltr"
              min={-90}
              max={90}
              step="any"
              defaultValue={row.latitude ?? ""}
            />
          )}
        </Field>
        <Field name="longitude" label={t("fields.longitude")}>
          {(control) => (
            <Input
              {...control}
              type="number"
              dir="ltr"
              min={-180}
              max={180}
              step="any"
              defaultValue={row.longitude ?? ""}
            />
          )}
        </Field>
        {mayHide ? (
          <div className="col-span-2">
            <input type="hidden" name="only_me_shown" value="1" />
            <Checkbox
              name="only_me"
              label={t("fields.onlyMe")}
              hint={t("fields.onlyMeHint")}
              defaultChecked={row.visible_to === "me"}
            />
          </div>
        ) : null}
      </div>
    </details>
  );
}
