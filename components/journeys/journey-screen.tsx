"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { Suspense, useEffect, useEffectEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { DialogPanel } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Plus } from "@/components/ui/icons";
import { late } from "@/components/ui/late";
import { useSoon } from "@/components/ui/use-soon";
import { JOURNEY_VIEWS } from "@/lib/journeys/choices";
import { countStates } from "@/lib/journeys/rules";
import type { Activity, JourneyPage } from "@/lib/journeys/schemas";
import { hearsShortcut, keyOf } from "@/lib/shortcuts/keys";
import { JourneyHead } from "./journey-head";
import { ChartView, JourneyView as View } from "./journey-view";
import { Talk } from "./talk";
import { UnsavedNotices } from "./unsaved-notices";
import { useBoard } from "./use-board";
import { useJourneyLive } from "./use-journey-live";
import { focusActivity } from "./use-moving";

const AddDialog = late(async () => (await import("./add-dialog")).AddDialog);
const ActivityDialog = late(async () => (await import("./activity-dialog")).ActivityDialog);
const MergeDialog = late(async () => (await import("./merge-dialog")).MergeDialog);
const SOON = [DialogPanel, ActivityDialog, AddDialog, ChartView];

/** A journey to read and to plan, in the view that the address names. */
export function JourneyScreen({ page }: { page: JourneyPage }) {
  const t = useTranslations("journeys");
  const address = useSearchParams();
  const view = JOURNEY_VIEWS.find((one) => one === address.get("view")) ?? null;
  const [opened, setOpened] = useState<Activity | null>(null);
  const [adding, setAdding] = useState(false);
  const { board, planner, said } = useBoard(page, setOpened);
  useJourneyLive(page.journey.id);
  const { mayEdit, rows } = board;
  const { conflict } = planner;
  useSoon(SOON);
  useNewKey(() => mayEdit && setAdding(true));
  const onAdded = (id: string) => {
    setAdding(false);
    requestAnimationFrame(() => focusActivity(id));
  };
  return (
    <>
      <JourneyHead page={page} counts={countStates(rows)} view={view} onAdd={() => setAdding(true)} />
      <p id="journey-keys" className="sr-only">
        {t(mayEdit ? "keys" : "keysRead")}
      </p>
      <p role="status" className="sr-only">
        {said}
      </p>
      <UnsavedNotices planner={planner} />
      {rows.length > 0 ? (
        <View board={board} view={view} day={address.get("day")} />
      ) : (
        <EmptyState
          title={t("emptyTitle")}
          text={t("emptyText")}
          island={page.journey.id}
          action={
            mayEdit ? (
              <Button variant="primary" icon={<Plus aria-hidden size={18} />} onClick={() => setAdding(true)}>
                {t("add.open")}
              </Button>
            ) : undefined
          }
        />
      )}
      {board.together ? (
        <div className="mt-12 max-w-reading print:hidden">
          <Talk journey={page.journey} comments={page.comments} />
        </div>
      ) : null}
      <Suspense>
        {adding ? <AddDialog board={board} onClose={() => setAdding(false)} onAdded={onAdded} /> : null}
        {opened ? (
          <ActivityDialog
            board={board}
            row={opened}
            comments={page.comments}
            onClose={() => setOpened(null)}
          />
        ) : null}
        {conflict ? (
          <MergeDialog
            key={`${conflict.theirs.id} ${conflict.theirs.version}`}
            planner={planner}
            conflict={conflict}
          />
        ) : null}
      </Suspense>
    </>
  );
}

/** `n` anywhere on the page adds something. */
function useNewKey(onNew: () => void): void {
  const add = useEffectEvent(onNew);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!hearsShortcut(event) || keyOf(event) !== "n") return;
      event.preventDefault();
      add();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
