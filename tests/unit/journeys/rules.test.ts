import fc from "fast-check";
import { expect, test } from "vitest";
import { resolveWallTime, wallTimeAsUtc } from "@/lib/events/wall-time";
import {
  completionOf,
  daysOf,
  hoursOf,
  inOrder,
  lanesOf,
  minutesIn,
  moveBy,
  type Planned,
} from "@/lib/journeys/rules";
import { distanceKm, findWarnings, travelMinutes } from "@/lib/journeys/warnings";

const LISBON = { latitude: 38.72, longitude: -9.14 };
const MADRID = { latitude: 40.42, longitude: -3.7 };
let count = 0;

function planned(
  starts_local: string | null,
  ends_local: string | null,
  more: Partial<Planned> = {},
): Planned {
  count += 1;
  const time_zone = more.time_zone ?? "UTC";
  const moment = (wall: string | null): string | null => {
    if (wall === null) return null;
    const found = resolveWallTime(wall, time_zone);
    return found.kind === "skipped" ? moment(found.next) : new Date(found.at).toISOString();
  };
  return {
    id: `a${String(count).padStart(5, "0")}`,
    state: "planned",
    time_zone,
    position: count,
    place: null,
    latitude: null,
    longitude: null,
    starts_local,
    ends_local,
    starts_at: moment(starts_local),
    ends_at: moment(ends_local),
    ...more,
  };
}

const zones = fc.constantFrom(
  "UTC",
  "Europe/Madrid",
  "America/New_York",
  "Asia/Tokyo",
  "Australia/Lord_Howe",
);
const walls = fc
  .date({ min: new Date("2025-01-01"), max: new Date("2028-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 16));

test("moving keeps the length on the wall and ends on a time that a clock shows", () => {
  fc.assert(
    fc.property(
      walls,
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: -5000, max: 5000 }),
      zones,
      (wall, length, by, time_zone) => {
        const ends_local = new Date(wallTimeAsUtc(wall) + length * 60_000).toISOString().slice(0, 16);
        const moved = moveBy({ starts_local: wall, ends_local, time_zone }, by);
        expect(wallTimeAsUtc(moved.ends_local) - wallTimeAsUtc(moved.starts_local)).toBe(length * 60_000);
        expect(resolveWallTime(moved.starts_local, time_zone).kind).not.toBe("skipped");
        const meant = wallTimeAsUtc(wall) + by * 60_000;
        expect(wallTimeAsUtc(moved.skipped ?? moved.starts_local)).toBe(meant);
      },
    ),
  );
});

test("a start that clocks skip is moved on and named", () => {
  const span = {
    starts_local: "2027-03-28T01:30",
    ends_local: "2027-03-28T01:45",
    time_zone: "Europe/Madrid",
  };
  expect(moveBy(span, 60)).toEqual({
    starts_local: "2027-03-28T03:30",
    ends_local: "2027-03-28T03:45",
    skipped: "2027-03-28T02:30",
  });
});

test("days have the hours that clocks give them", () => {
  expect(["2027-03-28", "2027-10-31", "2027-05-01"].map((day) => hoursOf(day, "Europe/Madrid"))).toEqual([
    23, 25, 24,
  ]);
  expect(hoursOf("2027-10-31", "UTC")).toBe(24);
});

test("a plan shows each day it is announced for and each on which something begins, and everything once", () => {
  const one = planned("2027-05-04T10:00", "2027-05-04T11:00");
  const idea = planned(null, null);
  const { days, untimed } = daysOf({ starts_on: "2027-05-01", ends_on: "2027-05-02" }, [one, idea]);
  expect(days.map(({ date, activities }) => [date, activities.length])).toEqual([
    ["2027-05-01", 0],
    ["2027-05-02", 0],
    ["2027-05-04", 1],
  ]);
  expect(untimed).toEqual([idea]);
  fc.assert(
    fc.property(fc.array(fc.option(walls), { maxLength: 40 }), (starts) => {
      const all = starts.map((wall) => planned(wall, wall));
      const found = daysOf({ starts_on: null, ends_on: null }, all);
      const ids = [...found.days.flatMap((day) => day.activities), ...found.untimed].map(({ id }) => id);
      expect(ids.sort()).toEqual(all.map(({ id }) => id).sort());
      expect(inOrder(all)).toHaveLength(all.length);
    }),
  );
});

test("what began before a day and still goes on is told on that day too, and not on the day it is over", () => {
  const hotel = planned("2027-05-01T15:00", "2027-05-03T11:00");
  const fair = planned("2027-05-02T00:00", "2027-05-04T00:00");
  const night = planned("2027-05-03T23:00", "2027-05-04T00:00");
  const { days } = daysOf({ starts_on: "2027-05-01", ends_on: "2027-05-04" }, [fair, night, hotel]);
  expect(days.map(({ running }) => running.map(({ id }) => id))).toEqual([
    [],
    [hotel.id],
    [hotel.id, fair.id],
    [],
  ]);
});

test("two things at once are told, and things one after the other are not", () => {
  const lunch = planned("2027-05-01T12:00", "2027-05-01T14:00");
  const walk = planned("2027-05-01T13:30", "2027-05-01T15:00");
  const dinner = planned("2027-05-01T19:00", "2027-05-01T21:00");
  expect(findWarnings([dinner, walk, lunch])).toEqual([
    { kind: "overlap", id: walk.id, other: lunch.id, minutes: 30 },
  ]);
  expect(findWarnings([lunch, { ...walk, state: "skipped" }])).toEqual([]);
  const holiday = planned("2027-05-01T00:00", "2027-05-03T00:00");
  expect(findWarnings([holiday, dinner])).toEqual([]);
});

test("a warning of two at once is there exactly where two overlap", () => {
  const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 60 })), {
    maxLength: 25,
  });
  fc.assert(
    fc.property(spans, (given) => {
      const at = (minutes: number) => new Date(Date.UTC(2027, 4, 1, 0, minutes)).toISOString().slice(0, 16);
      const all = given.map(([from, length]) => planned(at(from), at(from + length)));
      const overlapping = all.some((a, i) =>
        all.some(
          (b, j) =>
            i < j && (a.starts_at ?? "") < (b.ends_at ?? "") && (b.starts_at ?? "") < (a.ends_at ?? ""),
        ),
      );
      expect(findWarnings(all).some(({ kind }) => kind === "overlap")).toBe(overlapping);
    }),
  );
});

