"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useDragOrder } from "@/components/community-switcher/use-drag-order";
import { daysOf } from "@/lib/journeys/rules";
import type { Activity } from "@/lib/journeys/schemas";
import { ActivityRows } from "./activity-rows";
import type { Board } from "./board";
import { DayHead } from "./day-head";
import { isTimed } from "./use-moving";
import { useTelling } from "./use-telling";

/** A journey day by day, one thing below the other. A row dragged onto another day goes there at its own hour. */
export function ListView({ board }: { board: Board }) {
  const t = useTranslations("journeys");
  const tell = useTelling();
  const box = useRef<HTMLDivElement>(null);
  const { days, untimed } = daysOf(board.journey, board.rows);
  useDragOrder(box, (dragged, target) => {
    const row = board.rows.find(({ id }) => id === dragged);
    if (row) dropOn(row, target, board, untimed);
  });
  return (
    <div ref={box} className="grid max-w-[52rem] grid-cols-1 gap-8">
      {untimed.length > 0 ? (
        <section aria-label={t("untimed")}>
          <h2 className="font-serif text-title-sm tracking-title">{t("untimed")}</h2>
          <ActivityRows board={board} rows={untimed} />
        </section>
      ) : null}
      {days.map(({ date, activities, running }) => (
        <section key={date} data-day={date} aria-labelledby={`day-${date}`}>
          <div data-drag={`day:${date}`}>
            <DayHead id={`day-${date}`} date={date} zone={board.journey.time_zone} />
          </div>
          {running.map((row) => (
            <p key={row.id} className="pt-2 text-sm text-ink-muted [overflow-wrap:anywhere]">
              {tell.running(row, date)}
            </p>
          ))}
          {activities.length > 0 ? (
            <ActivityRows board={board} rows={activities} />
          ) : running.length > 0 ? null : (
            <p className="border-b border-line py-3 text-sm text-ink-muted">{t("freeDay")}</p>
          )}
        </section>
      ))}
    </div>
  );
}

function dropOn(row: Activity, target: string, board: Board, untimed: readonly Activity[]): void {
  const day = target.startsWith("day:")
    ? target.slice(4)
    : board.rows.find(({ id }) => id === target)?.starts_local?.slice(0, 10);
  if (day && isTimed(row)) {
    const days = (Date.parse(day) - Date.parse(row.starts_local.slice(0, 10))) / 86_400_000;
    board.moving.move(row, days * 1440);
    return;
  }
  if (day) {
    // What had no time begins at noon until somebody says otherwise.
    void board.planner.change(row.id, { starts_local: `${day}T12:00`, ends_local: `${day}T13:00` });
    return;
  }
  const isIdea = untimed.some(({ id }) => id === target);
  if (isIdea && !isTimed(row)) board.moving.placeAs(row, target);
}
