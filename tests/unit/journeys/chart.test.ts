import { expect, test } from "vitest";
import { LEAST_BETWEEN, layoutJourney } from "@/lib/journeys/chart";
import type { Planned } from "@/lib/journeys/rules";

const FRAME = { width: 1000, height: 500, margin: 100 };
const LISBON = { place: "Lisbon", latitude: 38.72, longitude: -9.14 };
const MADRID = { place: "Madrid", latitude: 40.42, longitude: -3.7 };

function at(hour: number, where: Partial<Planned> = {}): Planned {
  const wall = `2027-05-10T${String(hour).padStart(2, "0")}:00`;
  return {
    id: `at ${hour}`,
    state: "planned",
    time_zone: "UTC",
    position: hour,
    place: null,
    latitude: null,
    longitude: null,
    starts_local: wall,
    ends_local: wall,
    starts_at: `${wall}:00Z`,
    ends_at: `${wall}:00Z`,
    ...where,
  };
}

test("places lie as on the globe, each once, with a way through them in the order of time", () => {
  const chart = layoutJourney([at(12, LISBON), at(9, LISBON), at(10, MADRID)], FRAME);
  expect(chart.true).toBe(true);
  expect(chart.places.map(({ name, activities }) => [name, activities])).toEqual([
    ["Lisbon", ["at 9", "at 12"]],
    ["Madrid", ["at 10"]],
  ]);
  expect(chart.stops).toEqual([chart.places[0]?.key, chart.places[1]?.key, chart.places[0]?.key]);
  const [lisbon, madrid] = chart.places;
  // Madrid lies to the north and to the east.
  expect(madrid?.x).toBeGreaterThan(lisbon?.x ?? Number.NaN);
  expect(madrid?.y).toBeLessThan(lisbon?.y ?? Number.NaN);
  for (const { x, y } of chart.places) {
    expect(x).toBeGreaterThanOrEqual(FRAME.margin - 1);
    expect(x).toBeLessThanOrEqual(FRAME.width - FRAME.margin + 1);
    expect(y).toBeGreaterThanOrEqual(FRAME.margin - 1);
    expect(y).toBeLessThanOrEqual(FRAME.height - FRAME.margin + 1);
  }
});

test("places near each other are drawn so far apart that their names can be read", () => {
  const near = [0, 1, 2, 3].map((n) =>
    at(9 + n, { place: `Quay ${n}`, latitude: 38.7 + n / 100, longitude: -9.1 }),
  );
  const { places } = layoutJourney([...near, at(20, MADRID)], FRAME);
  const gaps = places.flatMap((one, n) =>
    places.slice(n + 1).map((other) => Math.hypot(other.x - one.x, other.y - one.y)),
  );
  expect(Math.min(...gaps)).toBeGreaterThan(LEAST_BETWEEN * 0.9);
});

test("across the date line the short way is taken", () => {
  const [fiji, samoa] = [
    { place: "Fiji", latitude: -18.1, longitude: 178.4 },
    { place: "Samoa", latitude: -13.8, longitude: -171.8 },
  ];
  const { places } = layoutJourney([at(9, fiji), at(10, samoa)], FRAME);
  expect(places[1]?.x).toBeGreaterThan(places[0]?.x ?? Number.NaN);
});

test("what nobody said the place of stands apart, and nothing is left out without a word", () => {
  const rows = [at(9, LISBON), at(10, MADRID), at(11, { place: "Somewhere" }), at(12)];
  const chart = layoutJourney(rows, FRAME);
  expect(chart.apart).toEqual(["at 11", "at 12"]);
  expect([...chart.places.flatMap(({ activities }) => activities), ...chart.apart].sort()).toEqual(
    rows.map(({ id }) => id).sort(),
  );
});

test("without two known places all lie in their order; what is skipped or has no time is not drawn", () => {
  const idea = { ...at(13), starts_local: null, ends_local: null, starts_at: null, ends_at: null };
  const chart = layoutJourney(
    [at(9, LISBON), at(10, { place: "Quay" }), at(11, { state: "skipped" }), idea],
    FRAME,
  );
  expect([chart.true, chart.apart]).toEqual([false, []]);
  expect(chart.places.map(({ name }) => name)).toEqual(["Lisbon", "Quay"]);
});
