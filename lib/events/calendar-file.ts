import ical, { ICalCalendarMethod, type ICalEventData, ICalEventStatus } from "ical-generator";
import { excerpt } from "@/lib/markdown/excerpt";
import { communityUrl } from "@/lib/tenancy/links";
import type { Tenant } from "@/lib/tenants/schemas";
import { forCalendar } from "@/lib/text/calendar-text";
import { placeOf } from "./places";
import type { PublicEvent } from "./public-queries";
import { wallTimeAsUtc } from "./wall-time";

const DESCRIPTION_LENGTH = 2_000;
const REFRESH_SECONDS = 3_600;

/** Timed events are moments in UTC, which every calendar shows in its reader's zone; all-day ones are dates. */
function timesOf({ all_day, starts_local, ends_local, starts_at, ends_at }: PublicEvent) {
  const start = new Date(all_day ? wallTimeAsUtc(starts_local) : starts_at);
  const end = new Date(all_day ? wallTimeAsUtc(ends_local) : ends_at);
  return { allDay: all_day, start, ...(end > start ? { end } : {}) };
}

function toEntry(event: PublicEvent, tenant: Tenant): ICalEventData {
  const url = communityUrl(tenant, `/events/${event.id}`);
  const about = excerpt(event.description, DESCRIPTION_LENGTH);
  const place = placeOf(event) || (event.online ? (event.url ?? "") : "");
  return {
    id: event.id,
    sequence: event.version - 1,
    ...timesOf(event),
    stamp: new Date(event.updated_at),
    created: new Date(event.created_at),
    lastModified: new Date(event.updated_at),
    summary: forCalendar(event.title),
    description: forCalendar(about ? `${about}\n\n${url}` : url),
    location: forCalendar(place) || null,
    url,
    status: event.cancelled_at ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  };
}

/** When the newest of the events changed; null where there are none. */
export function lastEventChange(events: readonly PublicEvent[]): Date | null {
  return events.length > 0
    ? new Date(Math.max(...events.map(({ updated_at }) => Date.parse(updated_at))))
    : null;
}

/** Events as an iCalendar file (RFC 5545). The same events give the same bytes. */
export function writeCalendar(tenant: Tenant, events: readonly PublicEvent[]): string {
  const calendar = ical({
    name: forCalendar(tenant.name),
    description: forCalendar(tenant.tagline) || null,
    prodId: { company: "Archipelago", product: "Events", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
    url: communityUrl(tenant, "/events"),
    source: communityUrl(tenant, "/events.ics"),
    ttl: REFRESH_SECONDS,
  });
  for (const event of events) calendar.createEvent(toEntry(event, tenant));
  return calendar.toString();
}
