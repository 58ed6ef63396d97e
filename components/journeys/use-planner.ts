"use client";

import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { useUnsavedGuard } from "@/components/settings/use-unsaved-guard";
import { toast } from "@/components/ui/toast";
import {
  addActivitiesAction,
  changeActivityAction,
  followSourceAction,
  removeActivityAction,
} from "@/lib/journeys/actions";
import { FIELDS_TOGETHER, fieldsOf, withChanges } from "@/lib/journeys/changes";
import type { ActivityChanges, NewActivity } from "@/lib/journeys/inputs";
import { newestRows } from "@/lib/journeys/merge";
import { saveOver } from "@/lib/journeys/save";
import type { Activity, JourneyPage } from "@/lib/journeys/schemas";
import { changesWith, type Unsaved } from "@/lib/journeys/unsaved";
import { useUnsaved } from "./use-unsaved";

/** Two people changed the same of an activity to different things. */
export interface Conflict {
  theirs: Activity;
  /** One choice each, with all that I would have there. */
  disputed: ActivityChanges[];
}

interface Kept {
  rows: ReadonlyMap<string, Activity>;
  /** What is on its way to be saved, shown as if it were. */
  pending: ReadonlyMap<string, ActivityChanges>;
}

const byId = (rows: readonly Activity[]) => new Map(rows.map((row) => [row.id, row]));

/** The activities of a journey as they are planned here: shown at once, saved one after the other, merged with others’. */
export function usePlanner(page: JourneyPage) {
  const t = useTranslations("journeys");
  const errors = useTranslations("errors");
  const journey = page.journey.id;
  const [seen, setSeen] = useState(page);
  const [kept, setKept] = useState<Kept>(() => ({ rows: byId(page.activities), pending: new Map() }));
  const unsaved = useUnsaved(journey);
  useUnsavedGuard(unsaved.all.size > 0 || kept.pending.size > 0);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  // What was saved last, for what is saved next: state is a render behind.
  const saved = useRef(kept.rows);
  const queues = useRef(new Map<string, Promise<unknown>>());
  if (seen !== page) {
    setSeen(page);
    setKept({ rows: byId(newestRows(page.activities, kept.rows)), pending: kept.pending });
  }
  const put = (...rows: Activity[]) => {
    saved.current = new Map([...saved.current, ...byId(rows)]);
    setKept((before) => ({ ...before, rows: new Map([...before.rows, ...byId(rows)]) }));
  };
  const drop = (id: string) =>
    setKept((before) => ({
      ...before,
      rows: new Map([...before.rows].filter(([one]) => one !== id)),
    }));
  const failed = (message?: string) => toast.error(message ?? errors("unavailable"));

  const send = async (base: Activity, changes: ActivityChanges): Promise<void> => {
    const outcome = await saveOver(
      {
        write: ({ id, version }, part) => changeActivityAction({ journey, id, version, changes: part }),
        fieldsOf,
        together: FIELDS_TOGETHER,
      },
      base,
      changes,
    );
    if (outcome.kind === "failed" || outcome.kind === "removed") {
      const removed = outcome.kind === "removed";
      if (removed) drop(base.id);
      unsaved.keep({ base, changes, removed });
      const message = removed ? t("removedMeanwhile") : (outcome.message ?? errors("unavailable"));
      const label = t(removed ? "unsaved.putBack" : "unsaved.retry");
      return void toast.error(message, { action: { label, onClick: () => void retry(base.id) } });
    }
    put(outcome.row);
    unsaved.settled(base.id, changes);
    if (outcome.kind === "saved") return;
    const { row, disputed } = outcome;
    setConflicts((waiting) => [...waiting, { theirs: row, disputed }]);
  };

  /** Saves changes made from `base`: what the person saw when they began, by default what stands there now. */
  const change = (id: string, changes: ActivityChanges, base?: Activity): Promise<void> => {
    if (Object.keys(changes).length === 0) return Promise.resolve();
    setKept(({ rows, pending }) => ({
      rows,
      pending: new Map(pending).set(id, { ...pending.get(id), ...changes }),
    }));
    const before = queues.current.get(id) ?? Promise.resolve();
    const mine = before.then(async () => {
      const from = base ?? newest(id);
      if (from) await send(from, changes);
      if (queues.current.get(id) !== mine) return;
      queues.current.delete(id);
      setKept(({ rows, pending }) => ({
        rows,
        pending: new Map([...pending].filter(([one]) => one !== id)),
      }));
    });
    queues.current.set(id, mine);
    return mine;
  };

  const newest = (id: string): Activity | undefined => {
    const [one, other] = [saved.current.get(id), kept.rows.get(id)];
    return one && other ? (one.version > other.version ? one : other) : (one ?? other);
  };

  /** Saves a form; what had not been saved when it was opened stood in it. */
  const saveForm = (from: Pick<Unsaved, "base" | "changes">, form: ActivityChanges): Promise<void> => {
    unsaved.settled(from.base.id, from.changes);
    return change(from.base.id, changesWith(from, form), from.base);
  };

  /** Saves again what could not be saved; what somebody took out meanwhile is put back for it. */
  const retry = async (id: string): Promise<void> => {
    const one = unsaved.find(id);
    if (!one || (one.removed && !(await putBack(id)))) return;
    unsaved.letGo(id);
    await change(id, one.changes, one.base);
  };

  const remove = async (id: string): Promise<void> => {
    const row = kept.rows.get(id);
    drop(id);
    const answer = await removeActivityAction({ journey, id }).catch(() => null);
    if (!answer?.ok) {
      if (row) put(row);
      return void failed(answer?.error.message);
    }
    toast.success(t("removed"), { action: { label: t("undo"), onClick: () => void putBack(id) } });
  };

  const putBack = async (id: string): Promise<boolean> => {
    const answer = await removeActivityAction({ journey, id, back: true }).catch(() => null);
    const row = answer?.ok ? answer.data : null;
    if (row) put(row);
    else failed(answer?.ok ? undefined : answer?.error.message);
    return row !== null;
  };

  /** Adds activities; gives what was added, null where that failed. */
  const add = async (activities: NewActivity[]): Promise<Activity[] | null> => {
    const answer = await addActivitiesAction({ journey, activities }).catch(() => null);
    if (!answer?.ok) {
      failed(answer?.error.message);
      return null;
    }
    put(...answer.data);
    return answer.data;
  };

  const follow = async (row: Activity): Promise<void> => {
    const answer = await followSourceAction({ journey, id: row.id, version: row.version }).catch(() => null);
    if (!answer?.ok) return void failed(answer?.error.message);
    if (answer.data.row) put(answer.data.row);
  };

  const rows = useMemo(
    () =>
      [...kept.rows.values()].map((row) => {
        const changes = kept.pending.get(row.id);
        return changes ? withChanges(row, changes) : row;
      }),
    [kept],
  );
  return {
    rows,
    change,
    saveForm,
    remove,
    add,
    follow,
    put,
    retry,
    /** What could not be saved, by its activity. */
    unsaved: unsaved.all,
    letGo: unsaved.letGo,
    /** The first of what is disputed, to be answered before the next. */
    conflict: conflicts[0] ?? null,
    /** Answers it: with those of my choices that are to be saved over theirs. */
    settle(chosen: readonly ActivityChanges[]) {
      const [answered] = conflicts;
      if (!answered) return;
      const { theirs } = answered;
      setConflicts((waiting) => waiting.filter((one) => one !== answered));
      void change(theirs.id, Object.assign({}, ...chosen), theirs);
    },
  };
}

export type Planner = ReturnType<typeof usePlanner>;
