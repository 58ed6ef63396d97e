import type { useFormatter } from "next-intl";
import type { EventSummary } from "./schemas";
import { agree, townOf } from "./wall-time";

export type Timed = Pick<EventSummary, "starts_at" | "ends_at" | "time_zone" | "online">;

/** What the clocks of one zone say of an event. */
export interface Told {
  text: string;
  /** The zone in words, as "Lisbon time". */
  zone: string;
}

export const EVENT_DAY = { weekday: "short", day: "numeric", month: "short", year: "numeric" } as const;
const MINUTES = { ...EVENT_DAY, hour: "numeric", minute: "2-digit" } as const;

/**
 * Says from when to when an event goes, by the clocks of a zone.
 * @param zone IANA name.
 * @param nameZone says a town's zone in words.
 */
export function tellWhen(
  event: Timed,
  zone: string,
  format: Pick<ReturnType<typeof useFormatter>, "dateTime" | "dateTimeRange">,
  nameZone: (town: string) => string,
): Told {
  const [from, to] = [new Date(event.starts_at), new Date(event.ends_at)];
  const options = { ...MINUTES, timeZone: zone };
  const text =
    from.getTime() === to.getTime()
      ? format.dateTime(from, options)
      : format.dateTimeRange(from, to, options);
  return { text, zone: nameZone(townOf(zone)) };
}

/** Whether a reader's clocks show other times than those at the venue while the event lasts. */
export function differsFromVenue(event: Timed, zone: string): boolean {
  return !agree(zone, event.time_zone, Date.parse(event.starts_at), Date.parse(event.ends_at));
}
