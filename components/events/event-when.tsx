import { useFormatter, useTranslations } from "next-intl";
import type { EventSummary } from "@/lib/events/schemas";
import { differsFromVenue, EVENT_DAY, tellWhen } from "@/lib/events/tell-when";
import { wallTimeAsUtc } from "@/lib/events/wall-time";
import { BrowserTimes } from "./browser-times";
import { EventTimes } from "./event-times";

type Timed = Pick<
  EventSummary,
  "all_day" | "starts_local" | "ends_local" | "starts_at" | "ends_at" | "time_zone" | "online"
>;

interface EventWhenProps {
  event: Timed;
  /** The reader's own zone where they chose one. */
  viewerZone: string | null;
}

const ONE_DAY = 86_400_000;

/** When an event is. In person the clock at the venue comes first, online the reader's own; both zones are named. */
export function EventWhen({ event, viewerZone }: EventWhenProps) {
  const t = useTranslations("events");
  const format = useFormatter();
  if (event.all_day) return <AllDay event={event} />;
  const told = (zone: string) => tellWhen(event, zone, format, (town) => t("zone", { town }));
  const venue = told(event.time_zone);
  if (viewerZone === null) {
    const { starts_at, ends_at, time_zone, online } = event;
    return <BrowserTimes event={{ starts_at, ends_at, time_zone, online }} venue={venue} />;
  }
  const own = differsFromVenue(event, viewerZone) ? told(viewerZone) : null;
  const [first, second] = own && event.online ? [own, venue] : [venue, own];
  return <EventTimes startsAt={event.starts_at} first={first} second={second} />;
}

function AllDay({ event }: { event: Timed }) {
  const t = useTranslations("events");
  const format = useFormatter();
  const from = new Date(wallTimeAsUtc(event.starts_local));
  // An all-day event ends at the midnight after its last day.
  const last = new Date(wallTimeAsUtc(event.ends_local) - ONE_DAY);
  const options = { ...EVENT_DAY, timeZone: "UTC" };
  return (
    <span>
      <time dateTime={event.starts_local.slice(0, 10)}>
        {last <= from ? format.dateTime(from, options) : format.dateTimeRange(from, last, options)}
      </time>{" "}
      <span className="whitespace-nowrap text-ink-muted">{t("allDay")}</span>
    </span>
  );
}
