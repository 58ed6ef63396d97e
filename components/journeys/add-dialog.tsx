"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { newId } from "@/lib/ids/uuid";
import type { NewActivity } from "@/lib/journeys/inputs";
import type { Board } from "./board";
import { readSpan } from "./read-form";
import { SourceSearch } from "./source-search";

const FORM_ID = "add-activity";

interface AddDialogProps {
  board: Board;
  onClose: () => void;
  /** Tells what was added, by its id. */
  onAdded: (id: string) => void;
}

/** Puts something into a journey: from one’s communities, or in one’s own words. */
export function AddDialog({ board, onClose, onAdded }: AddDialogProps) {
  const t = useTranslations("journeys");
  const [busy, setBusy] = useState(false);
  const [own, setOwn] = useState(false);
  const add = async (activity: NewActivity) => {
    if (busy) return;
    setBusy(true);
    const added = await board.planner.add([{ ...activity, id: newId() }]);
    setBusy(false);
    if (added?.[0]) onAdded(added[0].id);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const title = String(form.get("title") ?? "").trim();
    const place = String(form.get("place") ?? "").trim();
    const { starts_local, ends_local } = readSpan(form);
    const time = starts_local && ends_local ? { starts_local, ends_local } : {};
    if (title) void add({ kind: "free", title, ...time, ...(place ? { place } : {}) });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("add.title")}
      closeLabel={t("close")}
      footer={
        own ? (
          <Button type="submit" form={FORM_ID} variant="primary" busy={busy}>
            {t("add.own")}
          </Button>
        ) : undefined
      }
    >
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">{t("add.how")}</legend>
        <Button
          size="sm"
          aria-pressed={!own}
          variant={own ? "outline" : "primary"}
          onClick={() => setOwn(false)}
        >
          {t("add.fromCommunities")}
        </Button>
        <Button
          size="sm"
          aria-pressed={own}
          variant={own ? "primary" : "outline"}
          onClick={() => setOwn(true)}
        >
          {t("add.ownWords")}
        </Button>
      </fieldset>
      {own ? (
        <form id={FORM_ID} onSubmit={submit} className="grid grid-cols-1 gap-4">
          <OwnFields day={board.journey.starts_on} />
        </form>
      ) : (
        <SourceSearch
          busy={busy}
          onChoose={({ kind, tenant_id, id }) =>
            void add({ kind, source_tenant_id: tenant_id, source_id: id })
          }
        />
      )}
    </Dialog>
  );
}

function OwnFields({ day }: { day: string | null }) {
  const t = useTranslations("journeys");
  return (
    <>
      <Field name="title" label={t("fields.title")} required>
        {(control) => <Input {...control} maxLength={300} autoComplete="off" autoFocus />}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field name="day" label={t("fields.day")} className="col-span-2" hint={t("add.dayHint")}>
          {(control) => <Input {...control} type="date" defaultValue={day ?? ""} />}
        </Field>
        <Field name="from" label={t("fields.from")}>
          {(control) => <Input {...control} type="time" />}
        </Field>
        <Field name="until" label={t("fields.until")}>
          {(control) => <Input {...control} type="time" />}
        </Field>
      </div>
      <Field name="place" label={t("fields.place")} optional={t("optional")}>
        {(control) => <Input {...control} maxLength={300} autoComplete="off" />}
      </Field>
    </>
  );
}
