import { agree, wallTimeAsUtc, wallTimeAt } from "@/lib/events/wall-time";
import { inOrder, isAllDay, type Planned } from "./rules";

const MINUTE = 60_000;

/** Something that cannot work out as planned, said of the later of two activities. Times are minutes. */
export type Warning =
  | { kind: "overlap"; id: string; other: string; minutes: number }
  | {
      kind: "travel";
      id: string;
      other: string;
      /** What tells that it is far: coordinates, clocks that differ, or places of another name. */
      why: "distance" | "zones" | "places";
      gap: number;
      needed: number;
      km: number | null;
    };

const EARTH_KM = 6371;
const rad = (degrees: number) => (degrees * Math.PI) / 180;

type Point = { latitude: number; longitude: number };

/** The way over the ground between two points, in km. */
export function distanceKm(a: Point, b: Point): number {
  const latitude = Math.sin(rad(b.latitude - a.latitude) / 2) ** 2;
  const longitude = Math.sin(rad(b.longitude - a.longitude) / 2) ** 2;
  const chord = latitude + Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * longitude;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** The least minutes that a way takes: on foot, through a town, over land, by air with its waiting. */
export function travelMinutes(km: number): number {
  if (km <= 2) return Math.ceil((km / 5) * 60);
  if (km <= 50) return Math.ceil(15 + (km / 40) * 60);
  if (km <= 500) return Math.ceil(30 + (km / 110) * 60);
  return Math.ceil(150 + (km / 800) * 60);
}

/** By the least, an hour between clocks is a flight of a quarter of the way that the sun makes in it. */
function zoneMinutes(hours: number): number {
  return 60 + Math.ceil(Math.abs(hours) * 60);
}

const PLACE_GAP = 30;

type Timed = Planned & { starts_at: string; ends_at: string };

function pointOf({ latitude, longitude }: Planned): Point | null {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}

function samePlace(a: string, b: string): boolean {
  const [one, other] = [a.trim().toLowerCase(), b.trim().toLowerCase()];
  return one.includes(other) || other.includes(one);
}

function travel(from: Timed, to: Timed): Warning | null {
  const [leaves, arrives] = [Date.parse(from.ends_at), Date.parse(to.starts_at)];
  const gap = Math.floor((arrives - leaves) / MINUTE);
  const told = { kind: "travel" as const, id: to.id, other: from.id, gap };
  const [a, b] = [pointOf(from), pointOf(to)];
  if (a && b) {
    const km = Math.round(distanceKm(a, b));
    const needed = travelMinutes(km);
    return gap < needed ? { ...told, why: "distance", needed, km } : null;
  }
  if (!agree(from.time_zone, to.time_zone, leaves, arrives)) {
    const offset = (zone: string) => wallTimeAsUtc(wallTimeAt(arrives, zone));
    const needed = zoneMinutes((offset(to.time_zone) - offset(from.time_zone)) / (60 * MINUTE));
    return gap < needed ? { ...told, why: "zones", needed, km: null } : null;
  }
  if (from.place && to.place && !samePlace(from.place, to.place) && gap < PLACE_GAP) {
    return { ...told, why: "places", needed: PLACE_GAP, km: null };
  }
  return null;
}

/**
 * What of a plan cannot be: two things at once, and ways that take longer than there is time. Only what is still planned
 * is looked at, and whole days stand beside what happens on them. At most one of each for each activity, against what
 * ends last of what came before it.
 */
export function findWarnings(activities: readonly Planned[]): Warning[] {
  const timed = inOrder(activities).filter(
    (one): one is Timed =>
      one.state === "planned" && one.starts_at !== null && one.ends_at !== null && !isAllDay(one),
  );
  const found: Warning[] = [];
  let last: Timed | null = null;
  for (const one of timed) {
    if (last) {
      const minutes = Math.ceil(
        (Math.min(Date.parse(last.ends_at), Date.parse(one.ends_at)) - Date.parse(one.starts_at)) / MINUTE,
      );
      if (minutes > 0) found.push({ kind: "overlap", id: one.id, other: last.id, minutes });
      else if (Date.parse(last.ends_at) <= Date.parse(one.starts_at)) {
        const far = travel(last, one);
        if (far) found.push(far);
      }
    }
    if (!last || Date.parse(one.ends_at) >= Date.parse(last.ends_at)) last = one;
  }
  return found;
}
