"use client";

import { useFormatter } from "next-intl";
import { wallTimeAsUtc } from "@/lib/events/wall-time";
import type { Recommendation } from "@/lib/recommendations/schemas";

/** Days and times as their place's clocks show them. */
export function useWhen() {
  const format = useFormatter();
  const day = (date: string) =>
    format.dateTime(new Date(wallTimeAsUtc(`${date.slice(0, 10)}T00:00`)), {
      weekday: "short",
      day: "numeric",
      month: "long",
      timeZone: "UTC",
    });
  const clock = (wall: string) =>
    format.dateTime(new Date(wallTimeAsUtc(wall)), { hour: "numeric", minute: "2-digit", timeZone: "UTC" });
  return {
    day,
    span: (from: string, until: string) => (from === until ? day(from) : `${day(from)} – ${day(until)}`),
    item: ({ starts_local: at, all_day }: Recommendation) =>
      at ? (all_day ? day(at) : `${day(at)}, ${clock(at)}`) : null,
  };
}
