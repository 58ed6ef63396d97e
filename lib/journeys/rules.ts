import { nextDay, resolveWallTime, wallTimeAsUtc, wallTimeAt } from "@/lib/events/wall-time";
import type { Activity, Journey } from "./schemas";

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

/** What the rules look at. */
export type Planned = Pick<
  Activity,
  | "id"
  | "state"
  | "starts_local"
  | "ends_local"
  | "time_zone"
  | "starts_at"
  | "ends_at"
  | "position"
  | "place"
  | "latitude"
  | "longitude"
>;

/** Whether an activity is for whole days: from one midnight to another. */
export function isAllDay({
  starts_local,
  ends_local,
}: Pick<Planned, "starts_local" | "ends_local">): boolean {
  return (
    starts_local !== null &&
    ends_local !== null &&
    starts_local < ends_local &&
    starts_local.endsWith("T00:00") &&
    ends_local.endsWith("T00:00")
  );
}

export type Untitled = "elsewhere" | "erased";

/** Why an activity has no title for whoever sees it: they may not know it, or it was erased. */
export function untitledAs({ source_state }: Pick<Activity, "source_state">): Untitled {
  return source_state === "elsewhere" ? "elsewhere" : "erased";
}

/** The date on which somebody there begins it; null where it has no time yet. */
export function dayOf({ starts_local }: Pick<Planned, "starts_local">): string | null {
  return starts_local?.slice(0, 10) ?? null;
}

/** In the order in which they happen; what has no time comes first, in its own order. */
export function inOrder<T extends Planned>(activities: readonly T[]): T[] {
  return [...activities].sort(
    (a, b) =>
      (a.starts_at ? Date.parse(a.starts_at) : Number.NEGATIVE_INFINITY) -
        (b.starts_at ? Date.parse(b.starts_at) : Number.NEGATIVE_INFINITY) ||
      a.position - b.position ||
      (a.id < b.id ? -1 : 1),
  );
}

