"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import { townOf, wallTimeAsUtc } from "@/lib/events/wall-time";
import { isAllDay, shiftWall, untitledAs } from "@/lib/journeys/rules";
import type { Activity } from "@/lib/journeys/schemas";
import type { Warning } from "@/lib/journeys/warnings";

type When = Pick<Activity, "starts_local" | "ends_local" | "time_zone">;

type Translate = ReturnType<typeof useTranslations<"journeys">>;
type Format = ReturnType<typeof useFormatter>;

function makeTelling(t: Translate, format: Format) {
  const utc = (wall: string) => new Date(wallTimeAsUtc(wall));
  const day = (date: string, style: "short" | "long" = "long") =>
    format.dateTime(utc(`${date.slice(0, 10)}T00:00`), {
      weekday: style,
      day: "numeric",
      month: style,
      timeZone: "UTC",
    });
  const clock = (wall: string) =>
    format.dateTime(utc(wall), { hour: "numeric", minute: "2-digit", timeZone: "UTC" });
  const span = (total: number) => {
    const [hours, minutes] = [Math.floor(total / 60), total % 60];
    if (hours === 0) return t("duration.minutes", { minutes });
    return minutes === 0 ? t("duration.hours", { hours }) : t("duration.both", { hours, minutes });
  };
  const title = (row: Pick<Activity, "title" | "source_state">) => row.title ?? t(untitledAs(row));
  /** From when until when on its day, without the day. */
  const hours = ({ starts_local: from, ends_local: until, ...row }: When): string => {
    if (!from || !until) return t("noTime");
    if (isAllDay({ starts_local: from, ends_local: until })) return t("allDay");
    if (from === until) return clock(from);
    const end =
      from.slice(0, 10) === until.slice(0, 10) ? clock(until) : `${day(until, "short")} ${clock(until)}`;
    return row.time_zone ? t("span", { from: clock(from), until: end }) : "";
  };
  return {
    title,
    day,
    clock,
    hours,
    /** That something goes on that began before this day, and until when. */
    running(row: Activity, date: string): string {
      const until = row.ends_local ?? "";
      const end = isAllDay(row)
        ? day(shiftWall(until, -1), "short")
        : until.startsWith(date)
          ? clock(until)
          : `${day(until, "short")} ${clock(until)}`;
      return t("running", { title: title(row), until: end });
    },
    when: (row: When) => (row.starts_local ? `${day(row.starts_local)}, ${hours(row)}` : t("noTime")),
    /** The town of a zone that is not the plan's own. */
    zone: (row: When, home: string) =>
      row.time_zone === home ? null : t("zone", { town: townOf(row.time_zone) }),
    warning(warning: Warning, other: Activity | undefined): string {
      const told = { other: other ? title(other) : t("elsewhere") };
      if (warning.kind === "overlap") return t("warning.overlap", { ...told, span: span(warning.minutes) });
      const { gap, needed, km } = warning;
      return t(`warning.${warning.why}`, { ...told, gap: span(gap), needed: span(needed), km: km ?? 0 });
    },
  };
}

/** Words for what stands in a plan: titles, times, what is in its way. */
export type Telling = ReturnType<typeof makeTelling>;

/** The words of the page’s language; the same object as long as that is the same. */
export function useTelling(): Telling {
  const t = useTranslations("journeys");
  const format = useFormatter();
  return useMemo(() => makeTelling(t, format), [t, format]);
}
