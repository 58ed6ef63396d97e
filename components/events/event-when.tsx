"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { EventSummary } from "@/lib/events/schemas";
import { agree, townOf, wallTimeAsUtc } from "@/lib/events/wall-time";
import { useViewerZone } from "./use-viewer-zone";

type Timed = Pick<
  EventSummary,
  "all_day" | "starts_local" | "ends_local" | "starts_at" | "ends_at" | "time_zone" | "online"
>;

interface EventWhenProps {
  event: Timed;
  /** The reader's own zone where they chose one. */
  viewerZone: string | null;
}

const DAY = { weekday: "short", day: "numeric", month: "short", year: "numeric" } as const;
const MINUTES = { ...DAY, hour: "numeric", minute: "2-digit" } as const;
const ONE_DAY = 86_400_000;

/** When an event is. In person the clock at the venue comes first, online the reader's own; both zones are named. */
export function EventWhen({ event, viewerZone }: EventWhenProps) {
  const t = useTranslations("events");
  const format = useFormatter();
  const mine = useViewerZone(viewerZone);
  if (event.all_day) return <AllDay event={event} />;
  const [from, to] = [new Date(event.starts_at), new Date(event.ends_at)];
  const told = (zone: string) => ({
    zone: t("zone", { town: townOf(zone) }),
    text:
      from.getTime() === to.getTime()
        ? format.dateTime(from, { ...MINUTES, timeZone: zone })
        : format.dateTimeRange(from, to, { ...MINUTES, timeZone: zone }),
  });
  const venue = told(event.time_zone);
  const own = mine && !agree(mine, event.time_zone, from.getTime(), to.getTime()) ? told(mine) : null;
  const [first, second] = own && event.online ? [own, venue] : [venue, own];
  return (
    <span className="grid gap-0.5">
      <span>
        {/* Node and browsers disagree about the spaces in a range of times. */}
        <time dateTime={event.starts_at} suppressHydrationWarning>
          {first.text}
        </time>{" "}
        <span className="whitespace-nowrap text-ink-muted">{first.zone}</span>
      </span>
      {second ? (
        <span className="text-sm text-ink-muted" suppressHydrationWarning>
          {second.text} {second.zone}
        </span>
      ) : null}
    </span>
  );
}

function AllDay({ event }: { event: Timed }) {
  const t = useTranslations("events");
  const format = useFormatter();
  const from = new Date(wallTimeAsUtc(event.starts_local));
  // An all-day event ends at the midnight after its last day.
  const last = new Date(wallTimeAsUtc(event.ends_local) - ONE_DAY);
  const options = { ...DAY, timeZone: "UTC" };
  return (
    <span>
      <time dateTime={event.starts_local.slice(0, 10)} suppressHydrationWarning>
        {last <= from ? format.dateTime(from, options) : format.dateTimeRange(from, last, options)}
      </time>{" "}
      <span className="whitespace-nowrap text-ink-muted">{t("allDay")}</span>
    </span>
  );
}
