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
import { HEADER_TOGETHER, type Header, headerChanges, headerOf, headerOver } from "@/lib/journeys/header";
import { type Saving, saveOver } from "@/lib/journeys/save";
import type { Journey, JourneyPage } from "@/lib/journeys/schemas";
import { JourneyFate } from "./journey-fate";
import { textOf } from "./read-form";
import { useTelling } from "./use-telling";
import { Values } from "./values";
import { ZoneSelect } from "./zone-select";

const FORM_ID = "journey-form";
const SAVING: Saving<Journey, Header> = {
  write: ({ id, version }, changes) => changeJourneyAction({ id, version, changes }),
  fieldsOf: headerOf,
  together: HEADER_TOGETHER,
};

interface SettingsDialogProps {
  page: JourneyPage;
  onClose: () => void;
}

function typedIn(form: FormData): Header {
  return {
    title: textOf(form, "title"),
    note: textOf(form, "note"),
    time_zone: textOf(form, "time_zone"),
    starts_on: textOf(form, "starts_on") || null,
    ends_on: textOf(form, "ends_on") || null,
  };
}

interface Begun {
  /** What one changes from: only what differs from it is sent, and what others changed meanwhile stays. */
  base: Journey;
  /** What the form begins with. */
  form: Header;
  /** Where somebody else changed the same as I did. */
  disputed: readonly Partial<Header>[];
}

/** What stands above a journey; who owns it also copies, puts away and deletes it here. */
export function SettingsDialog({ page, onClose }: SettingsDialogProps) {
  const t = useTranslations("journeys");
  const errors = useTranslations("errors");
  const router = useRouter();
  const [pending, start] = useTransition();
  const [begun, setBegun] = useState<Begun>({ base: page.journey, form: page.journey, disputed: [] });
  const { base } = begun;
  const save = async (form: HTMLFormElement): Promise<void> => {
    const outcome = await saveOver(SAVING, base, headerChanges(typedIn(new FormData(form)), base));
    if (outcome.kind === "saved") {
      router.refresh();
      return onClose();
    }
    if (outcome.kind !== "disputed")
      return void toast.error(
        (outcome.kind === "failed" ? outcome.message : undefined) ?? errors("unavailable"),
      );
    const { row, disputed } = outcome;
    // As it is typed by now, and not as it was sent.
    setBegun({ base: row, form: headerOver(typedIn(new FormData(form)), base, row), disputed });
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    start(() => save(form));
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
      {begun.disputed.length > 0 ? (
        <Notice tone="warn" role="alert" title={t("settings.changed")}>
          <p>{t("settings.changedText")}</p>
          <HeaderValues there={base} disputed={begun.disputed} />
        </Notice>
      ) : null}
      <form id={FORM_ID} onSubmit={submit} className="grid gap-4">
        <JourneyFields key={base.version} journey={begun.form} />
      </form>
      {page.journey.role === "owner" ? <JourneyFate journey={page.journey} /> : null}
    </Dialog>
  );
}

const LABELS = {
  title: "fields.journeyTitle",
  starts_on: "fields.startsOn",
  ends_on: "fields.endsOn",
  time_zone: "fields.journeyZone",
  note: "fields.note",
} as const;

/** What somebody else wrote where I wrote something too. */
function HeaderValues({ there, disputed }: { there: Header; disputed: Begun["disputed"] }) {
  const t = useTranslations("journeys");
  const tell = useTelling();
  const fields = disputed.flatMap((choice) => Object.keys(choice) as (keyof Header)[]);
  const said = (field: keyof Header) => {
    const value = there[field];
    if (!value) return t("merge.nothing");
    return field === "starts_on" || field === "ends_on" ? tell.day(value) : value;
  };
  return <Values of={fields.map((field) => ({ label: t(LABELS[field]), value: said(field) }))} />;
}

function JourneyFields({ journey }: { journey: Header }) {
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
