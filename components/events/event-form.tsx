"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { type SubmitEvent, startTransition, useActionState, useEffect, useState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { Checkbox } from "@/components/ui/checkbox";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import type { ActionError, ActionResult } from "@/lib/actions/result";
import { createEventAction } from "@/lib/events/actions";
import type { EventOutcome } from "@/lib/events/schemas";
import { townOf, wallTimeAsUtc } from "@/lib/events/wall-time";

interface EventFormProps {
  /** One id for as long as the form is open: sent twice it is still one event. */
  id: string;
  zone: string;
  zones: readonly string[];
  isPublic: boolean;
}

type Answer = ActionResult<EventOutcome> | null;

/** Announces an event. A time that no clock shows on its day is named, with what clocks show instead. */
export function EventForm({ id, zone, zones, isPublic }: EventFormProps) {
  const t = useTranslations("events.form");
  const router = useRouter();
  const [answer, send, pending] = useActionState<Answer, FormData>(createEventAction, null);
  const [allDay, setAllDay] = useState(false);
  const created = answer?.ok && answer.data.outcome === "created" ? answer.data.id : null;
  const skipped = answer?.ok && answer.data.outcome === "skipped_time" ? answer.data : null;
  useEffect(() => {
    if (created) router.push(`/events/${created}`);
  }, [created, router]);
  const error: ActionError | null = answer?.ok === false ? answer.error : null;
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    // React empties a form whose action it runs itself; run from here, everything stays as typed.
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (!pending && !created) startTransition(() => send(form));
  };
  const fields = error?.fields;
  return (
    <form action={send} onSubmit={onSubmit} className="grid gap-6" noValidate>
      <FormProblem error={error} />
      <input type="hidden" name="id" value={id} />
      <Field name="title" label={t("title")} error={fields?.title} required>
        {(control) => <Input {...control} maxLength={300} dir="auto" />}
      </Field>
      <Checkbox
        name="all_day"
        label={t("allDay")}
        checked={allDay}
        onChange={(event) => setAllDay(event.currentTarget.checked)}
      />
      <Times fields={fields} allDay={allDay} />
      {skipped ? <SkippedTime skipped={skipped} /> : null}
      <Field name="time_zone" label={t("zone")} hint={t("zoneHint")} error={fields?.time_zone}>
        {(control) => (
          <Select {...control} defaultValue={zone}>
            {zones.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        )}
      </Field>
      <Where fields={fields} />
      <Field
        name="description"
        label={t("description")}
        hint={t("descriptionHint")}
        optional={t("optional")}
        error={fields?.description}
      >
        {(control) => <Textarea {...control} rows={6} dir="auto" />}
      </Field>
      {isPublic ? (
        <RadioCards
          name="visibility"
          legend={t("visibility")}
          columns={2}
          defaultValue="public"
          options={[
            { value: "public", label: t("visibilityPublic"), hint: t("visibilityPublicHint") },
            { value: "members", label: t("visibilityMembers"), hint: t("visibilityMembersHint") },
          ]}
        />
      ) : null}
      <div>
        <SubmitButton size="lg" busy={pending || created !== null}>
          {t("submit")}
        </SubmitButton>
      </div>
    </form>
  );
}

type FieldErrors = ActionError["fields"];

function Times({ fields, allDay }: { fields: FieldErrors; allDay: boolean }) {
  const t = useTranslations("events.form");
  const sides = [
    {
      day: "starts_on",
      time: "starts_time",
      dayLabel: t("startsOn"),
      timeLabel: t("startsTime"),
      needed: true,
    },
    { day: "ends_on", time: "ends_time", dayLabel: t("endsOn"), timeLabel: t("endsTime"), needed: false },
  ] as const;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {sides.map(({ day, time, dayLabel, timeLabel, needed }) => (
        <div key={day} className="grid grid-cols-[3fr_2fr] items-start gap-3">
          <Field
            name={day}
            label={dayLabel}
            error={fields?.[day]}
            required={needed}
            optional={needed ? undefined : t("optional")}
            className={allDay ? "col-span-2" : undefined}
          >
            {(control) => <Input {...control} type="date" />}
          </Field>
          {allDay ? null : (
            <Field name={time} label={timeLabel} error={fields?.[time]} required={needed}>
              {(control) => <Input {...control} type="time" />}
            </Field>
          )}
        </div>
      ))}
    </div>
  );
}

function SkippedTime({ skipped }: { skipped: Extract<EventOutcome, { outcome: "skipped_time" }> }) {
  const t = useTranslations("events.form");
  const format = useFormatter();
  const asUtc = (wall: string) => new Date(wallTimeAsUtc(wall));
  const clock = (wall: string) =>
    format.dateTime(asUtc(wall), { hour: "numeric", minute: "2-digit", timeZone: "UTC" });
  const day = format.dateTime(asUtc(skipped.wall), { dateStyle: "long", timeZone: "UTC" });
  return (
    <div role="alert">
      <FieldError>
        {t("skipped", {
          time: clock(skipped.wall),
          date: day,
          town: townOf(skipped.zone),
          next: clock(skipped.next),
        })}
      </FieldError>
    </div>
  );
}

function Where({ fields }: { fields: FieldErrors }) {
  const t = useTranslations("events.form");
  return (
    <div className="grid gap-4">
      <Field name="venue" label={t("venue")} optional={t("optional")} error={fields?.venue}>
        {(control) => <Input {...control} maxLength={300} dir="auto" />}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="city" label={t("city")} optional={t("optional")} error={fields?.city}>
          {(control) => <Input {...control} maxLength={200} dir="auto" autoComplete="address-level2" />}
        </Field>
        <Field name="country" label={t("country")} optional={t("optional")} error={fields?.country}>
          {(control) => <Input {...control} maxLength={200} dir="auto" autoComplete="country-name" />}
        </Field>
      </div>
      <Checkbox name="online" label={t("online")} />
      <Field name="url" label={t("url")} hint={t("urlHint")} optional={t("optional")} error={fields?.url}>
        {(control) => <Input {...control} type="url" inputMode="url" dir="ltr" />}
      </Field>
    </div>
  );
}
