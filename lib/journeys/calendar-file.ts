import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { wallTimeAsUtc } from "@/lib/events/wall-time";
import { networkUrl } from "@/lib/tenancy/links";
import { forCalendar } from "@/lib/text/calendar-text";
import { isAllDay, type Untitled, untitledAs } from "./rules";
import type { Activity, Journey } from "./schemas";

const REFRESH_SECONDS = 3_600;

type Timed = Activity & { starts_local: string; ends_local: string; starts_at: string; ends_at: string };

function isTimed(row: Activity): row is Timed {
  return (
    row.starts_at !== null && row.ends_at !== null && row.starts_local !== null && row.ends_local !== null
  );
}

/** Moments are in UTC, which every calendar shows in its reader's zone; whole days are dates. */
function timesOf(row: Timed) {
  const allDay = isAllDay(row);
  const start = new Date(allDay ? wallTimeAsUtc(row.starts_local) : row.starts_at);
  const end = new Date(allDay ? wallTimeAsUtc(row.ends_local) : row.ends_at);
  return { allDay, start, ...(end > start ? { end } : {}) };
}

function statusOf({ state, source_state }: Activity): ICalEventStatus {
  if (state === "skipped" || source_state === "cancelled") return ICalEventStatus.CANCELLED;
  return state === "idea" ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}

/**
 * A journey as an iCalendar file (RFC 5545): what has a time, as its reader sees it. `words` stand for what has no
 * title for them. The same journey gives the same bytes.
 */
export function writeJourneyCalendar(
  { journey, activities }: { journey: Journey; activities: readonly Activity[] },
  words: Readonly<Record<Untitled, string>>,
): string {
  const url = networkUrl(`/journeys/${journey.id}`);
  const calendar = ical({
    name: forCalendar(journey.title),
    prodId: { company: "Archipelago", product: "Journeys", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
    url,
    ttl: REFRESH_SECONDS,
  });
  for (const row of activities.filter(isTimed)) {
    calendar.createEvent({
      id: row.id,
      sequence: row.version - 1,
      ...timesOf(row),
      stamp: new Date(journey.created_at),
      summary: forCalendar(row.title ?? words[untitledAs(row)]),
      description: forCalendar(row.note) || null,
      location: row.place ? forCalendar(row.place) : null,
      url,
      status: statusOf(row),
    });
  }
  return calendar.toString();
}
