"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { changeJourneyAction } from "@/lib/journeys/actions";
import { mergeChanges } from "@/lib/journeys/merge";
import type { Journey, JourneyPage } from "@/lib/journeys/schemas";
import { JourneyFate } from "./journey-fate";
import { textOf } from "./read-form";
import { ZoneSelect } from "./zone-select";

const FORM_ID = "journey-form";

interface SettingsDialogProps {
  page: JourneyPage;
  onClose: () => void;
}

type Editable = Pick<Journey, "title" | "note" | "time_zone" | "starts_on" | "ends_on">;

function editableOf({ title, note, time_zone, starts_on, ends_on }: Editable): Editable {
  return { title, note, time_zone, starts_on, ends_on };
}

function changesOf(form: FormData, before: Journey): Partial<Editable> {
  const typed: Editable = {
    title: textOf(form, "title"),
    note: textOf(form, "note"),
    time_zone: textOf(form, "time_zone"),
    starts_on: textOf(form, "starts_on") || null,
    ends_on: textOf(form, "ends_on") || null,
  };
  const fields = Object.keys(typed) as (keyof Editable)[];
  return Object.fromEntries(
    fields.filter((field) => typed[field] !== before[field]).map((field) => [field, typed[field]]),
  );
}

/** What stands above a journey; who owns it also copies, puts away and deletes it here. */
export function SettingsDialog({ page, onClose }: SettingsDialogProps) {
  const t = useTranslations("journeys");
  const errors = useTranslations("errors");
  const router = useRouter();
  const [pending, start] = useTransition();
  // What one began from: only what one changed is sent, and what others changed meanwhile stays.
  const [opened] = useState(page.journey);
  const [other, setOther] = useState<Journey | null>(null);
  const send = async (mine: Partial<Editable>, base: Journey): Promise<void> => {
    const answer = await changeJourneyAction({ id: base.id, version: base.version, changes: mine }).catch(
      () => null,
    );
    if (!answer?.ok) return void toast.error(answer?.error.message ?? errors("unavailable"));
    const { outcome, row } = answer.data;
    if (outcome === "conflict" && row) {
      const { clear, disputed } = mergeChanges(editableOf(base), mine, editableOf(row));
      if (disputed.length > 0) return setOther(row);
      return send(clear, row);
    }
    router.refresh();
    onClose();
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const mine = changesOf(new FormData(event.currentTarget), opened);
    start(() => send(mine, other ?? opened));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("settings.title")}
      closeLabel={t("close")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={FORM_ID} variant="primary" busy={pending}>
            {t("save")}
          </Button>
        </>
      }
    >
      {other ? (
        <Notice tone="warn" role="alert" title={t("settings.changed")}>
          {t("settings.changedText", {
            title: other.title,
            from: other.starts_on ?? "–",
            until: other.ends_on ?? "–",
          })}
        </Notice>
      ) : null}
      <form id={FORM_ID} onSubmit={submit} className="grid gap-4">
        <JourneyFields journey={opened} />
      </form>
      {page.journey.role === "owner" ? <JourneyFate journey={page.journey} /> : null}
    </Dialog>
  );
}

function JourneyFields({ journey }: { journey: Journey }) {
  const t = useTranslations("journeys");
  return (
    <>
      <Field name="title" label={t("fields.journeyTitle")} required>
        {(control) => (
          <Input {...control} required maxLength={200} autoComplete="off" defaultValue={journey.title} />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field name="starts_on" label={t("fields.startsOn")}>
          {(control) => <Input {...control} type="date" defaultValue={journey.starts_on ?? ""} />}
        </Field>
        <Field name="ends_on" label={t("fields.endsOn")}>
          {(control) => <Input {...control} type="date" defaultValue={journey.ends_on ?? ""} />}
        </Field>
      </div>
      <Field name="time_zone" label={t("fields.journeyZone")}>
        {(control) => <ZoneSelect control={control} zone={journey.time_zone} />}
      </Field>
      <Field name="note" label={t("fields.note")} optional={t("optional")}>
        {(control) => <Textarea {...control} rows={2} maxLength={5000} defaultValue={journey.note} />}
      </Field>
    </>
  );
}