/** What has no time, in its own order. */
export function ideasOf<T extends Planned>(activities: readonly T[]): T[] {
  return activities
    .filter((activity) => dayOf(activity) === null)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

function order<T extends Planned>(a: T, b: T): number {
  return (a.starts_local ?? "").localeCompare(b.starts_local ?? "") || a.position - b.position;
}

/** One day of a plan: its date, what begins on it by the clocks where it is, and what began before and still goes on. */
export interface PlanDay<T> {
  date: string;
  activities: T[];
  running: T[];
}

/**
 * The days of a plan: those it is announced for, up to `most` of them, and all on which something begins. Beside them what
 * has no time.
 */
export function daysOf<T extends Planned>(
  { starts_on, ends_on }: Pick<Journey, "starts_on" | "ends_on">,
  activities: readonly T[],
  most = 60,
): { days: PlanDay<T>[]; untimed: T[] } {
  const byDay = new Map<string, T[]>();
  for (let date = starts_on, n = 0; date && date <= (ends_on ?? starts_on ?? "") && n < most; n += 1) {
    byDay.set(date, []);
    date = nextDay(date);
  }
  for (const activity of activities) {
    const day = dayOf(activity);
    if (day !== null) byDay.set(day, [...(byDay.get(day) ?? []), activity]);
  }
  const days = [...byDay]
    .map(([date, found]) => ({ date, activities: found.sort(order), running: runningOn(date, activities) }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  return { days, untimed: ideasOf(activities) };
}

function runningOn<T extends Planned>(date: string, activities: readonly T[]): T[] {
  const midnight = `${date}T00:00`;
  return activities
    .filter(
      ({ starts_local: from, ends_local: until }) => from && until && from < midnight && until > midnight,
    )
    .sort(order);
}

/** How many hours a day has in a zone: 23 or 25 where clocks change. */
export function hoursOf(date: string, zone: string): number {
  const midnight = (day: string) => {
    const found = resolveWallTime(`${day}T00:00`, zone);
    return found.kind === "skipped" ? momentOf(found.next, zone) : found.at;
  };
  return (midnight(nextDay(date)) - midnight(date)) / (60 * MINUTE);
}

/** The moment (ms) of a wall time; of one that clocks skip, of what they show instead. */
export function momentOf(wall: string, zone: string): number {
  const found = resolveWallTime(wall, zone);
  return found.kind === "skipped" ? momentOf(found.next, zone) : found.at;
}

/** A wall time so many minutes later, by the numbers on the wall. */
export function shiftWall(wall: string, minutes: number): string {
  return new Date(wallTimeAsUtc(wall) + minutes * MINUTE).toISOString().slice(0, 16);
}

/** The later of two dates or wall times. */
export function laterOf(one: string, other: string): string {
  return one.localeCompare(other) > 0 ? one : other;
}

/** From and until of an activity on the wall. */
export interface WallSpan {
  starts_local: string;
  ends_local: string;
}

/**
 * An activity that is moved by so many minutes, as long as before by the clock on the wall. A start that no clock shows
 * becomes what they show instead: `skipped` is what was meant.
 */
export function moveBy(
  { starts_local, ends_local, time_zone }: WallSpan & { time_zone: string },
  minutes: number,
): WallSpan & { skipped: string | null } {
  const meant = shiftWall(starts_local, minutes);
  const length = (wallTimeAsUtc(ends_local) - wallTimeAsUtc(starts_local)) / MINUTE;
  const found = resolveWallTime(meant, time_zone);
  const start = found.kind === "skipped" ? found.next : meant;
  return {
    starts_local: start,
    ends_local: shiftWall(start, length),
    skipped: found.kind === "skipped" ? meant : null,
  };
}

/** How many minutes after midnight an activity begins and ends on its first day, for drawing; the end stays in the day. */
export function minutesIn({ starts_local, ends_local }: WallSpan): { from: number; to: number } {
  const midnight = wallTimeAsUtc(`${starts_local.slice(0, 10)}T00:00`);
  const from = (wallTimeAsUtc(starts_local) - midnight) / MINUTE;
  return { from, to: Math.min(DAY_MINUTES, Math.max(from, (wallTimeAsUtc(ends_local) - midnight) / MINUTE)) };
}

/** How far a journey has come: what is done of what was meant, in whole per cent; null where nothing was. Ideas do not count. */
export function completionOf(counts: { planned: number; done: number; skipped: number }): number | null {
  const meant = counts.planned + counts.done + counts.skipped;
  return meant === 0 ? null : Math.round((100 * counts.done) / meant);
}

/** How many activities are in which state. */
export function countStates(activities: readonly Pick<Planned, "state">[]) {
  const counts = { idea: 0, planned: 0, done: 0, skipped: 0 };
  for (const { state } of activities) counts[state] += 1;
  return counts;
}

/** Blocks of a day beside each other where they overlap: for each its lane, and how many lanes its bunch has. */
export function lanesOf<T extends WallSpan & { id: string }>(
  activities: readonly T[],
): Map<string, { lane: number; lanes: number }> {
  const placed = new Map<string, { lane: number; lanes: number }>();
  let bunch: { id: string; lane: number }[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const { id, lane } of bunch) placed.set(id, { lane, lanes: ends.length });
    bunch = [];
    ends = [];
  };
  const sorted = [...activities].sort((a, b) => (a.starts_local < b.starts_local ? -1 : 1));
  for (const activity of sorted) {
    const { from, to } = minutesIn(activity);
    if (bunch.length > 0 && ends.every((end) => end <= from)) close();
    const free = ends.findIndex((end) => end <= from);
    const lane = free < 0 ? ends.length : free;
    // A moment is drawn as a quarter of an hour.
    ends[lane] = Math.max(to, from + 15);
    bunch.push({ id: activity.id, lane });
  }
  close();
  return placed;
}

/** The date that it is in a zone at a moment (ms). */
export function todayIn(zone: string, now: number): string {
  return wallTimeAt(now, zone).slice(0, 10);
}
