"use client";

import { useTranslations } from "next-intl";
import type { SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { fieldsOf, mergedChanges } from "@/lib/journeys/changes";
import type { ActivityChanges } from "@/lib/journeys/inputs";
import type { Activity } from "@/lib/journeys/schemas";
import type { Conflict, Planner } from "./use-planner";
import { useTelling } from "./use-telling";

const FORM_ID = "merge-form";

/** Two people changed the same: both are shown, field by field, and one says which stays. */
export function MergeDialog({ planner, conflict }: { planner: Planner; conflict: Conflict }) {
  const t = useTranslations("journeys");
  const tell = useTelling();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    planner.settle(mergedChanges(conflict, (field) => form.get(field) === "mine"));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || planner.settle({})}
      title={t("merge.title")}
      description={t("merge.text", { title: tell.title(conflict.theirs) })}
      closeLabel={t("merge.theirs")}
      footer={
        <>
          <Button onClick={() => planner.settle({})}>{t("merge.leave")}</Button>
          <Button type="submit" form={FORM_ID} variant="primary">
            {t("merge.save")}
          </Button>
        </>
      }
    >
      <form id={FORM_ID} onSubmit={submit} className="grid gap-5">
        {conflict.disputed.map((field) => (
          <fieldset key={field} className="grid gap-2">
            <legend className="pb-1 text-sm font-semibold">{t(`field.${field}`)}</legend>
            {(["theirs", "mine"] as const).map((side) => (
              <label key={side} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-3 pointer-coarse:py-2">
                <input
                  type="radio"
                  name={field}
                  value={side}
                  defaultChecked={side === "mine"}
                  className="mt-1 size-5"
                />
                <span className="[overflow-wrap:anywhere]">
                  <span className="block text-sm text-ink-muted">{t(`merge.${side}`)}</span>
                  <Value field={field} value={readSide(conflict, side, field)} />
                </span>
              </label>
            ))}
          </fieldset>
        ))}
      </form>
    </Dialog>
  );
}

function readSide(
  { mine, theirs }: Conflict,
  side: "mine" | "theirs",
  field: keyof ActivityChanges,
): unknown {
  return (side === "mine" ? mine : fieldsOf(theirs))[field];
}

function Value({ field, value }: { field: keyof ActivityChanges; value: unknown }) {
  const t = useTranslations("journeys");
  const tell = useTelling();
  if (value === null || value === undefined || value === "") return <em>{t("merge.nothing")}</em>;
  if (field === "state") return t(`state.${value as Activity["state"]}`);
  if (field === "visible_to") return t(value === "me" ? "onlyMe" : "everybody");
  if (field === "starts_local" || field === "ends_local") {
    const wall = String(value);
    return `${tell.day(wall)}, ${tell.clock(wall)}`;
  }
  return <bdi className="whitespace-pre-line">{String(value)}</bdi>;
}
