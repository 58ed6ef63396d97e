"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { inOrder } from "@/lib/journeys/rules";
import type { Activity, JourneyPage } from "@/lib/journeys/schemas";
import type { AllUnsaved } from "@/lib/journeys/unsaved";
import { findWarnings } from "@/lib/journeys/warnings";
import type { Board, Tools } from "./board";
import { useMoving } from "./use-moving";
import { usePlanner } from "./use-planner";
import { useSameFunctions } from "./use-same-functions";
import { type Telling, useTelling } from "./use-telling";

/** The words of each activity’s warnings, by its id. What could not be saved comes first. */
function useWarnings(
  rows: readonly Activity[],
  unsaved: AllUnsaved,
  tell: Telling,
): ReadonlyMap<string, readonly string[]> {
  const found = useMemo(() => findWarnings(rows), [rows]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const t = useTranslations("journeys");
  const warnings = new Map<string, string[]>([...unsaved.keys()].map((id) => [id, [t("unsaved.row")]]));
  for (const one of found) {
    const told = tell.warning(one, byId.get(one.other));
    warnings.set(one.id, [...(warnings.get(one.id) ?? []), told]);
  }
  return warnings;
}

/** A journey as it is planned here, with what it is planned by. */
export function useBoard(page: JourneyPage, onOpen: (row: Activity) => void) {
  const { id, time_zone, role } = page.journey;
  const tell = useTelling();
  const planner = usePlanner(page);
  const mayEdit = role !== "voter";
  const moving = useMoving(planner, mayEdit);
  const together = page.people.length > 1;
  const { change, saveForm, remove, add, follow, put } = planner;
  const { move, step, placeAs, onKey, onPointerDown } = moving;
  const planning = useSameFunctions({ change, saveForm, remove, add, follow, put });
  const carrying = useSameFunctions({ move, step, placeAs, onKey, onPointerDown });
  const { open } = useSameFunctions({
    open(wanted: string) {
      const row = planner.rows.find((one) => one.id === wanted);
      if (row) onOpen(row);
    },
  });
  const known = JSON.stringify(page.communities);
  const places = useMemo(
    () => new Map((JSON.parse(known) as JourneyPage["communities"]).map((place) => [place.id, place])),
    [known],
  );
  const tools = useMemo<Tools>(
    () => ({
      journey: { id, time_zone, role },
      places,
      mayEdit,
      together,
      planner: planning,
      moving: carrying,
      tell,
      open,
    }),
    [id, time_zone, role, places, mayEdit, together, planning, carrying, tell, open],
  );
  const board: Board = {
    ...tools,
    tools,
    journey: page.journey,
    rows: inOrder(planner.rows.map(moving.shown)),
    warnings: useWarnings(planner.rows, planner.unsaved, tell),
    unsaved: planner.unsaved,
    lifted: moving.lifted,
  };
  return { board, planner, said: moving.said };
}
