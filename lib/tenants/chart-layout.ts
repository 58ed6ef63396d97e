import { seededRandom } from "@/lib/branding/random";

/** What the chart needs of a community. */
export interface ChartCommunity {
  id: string;
  name: string;
  member_count: number;
}

/** An island's place on the chart: its middle and the length of its square, in units of the drawing. */
export interface PlacedIsland<T extends ChartCommunity> {
  community: T;
  x: number;
  y: number;
  size: number;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface ChartSize {
  width: number;
  height: number;
  /** Length of the largest island's square. */
  largest: number;
  /** Characters of a name that are shown. */
  letters: number;
}

const TRIES = 140;
const EDGE = 22;
const LABEL_HEIGHT = 24;
const LETTER_WIDTH = 7;
/** Letters of scripts that fill a square each. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;
const SMALLEST = 0.3;
const COVERED = 0.24;
/** Up to so many islands keep together in the middle; more of them spread over the whole chart. */
const FEW = 6;

/**
 * Places islands on a chart, the largest first and each where it has most room, always alike for the same
 * communities. Area follows the number of members. An island that fits nowhere without touching is left out, and
 * `rose` stays free of all of them.
 */
export function layoutChart<T extends ChartCommunity>(
  communities: readonly T[],
  chart: ChartSize,
  rose?: { x: number; y: number; radius: number },
): PlacedIsland<T>[] {
  const sorted = [...communities].sort(
    (one, other) => other.member_count - one.member_count || one.id.localeCompare(other.id),
  );
  const most = Math.max(sorted[0]?.member_count ?? 0, 1);
  const shares = sorted.map(({ member_count }) => Math.max(Math.sqrt(member_count / most), SMALLEST));
  const largest = fitLargest(shares, chart);
  const placed: PlacedIsland<T>[] = [];
  const taken = rose ? [boxAround(rose.x, rose.y, rose.radius * 2, rose.radius * 2)] : [];
  for (const [rank, community] of sorted.entries()) {
    const size = largest * (shares[rank] ?? SMALLEST);
    const spot = findSpot(community, { size, pull: sorted.length > FEW ? 0.1 : 1 }, chart, taken);
    if (!spot) continue;
    placed.push({ community, size, x: spot.x, y: spot.y });
    taken.push(...spot.boxes);
  }
  return placed;
}

/** So large that all islands together cover their share of the water; never larger than the chart allows. */
function fitLargest(shares: readonly number[], { width, height, largest }: ChartSize): number {
  const area = shares.reduce((sum, share) => sum + share ** 2, 0);
  return Math.min(largest, Math.sqrt((COVERED * width * height) / Math.max(area, 1)));
}

function findSpot(
  community: ChartCommunity,
  island: { size: number; pull: number },
  chart: ChartSize,
  taken: readonly Box[],
) {
  const { size, pull } = island;
  const random = seededRandom(`chart:${community.id}`);
  const label = lengthOf(chartName(community.name, chart.letters));
  const half = Math.max(size, label) / 2;
  let best: { x: number; y: number; boxes: Box[]; room: number } | null = null;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const x = between(EDGE + half, chart.width - EDGE - half, random());
    const y = between(EDGE + size / 2, chart.height - EDGE - LABEL_HEIGHT - size / 2, random());
    const boxes = [
      boxAround(x, y, size, size),
      boxAround(x, y + (size + LABEL_HEIGHT) / 2, label, LABEL_HEIGHT),
    ];
    const gaps = boxes.flatMap((box) => taken.map((other) => distance(box, other)));
    const gap = Math.min(...gaps, chart.width);
    if (gap <= 4) continue;
    // Room counts up to a point; beyond it, islands keep together towards the middle.
    const away = Math.hypot((x - chart.width / 2) / chart.width, (y - chart.height / 2) / chart.height);
    const room = Math.min(gap, size * 0.6) - away * size * pull;
    if (!best || room > best.room) best = { x, y, boxes, room };
  }
  return best;
}

function lengthOf(name: string): number {
  return [...name].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1) * LETTER_WIDTH, 0);
}

function boxAround(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function between(low: number, high: number, share: number): number {
  return high <= low ? (low + high) / 2 : low + (high - low) * share;
}

/** Distance between two boxes; negative where they touch. */
function distance(one: Box, other: Box): number {
  const across = Math.max(one.left - other.right, other.left - one.right);
  const down = Math.max(one.top - other.bottom, other.top - one.bottom);
  return across > 0 && down > 0 ? Math.hypot(across, down) : Math.max(across, down);
}

/** A line from the westernmost place to the nearest not yet reached, and so on: path data in the drawing's units. */
export function routeThrough(places: readonly { x: number; y: number }[]): string {
  const left = [...places].sort((one, other) => one.x - other.x);
  const way: { x: number; y: number }[] = [];
  for (let here = left.shift(); here; here = left.shift()) {
    const { x, y } = here;
    way.push(here);
    left.sort((one, other) => Math.hypot(one.x - x, one.y - y) - Math.hypot(other.x - x, other.y - y));
  }
  return way.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x.toFixed(1)},${y.toFixed(1)}`).join("");
}

/** A name of at most so many characters. */
export function chartName(name: string, most: number): string {
  const letters = [...name];
  return letters.length <= most
    ? name
    : `${letters
        .slice(0, most - 1)
        .join("")
        .trim()}…`;
}
