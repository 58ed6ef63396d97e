"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type PointerEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { toast } from "@/components/ui/toast";
import { withChanges } from "@/lib/journeys/changes";
import { moveBy } from "@/lib/journeys/rules";
import type { Activity } from "@/lib/journeys/schemas";
import { useOrdering } from "./use-ordering";
import type { Planner } from "./use-planner";
import { useTelling } from "./use-telling";

export const STEP_MINUTES = 15;
const DAY_MINUTES = 1440;
/** How far a pointer goes before it drags, in pixels. */
const SLACK = 5;

interface Lifted {
  id: string;
  minutes: number;
}

type Timed = Activity & { starts_local: string; ends_local: string };
export const isTimed = (row: Activity): row is Timed => row.starts_local !== null && row.ends_local !== null;

/**
 * Moves activities in time, or in the list where they have none: lifted with Space and carried with arrows, dragged, or by
 * steps from a menu.
 */
export function useMoving(planner: Planner, mayEdit: boolean) {
  const t = useTranslations("journeys");
  const tell = useTelling();
  const [lifted, setLifted] = useState<Lifted | null>(null);
  const [said, setSaid] = useState("");
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);
  const ordering = useOrdering(planner, setSaid);
  const { step, placeAs } = ordering;
  const held = lifted?.id ?? ordering.held?.id ?? null;
  useKeptFocus(lifted ?? ordering.held, planner.rows);

  /** Moves for good, and offers to take it back. */
  const move = (row: Activity, minutes: number) => {
    setLifted(null);
    if (!isTimed(row) || minutes === 0) return;
    const { starts_local, ends_local } = row;
    const { skipped, ...span } = moveBy(row, minutes);
    void planner.change(row.id, span);
    const told = { title: tell.title(row), when: tell.when({ ...row, ...span }) };
    setSaid(t("moving.putDown", told));
    toast.success(
      skipped ? t("moving.skipped", { ...told, time: skipped.slice(11) }) : t("moving.moved", told),
      {
        action: {
          label: t("undo"),
          onClick: () => void planner.change(row.id, { starts_local, ends_local }),
        },
      },
    );
  };
  const carry = (row: Timed, minutes: number) => {
    setLifted({ id: row.id, minutes });
    const { skipped: _skipped, ...span } = moveBy(row, minutes);
    setSaid(tell.when({ ...row, ...span }));
  };

  const onKey = (event: KeyboardEvent<HTMLElement>, { id }: Activity): boolean => {
    // As it stands, and not where it is carried at the moment.
    const row = planner.rows.find((one) => one.id === id);
    if (!row) return false;
    if (!mayEdit) return false;
    if (!isTimed(row)) return ordering.onKey(event, row);
    const carried = lifted?.id === row.id ? lifted : null;
    if (event.key === " ") {
      if (carried) move(row, carried.minutes);
      else {
        setLifted({ id: row.id, minutes: 0 });
        setSaid(t("moving.lifted", { title: tell.title(row), when: tell.when(row) }));
      }
      return true;
    }
    if (!carried) return false;
    if (event.key === "Enter") move(row, carried.minutes);
    else if (event.key === "Escape") {
      setLifted(null);
      setSaid(t("moving.putBack", { title: tell.title(row) }));
    } else {
      const by = arrowMinutes(event);
      if (by === 0) return false;
      carry(row, carried.minutes + by);
    }
    return true;
  };

  /** Begins to drag with a mouse or pen; a finger scrolls, and has the menu. */
  const onPointerDown = (event: PointerEvent<HTMLElement>, row: Activity, minutesPerPixel: number) => {
    if (!mayEdit || !isTimed(row) || event.button !== 0 || event.pointerType === "touch") return;
    const from = { x: event.clientX, y: event.clientY, day: dayAt(event.clientX, event.clientY) };
    let minutes: number | null = null;
    const listening = new AbortController();
    const finish = (drop: boolean) => {
      listening.abort();
      stop.current = undefined;
      if (minutes === null) return;
      swallowClick();
      if (drop) move(row, minutes);
      else setLifted(null);
    };
    stop.current = () => listening.abort();
    const listen = <K extends keyof WindowEventMap>(name: K, hear: (event: WindowEventMap[K]) => void) =>
      window.addEventListener(name, hear, { signal: listening.signal });
    listen("pointermove", ({ clientX, clientY }) => {
      const [dx, dy] = [clientX - from.x, clientY - from.y];
      if (minutes === null && Math.abs(dx) < SLACK && Math.abs(dy) < SLACK) return;
      const steps = Math.round((dy * minutesPerPixel) / STEP_MINUTES) * STEP_MINUTES;
      const next = steps + daysBetween(from.day, dayAt(clientX, clientY)) * DAY_MINUTES;
      if (next === minutes) return;
      minutes = next;
      setLifted({ id: row.id, minutes: next });
    });
    listen("pointerup", () => finish(true));
    listen("pointercancel", () => finish(false));
    listen("keydown", ({ key }) => key === "Escape" && finish(false));
  };

  return {
    /** A row where it is carried at the moment. */
    shown(row: Activity): Activity {
      if (!isTimed(row)) return ordering.shown(row);
      if (lifted?.id !== row.id) return row;
      const { skipped: _skipped, ...span } = moveBy(row, lifted.minutes);
      return withChanges(row, span);
    },
    lifted: held,
    said,
    move,
    step,
    placeAs,
    onKey,
    onPointerDown,
  };
}

export type Moving = ReturnType<typeof useMoving>;

/** What is carried to another day is another element there: the focus goes along. */
function useKeptFocus(lifted: { id: string } | null, rows: readonly Activity[]): void {
  const carried = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (lifted) carried.current = lifted.id;
    const isShown = rows.some(({ id }) => id === carried.current);
    if (carried.current && isShown && document.activeElement === document.body)
      focusActivity(carried.current);
  }, [lifted, rows]);
}

/** Puts the focus on an activity where it is shown. */
export function focusActivity(id: string): void {
  const all = [...document.querySelectorAll<HTMLElement>(`[data-activity="${id}"]`)];
  all.find((element) => element.offsetParent !== null)?.focus();
}

function arrowMinutes({ key, currentTarget }: KeyboardEvent<HTMLElement>): number {
  const onward = getComputedStyle(currentTarget).direction === "rtl" ? -DAY_MINUTES : DAY_MINUTES;
  const steps: Record<string, number> = {
    ArrowUp: -STEP_MINUTES,
    ArrowDown: STEP_MINUTES,
    ArrowLeft: -onward,
    ArrowRight: onward,
  };
  return steps[key] ?? 0;
}

function dayAt(x: number, y: number): string | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const day = element.closest<HTMLElement>("[data-day]")?.dataset.day;
    if (day) return day;
  }
  return null;
}

function daysBetween(from: string | null, to: string | null): number {
  return from && to ? Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) : 0;
}

/** What was dragged is not pressed as well. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation();
  window.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true }), 0);
}
