"use client";

import { useTranslations } from "next-intl";
import { daysOf, isAllDay, lanesOf, minutesIn, type PlanDay } from "@/lib/journeys/rules";
import type { Activity } from "@/lib/journeys/schemas";
import { ActivityBlock } from "./activity-block";
import { ActivityRows } from "./activity-rows";
import type { Board } from "./board";
import { DayHead } from "./day-head";
import { isTimed } from "./use-moving";
import { useTelling } from "./use-telling";

const HOUR_PX = 48;
const DAY_PX = 176;
const HEAD_PX = 56;
/** What is for the whole day stands in its head, in rows of this height. */
const WHOLE_PX = 48;
const RUNNING_PX = 22;
const MINUTES_PER_PIXEL = 60 / HOUR_PX;
const LEAST_PX = 24;
/** What a word of usual length needs beside others. */
const LANE_PX = 96;

interface Hours {
  from: number;
  to: number;
}

/** The hours that are drawn: those of a day that one is awake, and all in which something happens. */
function hoursDrawn(rows: readonly Activity[]): Hours {
  const spans = rows
    .filter(isTimed)
    .filter((row) => !isAllDay(row))
    .map(minutesIn);
  return {
    from: Math.min(8, ...spans.map(({ from }) => Math.floor(from / 60))),
    to: Math.max(20, ...spans.map(({ to }) => Math.ceil(to / 60))),
  };
}

interface TimelineProps {
  board: Board;
  /** The only day to be shown. */
  only?: string;
}

/** Days beside each other, the hours from above to below: things are blocks as long as they take. */
export function TimelineView({ board, only }: TimelineProps) {
  const t = useTranslations("journeys");
  const { days, untimed } = daysOf(board.journey, board.rows);
  const shown = only ? days.filter(({ date }) => date === only) : days;
  const hours = hoursDrawn(shown.flatMap(({ activities }) => activities));
  const above = shown.map(
    ({ activities, running }) => activities.filter(isAllDay).length * WHOLE_PX + running.length * RUNNING_PX,
  );
  const head = HEAD_PX + Math.max(0, ...above);
  return (
    <div className="grid grid-cols-1 gap-8">
      {untimed.length > 0 ? (
        <section aria-label={t("untimed")}>
          <h2 className="font-serif text-title-sm tracking-title">{t("untimed")}</h2>
          <ActivityRows board={board} rows={untimed} />
        </section>
      ) : null}
      {shown.length > 0 ? (
        <section
          aria-label={t("view.timeline")}
          className="overflow-x-auto rounded-surface border border-line print:overflow-visible"
        >
          <div className="flex w-max min-w-full">
            <HourScale hours={hours} head={head} />
            {shown.map((day) => (
              <DayColumn key={day.date} board={board} day={day} hours={hours} head={head} />
            ))}
          </div>
        </section>
      ) : null}
    </div>
  );
}

function HourScale({ hours, head }: { hours: Hours; head: number }) {
  const tell = useTelling();
  return (
    <div
      aria-hidden
      className="sticky start-0 z-20 w-16 shrink-0 whitespace-nowrap border-e border-line bg-surface"
      style={{ paddingBlockStart: head }}
    >
      {Array.from({ length: hours.to - hours.from }, (_, n) => hours.from + n).map((hour) => (
        <div
          key={hour}
          className="-mt-2 pe-2 text-end text-xs text-ink-muted"
          style={{ blockSize: HOUR_PX, marginBlockEnd: 8 }}
        >
          {tell.clock(`2000-01-01T${String(hour).padStart(2, "0")}:00`)}
        </div>
      ))}
    </div>
  );
}

interface DayColumnProps {
  board: Board;
  day: PlanDay<Activity>;
  hours: Hours;
  /** How high the heads of all days are. */
  head: number;
}

function DayColumn({ board, day, hours, head }: DayColumnProps) {
  const tell = useTelling();
  const timed = day.activities.filter(isTimed);
  const whole = timed.filter(isAllDay);
  const blocks = timed.filter((row) => !isAllDay(row));
  const lanes = lanesOf(blocks);
  const most = Math.max(1, ...[...lanes.values()].map((one) => one.lanes));
  return (
    <section
      data-day={day.date}
      aria-labelledby={`col-${day.date}`}
      className="shrink-0 grow border-e border-line [content-visibility:auto] last:border-e-0 print:[content-visibility:visible]"
      style={{ inlineSize: Math.max(DAY_PX, most * LANE_PX) }}
    >
      <div className="overflow-hidden border-b border-line px-2" style={{ blockSize: head }}>
        <div className="flex items-center" style={{ blockSize: HEAD_PX }}>
          <DayHead id={`col-${day.date}`} date={day.date} zone={board.journey.time_zone} short />
        </div>
        {day.running.map((row) => (
          <p
            key={row.id}
            title={tell.running(row, day.date)}
            className="truncate text-xs text-ink-muted"
            style={{ blockSize: RUNNING_PX, inlineSize: DAY_PX - 16 }}
          >
            {tell.running(row, day.date)}
          </p>
        ))}
        {whole.map((row) => (
          <div key={row.id} className="pb-1" style={{ blockSize: WHOLE_PX }}>
            <Block board={board} row={row} />
          </div>
        ))}
      </div>
      <div
        className="relative bg-[linear-gradient(var(--line)_1px,transparent_1px)]"
        style={{ blockSize: (hours.to - hours.from) * HOUR_PX, backgroundSize: `100% ${HOUR_PX}px` }}
      >
        {blocks.map((row) => {
          const { from, to } = minutesIn(row);
          const { lane, lanes: count } = lanes.get(row.id) ?? { lane: 0, lanes: 1 };
          return (
            <div
              key={row.id}
              className="absolute p-px"
              style={{
                insetBlockStart: (from - hours.from * 60) / MINUTES_PER_PIXEL,
                blockSize: Math.max(LEAST_PX, (to - from) / MINUTES_PER_PIXEL),
                insetInlineStart: `${(100 * lane) / count}%`,
                inlineSize: `${100 / count}%`,
                zIndex: board.lifted === row.id ? 10 : undefined,
              }}
            >
              <Block board={board} row={row} />
            </div>
          );
        })}
      </div>
    </section>
  );
}

function Block({ board, row }: { board: Board; row: Activity }) {
  return (
    <ActivityBlock
      tools={board.tools}
      row={row}
      lifted={board.lifted === row.id}
      warned={board.warnings.has(row.id)}
      minutesPerPixel={MINUTES_PER_PIXEL}
    />
  );
}
