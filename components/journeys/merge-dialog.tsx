"use client";

import { useTranslations } from "next-intl";
import type { SubmitEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { fieldsOf } from "@/lib/journeys/changes";
import type { ActivityChanges } from "@/lib/journeys/inputs";
import { useFieldTelling } from "./use-field-telling";
import type { Conflict, Planner } from "./use-planner";
import { useTelling } from "./use-telling";

const FORM_ID = "merge-form";

/** Two people changed the same: both are shown, field by field, and one says which stays. */
export function MergeDialog({ planner, conflict }: { planner: Planner; conflict: Conflict }) {
  const t = useTranslations("journeys");
  const tell = useTelling();
  const fields = useFieldTelling();
  const theirs = fieldsOf(conflict.theirs);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    planner.settle(conflict.disputed.filter((_choice, at) => form.get(String(at)) === "mine"));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || planner.settle([])}
      title={t("merge.title")}
      description={t("merge.text", { title: tell.title(conflict.theirs) })}
      closeLabel={t("merge.theirs")}
      footer={
        <>
          <Button onClick={() => planner.settle([])}>{t("merge.leave")}</Button>
          <Button type="submit" form={FORM_ID} variant="primary">
            {t("merge.save")}
          </Button>
        </>
      }
    >
      <form id={FORM_ID} onSubmit={submit} className="grid gap-5">
        {conflict.disputed.map((mine, at) => (
          <fieldset key={fields.label(mine)} className="grid gap-2">
            <legend className="pb-1 text-sm font-semibold">{fields.label(mine)}</legend>
            {(["theirs", "mine"] as const).map((side) => (
              <label key={side} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-3 pointer-coarse:py-2">
                <input
                  type="radio"
                  name={String(at)}
                  value={side}
                  defaultChecked={side === "mine"}
                  className="mt-1 size-5"
                />
                <span className="[overflow-wrap:anywhere]">
                  <span className="block text-sm text-ink-muted">{t(`merge.${side}`)}</span>
                  <bdi className="whitespace-pre-line">
                    {fields.value(side === "mine" ? mine : of(theirs, mine))}
                  </bdi>
                </span>
              </label>
            ))}
          </fieldset>
        ))}
      </form>
    </Dialog>
  );
}

/** The values that stand in the fields of a choice. */
function of(there: ActivityChanges, choice: ActivityChanges): ActivityChanges {
  return Object.fromEntries(Object.entries(there).filter(([field]) => field in choice));
}
