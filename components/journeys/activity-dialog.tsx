"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { withChanges } from "@/lib/journeys/changes";
import type { Activity, JourneyComment } from "@/lib/journeys/schemas";
import { ActivityAbout } from "./activity-about";
import { ActivityFields } from "./activity-fields";
import type { Board } from "./board";
import { readActivityForm } from "./read-form";
import { Talk } from "./talk";
import { useTelling } from "./use-telling";

const FORM_ID = "activity-form";

interface ActivityDialogProps {
  board: Board;
  /** As it stood when it was opened: what is changed is changed from this. */
  row: Activity;
  comments: readonly JourneyComment[];
  onClose: () => void;
}

/** One activity with all it says, what could not be saved of it too, to change it where one may, and what was said about it. */
export function ActivityDialog({ board, row, comments, onClose }: ActivityDialogProps) {
  const t = useTranslations("journeys");
  const tell = useTelling();
  const [from] = useState(() => board.unsaved.get(row.id) ?? { base: row, changes: {} });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = readActivityForm(new FormData(event.currentTarget), row);
    if (!form) return;
    void board.planner.saveForm(from, form);
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={tell.title(row)}
      description={tell.when(row)}
      closeLabel={t("close")}
      footer={
        board.mayEdit ? (
          <>
            <Button onClick={onClose}>{t("cancel")}</Button>
            <Button type="submit" form={FORM_ID} variant="primary">
              {t("save")}
            </Button>
          </>
        ) : undefined
      }
    >
      <ActivityAbout board={board} row={row} />
      {board.mayEdit ? (
        <form id={FORM_ID} onSubmit={submit} className="grid grid-cols-1 gap-4">
          <ActivityFields
            row={withChanges(from.base, from.changes)}
            mayHide={board.journey.role === "owner"}
          />
        </form>
      ) : null}
      {board.together ? <Talk journey={board.journey} activity={row.id} comments={comments} /> : null}
    </Dialog>
  );
}
