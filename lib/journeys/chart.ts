import { inOrder, type Planned } from "./rules";

/** A place on the chart of a journey, and the activities there, by id, in the order in which they happen. */
export interface ChartPlace {
  key: string;
  /** What it is called, where anything says so. */
  name: string | null;
  x: number;
  y: number;
  activities: string[];
}

export interface JourneyChart {
  places: ChartPlace[];
  /** The way from place to place, by their keys; somewhere one comes back to stands twice. */
  stops: string[];
  /** Whether places lie as they do on the globe, or only in their order. */
  true: boolean;
  /** Activities that are not drawn, by id: nobody said where they are, and others lie as on the globe. */
  apart: string[];
}

interface Frame {
  width: number;
  height: number;
  margin: number;
}

function keyOf({ latitude, longitude, place, time_zone }: Planned): string {
  if (latitude !== null && longitude !== null) return `${latitude.toFixed(2)},${longitude.toFixed(2)}`;
  return place?.trim().toLowerCase() ?? time_zone;
}

/**
 * Draws a journey: activities that share a place are one island. Where two places or more have coordinates, those lie as on
 * an equirectangular chart, as far as their names leave them room, and the others stand apart; else all lie along a line that rises and falls.
 */
export function layoutJourney(activities: readonly Planned[], frame: Frame): JourneyChart {
  const timed = inOrder(activities).filter(
    ({ starts_at, state }) => starts_at !== null && state !== "skipped",
  );
  const located = timed.filter(({ latitude }) => latitude !== null);
  const known = new Set(located.map(keyOf)).size >= 2;
  const drawn = known ? located : timed;
  const found = new Map<string, Planned[]>();
  for (const one of drawn) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  const stops = drawn.map(keyOf).filter((key, n, all) => key !== all[n - 1]);
  const spots = known
    ? onGlobe(
        [...found.values()].map(([first]) => first),
        frame,
      )
    : inRow(found.size, frame);
  const places = [...found].map(([key, rows], n) => ({
    key,
    name: rows.find(({ place }) => place)?.place ?? null,
    x: spots[n]?.x ?? 0,
    y: spots[n]?.y ?? 0,
    activities: rows.map(({ id }) => id),
  }));
  const apart = known ? timed.filter(({ latitude }) => latitude === null).map(({ id }) => id) : [];
  return { places, stops, true: known, apart };
}

function onGlobe(rows: readonly (Planned | undefined)[], { width, height, margin }: Frame) {
  const points = rows.map((row) => ({ lat: row?.latitude ?? 0, lon: row?.longitude ?? 0 }));
  const [south, north] = [
    Math.min(...points.map(({ lat }) => lat)),
    Math.max(...points.map(({ lat }) => lat)),
  ];
  const lons = points.map(({ lon }) => lon);
  // Across the date line the short way is the other one round.
  const wraps = Math.max(...lons) - Math.min(...lons) > 180;
  const east = points.map(({ lon }) => (wraps && lon < 0 ? lon + 360 : lon));
  const west = Math.min(...east);
  const squeeze = Math.max(0.1, Math.cos((((south + north) / 2) * Math.PI) / 180));
  const [across, up] = [(Math.max(...east) - west) * squeeze, north - south];
  const scale = Math.min((width - 2 * margin) / (across || 1), (height - 2 * margin) / (up || 1));
  const [left, top] = [(width - across * scale) / 2, (height - up * scale) / 2];
  const spots = points.map(({ lat }, n) => ({
    x: left + ((east[n] ?? west) - west) * squeeze * scale,
    y: top + (north - lat) * scale,
  }));
  return spread(spots, { width, height, margin });
}

interface Spot {
  x: number;
  y: number;
}

/** How near to each other two islands may be drawn, so that both names can be read. */
export const LEAST_BETWEEN = 92;
const ROUNDS = 40;

/** Moves what lies too near to something else away from it, a little at a time, and nothing out of the drawing. */
function spread(spots: readonly Spot[], { width, height, margin }: Frame): Spot[] {
  const moved = spots.map((spot) => ({ ...spot }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [n, one] of moved.entries()) {
      for (const other of moved.slice(n + 1)) {
        const [dx, dy] = [other.x - one.x, other.y - one.y];
        const away = Math.hypot(dx, dy);
        if (away >= LEAST_BETWEEN) continue;
        const push = (LEAST_BETWEEN - away) / 2;
        // Two on the same spot part from above to below, as names are read.
        const [ux, uy] = away < 1 ? [0, 1] : [dx / away, dy / away];
        one.x -= ux * push;
        one.y -= uy * push;
        other.x += ux * push;
        other.y += uy * push;
      }
    }
    for (const spot of moved) {
      spot.x = Math.min(width - margin, Math.max(margin, spot.x));
      spot.y = Math.min(height - margin, Math.max(margin, spot.y));
    }
  }
  return moved;
}

const PER_ROW = 5;

/** From one edge to the other and back below it, as one writes with an ox. */
function inRow(count: number, { width, height, margin }: Frame) {
  const rows = Math.max(1, Math.ceil(count / PER_ROW));
  return Array.from({ length: count }, (_, n) => {
    const row = Math.floor(n / PER_ROW);
    const inThis = Math.min(PER_ROW, count - row * PER_ROW);
    const column = row % 2 === 0 ? n % PER_ROW : PER_ROW - 1 - (n % PER_ROW);
    const step = (width - 2 * margin) / Math.max(1, (rows > 1 ? PER_ROW : inThis) - 1 || 1);
    const wave = n % 2 === 0 ? -1 : 1;
    return {
      x: count === 1 ? width / 2 : margin + column * step,
      y: ((row + 0.5) * height) / rows + wave * Math.min(36, height / rows / 6),
    };
  });
}
