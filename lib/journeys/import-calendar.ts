import "server-only";
import ICAL from "ical.js";
import { wallTimeAt } from "@/lib/events/wall-time";
import { cleanLine, cleanText } from "@/lib/text/characters";
import { currentZoneName, isTimeZone } from "@/lib/time/zones";
import { ACTIVITIES_MAX } from "./choices";
import { type BrokenLine, findBrokenLine } from "./import-lines";
import type { NewActivity } from "./inputs";
import { laterOf, momentOf } from "./rules";

/** The most times that one repeating entry is taken over. */
export const OCCURRENCES_MAX = 200;
/** The most steps that are gone through a repetition: one that began long ago is cut here. */
const STEPS_MAX = 20_000;
const YEAR_MS = 366 * 86_400_000;

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
  /** Repetitions that go on beyond what was taken, by their titles. */
  cut: string[];
  /** Entries that begin outside the journey, or have no time or title. */
  left: number;
  broken: BrokenLine | null;
}

/** A wall time and its zone; moments and zones that no clock here knows are told in the journey's. */
function wallOf(time: ICAL.Time, tzid: string | undefined, zone: string): { wall: string; zone: string } {
  const wall = time.isDate ? `${time.toString()}T00:00` : time.toString().slice(0, 16);
  if (time.isDate || (!tzid && time.zone !== ICAL.Timezone.utcTimezone)) return { wall, zone };
  if (tzid && isTimeZone(tzid)) return { wall, zone: currentZoneName(tzid) };
  return { wall: wallTimeAt(time.toUnixTime() * 1000, zone), zone };
}

interface Entry {
  event: ICAL.Event;
  tzid: string | undefined;
}

function entriesOf(root: ICAL.Component): Entry[] {
  const all = root.getAllSubcomponents("vevent").map((component) => {
    const tzid = component.getFirstProperty("dtstart")?.getFirstParameter("tzid");
    return { event: new ICAL.Event(component), tzid };
  });
  const masters = all.filter(({ event }) => !event.isRecurrenceException());
  for (const { event } of all) {
    if (!event.isRecurrenceException()) continue;
    masters.find((master) => master.event.uid === event.uid)?.event.relateException(event);
  }
  return masters;
}

type Occurrence = { item: ICAL.Event; start: ICAL.Time; end: ICAL.Time };

/** The times of an entry inside the window: lazily, since a repetition may have no end. */
function occurrencesOf({ event, tzid }: Entry, window: Window): { found: Occurrence[]; cut: boolean } {
  if (!event.isRecurring()) {
    return { found: [{ item: event, start: event.startDate, end: event.endDate }], cut: false };
  }
  const found: Occurrence[] = [];
  const steps = event.iterator();
  for (let n = 0; n < STEPS_MAX; n += 1) {
    const next = steps.next();
    if (!next) return { found, cut: false };
    const { wall, zone } = wallOf(next, tzid, window.zone);
    const at = momentOf(wall, zone);
    if (at > window.to) return { found, cut: true };
    if (at < window.from) continue;
    if (found.length === OCCURRENCES_MAX) return { found, cut: true };
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    found.push({ item, start: startDate, end: endDate });
  }
  return { found, cut: true };
}

function toActivity(
  { item, start, end }: Occurrence,
  tzid: string | undefined,
  window: Window,
): NewActivity | null {
  const title = cleanLine(item.summary ?? "").slice(0, 300);
  if (!title || !start) return null;
  const from = wallOf(start, tzid, window.zone);
  const at = momentOf(from.wall, from.zone);
  if (at < window.from || at > window.to) return null;
  const last = end ? wallOf(end, tzid, window.zone).wall : from.wall;
  const place = cleanLine(item.location ?? "").slice(0, 300);
  return {
    kind: "free",
    title,
    note: cleanText(item.description ?? "").slice(0, 2000),
    ...(place ? { place } : {}),
    starts_local: from.wall,
    ends_local: laterOf(last, from.wall),
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
  const from = starts_on ? momentOf(`${starts_on}T00:00`, zone) : now - 86_400_000;
  const to = ends_on ? momentOf(`${ends_on}T23:59`, zone) : from + YEAR_MS;
  const window = { from, to, zone };
  const result: ImportedCalendar = { activities: [], cut: [], left: 0, broken: null };
  const parsed: unknown[] = ICAL.parse(text.replace(/^\ufeff/, ""));
  const calendars = Array.isArray(parsed[0]) ? parsed : [parsed];
  for (const calendar of calendars) {
    for (const entry of entriesOf(new ICAL.Component(calendar as [string, unknown[], unknown[]]))) {
      takeEntry(entry, window, result);
    }
  }
  return result;
}

function takeEntry(entry: Entry, window: Window, result: ImportedCalendar): void {
  // One entry that makes no sense does not spoil the others.
  try {
    const { found, cut } = occurrencesOf(entry, window);
    let taken = 0;
    for (const occurrence of found) {
      const activity = toActivity(occurrence, entry.tzid, window);
      if (!activity || result.activities.length >= ACTIVITIES_MAX) continue;
      result.activities.push(activity);
      taken += 1;
    }
    if (cut && taken > 0) result.cut.push(cleanLine(entry.event.summary ?? "").slice(0, 300));
    if (taken === 0) result.left += 1;
  } catch {
    result.left += 1;
  }
}