test("a way that takes longer than there is time is told, with why", () => {
  const morning = (more: Partial<Planned>) => planned("2027-05-01T09:00", "2027-05-01T10:00", more);
  const noon = (more: Partial<Planned>) => planned("2027-05-01T10:20", "2027-05-01T12:00", more);
  const [far] = findWarnings([morning(LISBON), noon(MADRID)]);
  expect(far).toMatchObject({ kind: "travel", why: "distance", gap: 20, km: 503 });
  expect(findWarnings([morning(LISBON), planned("2027-05-01T20:00", "2027-05-01T21:00", MADRID)])).toEqual(
    [],
  );
  const tokyo = planned("2027-05-01T20:00", "2027-05-01T21:00", { time_zone: "Asia/Tokyo" });
  expect(findWarnings([morning({}), tokyo])).toMatchObject([{ why: "zones", gap: 60, needed: 600 }]);
  expect(findWarnings([morning({ place: "Café Luz" }), noon({ place: "Old harbour" })])).toMatchObject([
    { why: "places", gap: 20 },
  ]);
  expect(findWarnings([morning({ place: "Café Luz, Lisbon" }), noon({ place: "Lisbon" })])).toEqual([]);
});

test("a way is as long there as back, and never takes less time for being longer", () => {
  const point = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  });
  fc.assert(
    fc.property(point, point, (a, b) => {
      expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
      expect(distanceKm(a, b)).toBeLessThanOrEqual(20_020);
    }),
  );
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 20_000, noNaN: true }),
      fc.double({ min: 0, max: 500, noNaN: true }),
      (km, more) => {
        expect(travelMinutes(km + more)).toBeGreaterThanOrEqual(travelMinutes(km));
      },
    ),
  );
});

test("blocks that overlap stand in lanes of their own", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 1300 }), fc.integer({ min: 0, max: 120 })), {
        maxLength: 20,
      }),
      (given) => {
        const at = (minutes: number) => new Date(Date.UTC(2027, 4, 1, 0, minutes)).toISOString().slice(0, 16);
        const all = given.map(([from, length]) => ({
          id: planned(null, null).id,
          starts_local: at(from),
          ends_local: at(from + length),
        }));
        const lanes = lanesOf(all);
        expect(lanes.size).toBe(all.length);
        for (const a of all)
          for (const b of all) {
            if (a.id === b.id) continue;
            const [x, y] = [minutesIn(a), minutesIn(b)];
            if (x.from < y.to && y.from < x.to) expect(lanes.get(a.id)?.lane).not.toBe(lanes.get(b.id)?.lane);
          }
      },
    ),
  );
});

test("completion is what is done of what was meant", () => {
  expect(completionOf({ planned: 0, done: 0, skipped: 0 })).toBeNull();
  expect(completionOf({ planned: 1, done: 1, skipped: 1 })).toBe(33);
  fc.assert(
    fc.property(fc.nat(300), fc.nat(300), fc.nat(300), (plan, done, skipped) => {
      const value = completionOf({ planned: plan, done, skipped });
      if (value !== null) expect(value).toBeGreaterThanOrEqual(0);
      if (value !== null) expect(value).toBeLessThanOrEqual(100);
    }),
  );
});
