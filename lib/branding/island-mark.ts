import { remember } from "@/lib/cache/remember";
import { seededRandom } from "./random";

export interface IslandPath {
  viewBox: string;
  /** Closed outline; sometimes with a rock beside it. */
  coast: string;
  /** Lines of equal height within the coast, from low to high. */
  contours: string[];
  /** The line of shallow water around it. */
  shallows: string;
}

interface Point {
  x: number;
  y: number;
}

/** Distance of the coast from the middle in a direction (radians); about 1. */
type Outline = (angle: number) => number;

const SIZE = 64;
const MARGIN = 3;
const POINTS = 26;
const FULL_TURN = Math.PI * 2;

/** The island of a community: always the same for an id, different for every other. */
export const islandPath = remember(1_000, drawIsland);

function drawIsland(id: string): IslandPath {
  const random = seededRandom(id);
  const outline = createOutline(random);
  const turn = random() * FULL_TURN;
  const squeeze = 0.66 + random() * 0.3;
  const peak = { x: (random() - 0.5) * 0.22, y: (random() - 0.5) * 0.22 };
  const ring = (scale: number, calm: number, middle: Point = { x: 0, y: 0 }) =>
    Array.from({ length: POINTS }, (_, index) => {
      const angle = (index / POINTS) * FULL_TURN;
      const reach = scale * (1 + (outline(angle) - 1) * calm);
      const [along, across] = [Math.cos(angle) * reach, Math.sin(angle) * reach * squeeze];
      const x = along * Math.cos(turn) - across * Math.sin(turn) + middle.x;
      return { x, y: along * Math.sin(turn) + across * Math.cos(turn) + middle.y };
    });

  const rings = [
    ring(1, 1),
    ring(1.2, 0.85),
    ring(0.62, 0.85, { x: peak.x * 0.5, y: peak.y * 0.5 }),
    ring(0.3, 0.7, peak),
  ];
  const [coast = "", shallows = "", ...contours] = fillDrawing(rings).map(smoothPath);
  return { viewBox: `0 0 ${SIZE} ${SIZE}`, coast, contours, shallows };
}

function createOutline(random: () => number): Outline {
  const waves = [2, 3, 4, 5, 7, 9].map((frequency) => ({
    frequency,
    height: (0.32 * (0.35 + random())) / frequency ** 0.95,
    phase: random() * FULL_TURN,
  }));
  const bay = { angle: random() * FULL_TURN, depth: random() < 0.7 ? 0.18 + random() * 0.24 : 0 };
  return (angle) => {
    const away = Math.atan2(Math.sin(angle - bay.angle), Math.cos(angle - bay.angle));
    const swell = waves.reduce(
      (sum, wave) => sum + wave.height * Math.sin(wave.frequency * angle + wave.phase),
      0,
    );
    return Math.max(0.38, 1 + swell - bay.depth * Math.exp(-((away / 0.34) ** 2)));
  };
}

/** Scales and moves all rings together so that they fill the drawing. */
function fillDrawing(rings: Point[][]): Point[][] {
  const points = rings.flat();
  const [left, right] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))];
  const scale = (SIZE - MARGIN * 2) / Math.max(right - left, bottom - top);
  const place = ({ x, y }: Point) => ({
    x: SIZE / 2 + (x - (left + right) / 2) * scale,
    y: SIZE / 2 + (y - (top + bottom) / 2) * scale,
  });
  return rings.map((ring) => ring.map(place));
}

/** A closed Catmull-Rom curve through the points, as cubic Béziers. */
function smoothPath(ring: Point[]): string {
  const at = (index: number): Point => ring[(index + ring.length) % ring.length] ?? { x: 0, y: 0 };
  const curves = ring.map((from, index) => {
    const [before, to, after] = [at(index - 1), at(index + 1), at(index + 2)];
    const first = { x: from.x + (to.x - before.x) / 6, y: from.y + (to.y - before.y) / 6 };
    const second = { x: to.x - (after.x - from.x) / 6, y: to.y - (after.y - from.y) / 6 };
    return `C${format(first)} ${format(second)} ${format(to)}`;
  });
  return `M${format(at(0))}${curves.join("")}Z`;
}

function format({ x, y }: Point): string {
  return `${Number(x.toFixed(1))},${Number(y.toFixed(1))}`;
}
