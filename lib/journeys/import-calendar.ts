import "server-only";
import ICAL from "ical.js";
import { wallTimeAsUtc, wallTimeAt } from "@/lib/events/wall-time";
import { cleanLine, cleanText } from "@/lib/text/characters";
import { currentZoneName, isTimeZone } from "@/lib/time/zones";
import { EndlessRecurrence, followFrom, withinTurns } from "./bounded-recurrence";
import { ACTIVITIES_MAX } from "./choices";
import { type BrokenLine, findBrokenLine } from "./import-lines";
import type { NewActivity } from "./inputs";
import { laterOf, momentOf, shiftWall } from "./rules";

/** The most times that one repeating entry is taken over. */
export const OCCURRENCES_MAX = 200;
/** The most steps that are gone through a repetition: one that began long ago is cut here. */
const STEPS_MAX = 20_000;
const DAY_MS = 86_400_000;
const YEAR_MS = 366 * DAY_MS;

interface Window {
  /** Moments in ms: what begins in between is taken over. */
  from: number;
  to: number;
  /** Where times without a zone are meant, and of which moments in UTC are told. */
  zone: string;
}

/** What a calendar file holds, and what was left out of it. */
export interface ImportedCalendar {
  activities: NewActivity[];
  /** Repetitions that go on beyond what was taken, or that there was no more room for, by their titles. */
  cut: string[];
  /** Entries that begin outside the journey, or have no time or title. */
  left: number;
  broken: BrokenLine | null;
}

interface Wall {
  wall: string;
  zone: string;
}

/** A wall time and its zone; moments and zones that no clock here knows are told in the journey's. */
function wallOf(time: ICAL.Time, tzid: string | undefined, zone: string): Wall {
  const wall = time.isDate ? `${time.toString()}T00:00` : time.toString().slice(0, 16);
  const inUtc = time.zone === ICAL.Timezone.utcTimezone;
  if (time.isDate || (!tzid && !inUtc)) return { wall, zone };
  if (tzid && !inUtc && isTimeZone(tzid)) return { wall, zone: currentZoneName(tzid) };
  return { wall: wallTimeAt(time.toUnixTime() * 1000, zone), zone };
}

function zoneOf(event: ICAL.Event, name: "dtstart" | "dtend"): string | undefined {
  return event.component.getFirstProperty(name)?.getFirstParameter("tzid");
}

/** Entries by themselves, and those that repeat with what was changed of them. A change whose entry is not here stands alone. */
function entriesOf(root: ICAL.Component): ICAL.Event[] {
  const all = root.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
  const masters = new Map<string, ICAL.Event>();
  for (const event of all) if (!event.isRecurrenceException()) masters.set(event.uid, event);
  return all.filter((event) => {
    const master = event.isRecurrenceException() ? masters.get(event.uid) : undefined;
    master?.relateException(event);
    return !master;
  });
}

type Occurrence = { item: ICAL.Event; start: ICAL.Time };

/** The times of an entry inside the window: lazily, since a repetition may have no end. */
function occurrencesOf(event: ICAL.Event, window: Window): { found: Occurrence[]; cut: boolean } {
  const found: Occurrence[] = [];
  if (!event.isRecurring()) return { found: [{ item: event, start: event.startDate }], cut: false };
  try {
    const steps = followFrom(event, window.from);
    for (let n = 0; n < STEPS_MAX; n += 1) {
      const next = steps.next();
      if (!next) return { found, cut: false };
      // Clocks are asked only about days near the journey: that takes ten times as long as finding the next time.
      if (Date.UTC(next.year, next.month - 1, next.day) < window.from - 3 * DAY_MS) continue;
      const { wall, zone } = wallOf(next, zoneOf(event, "dtstart"), window.zone);
      const at = momentOf(wall, zone);
      if (at > window.to) return { found, cut: true };
      if (at < window.from) continue;
      if (found.length === OCCURRENCES_MAX) return { found, cut: true };
      const { item, startDate } = event.getOccurrenceDetails(next);
      found.push({ item, start: startDate });
    }
  } catch (error) {
    if (!(error instanceof EndlessRecurrence)) throw error;
  }
  return { found, cut: true };
}

/** Until when something goes that begins then: as long as its entry says, which may end under other clocks. */
function endOf(item: ICAL.Event, from: Wall, zone: string): string {
  const { startDate: start, endDate: end } = item;
  if (!end) return from.wall;
  const began = wallOf(start, zoneOf(item, "dtstart"), zone);
  const ended = wallOf(end, zoneOf(item, "dtend") ?? zoneOf(item, "dtstart"), zone);
  if (start.isDate || end.isDate) {
    return shiftWall(from.wall, (wallTimeAsUtc(ended.wall) - wallTimeAsUtc(began.wall)) / 60_000);
  }
  const length = momentOf(ended.wall, ended.zone) - momentOf(began.wall, began.zone);
  return wallTimeAt(momentOf(from.wall, from.zone) + length, from.zone);
}

function toActivity({ item, start }: Occurrence, window: Window): NewActivity | null {
  const title = cleanLine(item.summary ?? "").slice(0, 300);
  if (!title || !start) return null;
  const from = wallOf(start, zoneOf(item, "dtstart"), window.zone);
  const at = momentOf(from.wall, from.zone);
  if (at < window.from || at > window.to) return null;
  const place = cleanLine(item.location ?? "").slice(0, 300);
  return {
    kind: "free",
    title,
    note: cleanText(item.description ?? "").slice(0, 2000),
    ...(place ? { place } : {}),
    starts_local: from.wall,
    ends_local: laterOf(endOf(item, from, window.zone), from.wall),
    time_zone: from.zone,
  };
}

/**
 * Reads a calendar file (RFC 5545) as activities of a journey: what begins on its days, or within a year from `now` where it
 * has none. A file that is none names the line. Writes nothing.
 */
export function readCalendar(
  text: string,
  { zone, starts_on, ends_on }: { zone: string; starts_on: string | null; ends_on: string | null },
  now: number,
): ImportedCalendar {
  const broken = findBrokenLine(text);
  if (broken) return { activities: [], cut: [], left: 0, broken };
  const from = starts_on ? momentOf(`${starts_on}T00:00`, zone) : now - DAY_MS;
  const to = ends_on ? momentOf(`${ends_on}T23:59`, zone) : from + YEAR_MS;
  const window = { from, to, zone };
  const result: ImportedCalendar = { activities: [], cut: [], left: 0, broken: null };
  const parsed: unknown[] = ICAL.parse(text.replace(/^\ufeff/, ""));
  const calendars = Array.isArray(parsed[0]) ? parsed : [parsed];
  withinTurns(() => {
    for (const calendar of calendars) {
      for (const event of entriesOf(new ICAL.Component(calendar as [string, unknown[], unknown[]]))) {
        takeEntry(event, window, result);
      }
    }
  });
  return result;
}

function takeEntry(event: ICAL.Event, window: Window, result: ImportedCalendar): void {
  if (result.activities.length === ACTIVITIES_MAX) {
    result.left += 1;
    return;
  }
  // One entry that makes no sense does not spoil the others.
  try {
    const { found, cut } = occurrencesOf(event, window);
    const activities = found.flatMap((occurrence) => toActivity(occurrence, window) ?? []);
    const taken = activities.slice(0, ACTIVITIES_MAX - result.activities.length);
    result.activities.push(...taken);
    if (taken.length === 0) result.left += 1;
    else if (cut || taken.length < activities.length) {
      result.cut.push(cleanLine(event.summary ?? "").slice(0, 300));
    }
  } catch {
    result.left += 1;
  }
}
