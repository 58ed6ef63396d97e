import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findSkipped } from "@/lib/events/rules";
import { agree, resolveWallTime, wallTimeAsUtc, wallTimeAt } from "@/lib/events/wall-time";
import { listTimeZones } from "@/lib/time/zones";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** Zones whose clocks change: both hemispheres, half an hour, two hours, and some that gave up or moved their rules. */
const CHANGING = [
  "Europe/Madrid",
  "America/New_York",
  "America/Santiago",
  "America/Havana",
  "Australia/Sydney",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "Antarctica/Troll",
  "Africa/Casablanca",
  "Africa/Cairo",
  "Asia/Tehran",
  "Asia/Gaza",
  "America/Sao_Paulo",
  "Europe/Istanbul",
  "Pacific/Apia",
  "America/Caracas",
  "Asia/Pyongyang",
  "Europe/Dublin",
] as const;

// Whole minutes from 1970 on: before that, some zones stood seconds apart from the rest of the world.
const moments = fc
  .integer({ min: Date.UTC(1973, 0, 1) / MINUTE, max: Date.UTC(2037, 11, 31) / MINUTE })
  .map((minutes) => minutes * MINUTE);
const anyZone = fc.constantFrom(...listTimeZones());
const changingZone = fc.constantFrom(...CHANGING);

function offsetAt(moment: number, zone: string): number {
  return wallTimeAsUtc(wallTimeAt(moment, zone)) - moment;
}

/** Moments just before and just after which the clocks of a zone stand differently, between two moments. */
function changesBetween(from: number, to: number, zone: string): { before: number; after: number }[] {
  const found = [];
  for (let week = from; week < to; week += WEEK) {
    if (offsetAt(week, zone) === offsetAt(week + WEEK, zone)) continue;
    let [low, high] = [week, week + WEEK];
    while (high - low > MINUTE) {
      const middle = Math.floor((low + high) / 2 / MINUTE) * MINUTE;
      if (offsetAt(middle, zone) === offsetAt(low, zone)) low = middle;
      else high = middle;
    }
    found.push({ before: low, after: high });
  }
  return found;
}

const change = fc
  .tuple(changingZone, fc.integer({ min: 1996, max: 2036 }))
  .map(([zone, year]) => ({
    zone,
    changes: changesBetween(Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1), zone),
  }))
  .filter(({ changes }) => changes.length > 0)
  .chain(({ zone, changes }) => fc.constantFrom(...changes).map((found) => ({ zone, ...found })));

describe("wall times and moments", () => {
  it("a moment's wall time leads back to it, or to the earlier of two that show the same", {
    timeout: 30_000,
  }, () => {
    fc.assert(
      fc.property(moments, fc.oneof(anyZone, changingZone), (moment, zone) => {
        const wall = wallTimeAt(moment, zone);
        const found = resolveWallTime(wall, zone);
        if (found.kind === "skipped") throw new Error(`${wall} was shown in ${zone} and is said not to be`);
        expect(wallTimeAt(found.at, zone)).toBe(wall);
        expect(found.at).toBeLessThanOrEqual(moment);
        if (found.kind === "exact") expect(found.at).toBe(moment);
      }),
      { numRuns: 3000 },
    );
  });

  it("around every change of clocks each minute is told right", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(change, fc.integer({ min: -180, max: 180 }), ({ zone, before, after }, minutes) => {
        const [old, fresh] = [offsetAt(before, zone), offsetAt(after, zone)];
        // Read off the clock that stood before the change, as if it had gone on.
        const wall = new Date(after + old + minutes * MINUTE).toISOString().slice(0, 16);
        const found = resolveWallTime(wall, zone);
        const since = minutes * MINUTE;
        const jump = fresh - old;
        if (jump > 0 && since >= 0 && since < jump) {
          const next = new Date(wallTimeAsUtc(wall) + jump).toISOString().slice(0, 16);
          expect(found).toEqual({ kind: "skipped", next });
        } else if (jump < 0 && since < 0 && since >= jump) {
          expect(found).toEqual({ kind: "twice", at: wallTimeAsUtc(wall) - old });
        } else {
          expect(found).toEqual({ kind: "exact", at: wallTimeAsUtc(wall) - (since >= 0 ? fresh : old) });
        }
      }),
      { numRuns: 400 },
    );
  });

  it("a skipped time is named to the organiser with one that the clocks do show", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(change, ({ zone, before, after }) => {
        const [old, fresh] = [offsetAt(before, zone), offsetAt(after, zone)];
        fc.pre(fresh > old);
        const wall = new Date(after + old).toISOString().slice(0, 16);
        const told = findSkipped({ starts_local: wall, ends_local: wallTimeAt(after + DAY, zone) }, zone);
        expect(told).toMatchObject({ field: "starts_time", wall, zone });
        expect(resolveWallTime(told?.next ?? "", zone).kind).not.toBe("skipped");
      }),
      { numRuns: 100 },
    );
  });

  it("a day that a zone left out is skipped whole", () => {
    expect(resolveWallTime("2011-12-30T12:00", "Pacific/Apia")).toEqual({
      kind: "skipped",
      next: "2011-12-31T12:00",
    });
  });

  it("zones agree exactly where their walls show the same", () => {
    fc.assert(
      fc.property(moments, anyZone, anyZone, (moment, one, other) => {
        const same = wallTimeAt(moment, one) === wallTimeAt(moment, other);
        expect(agree(one, other, moment, moment)).toBe(same);
      }),
    );
  });
});
