import { describe, expect, test } from "vitest";
import { islandPath } from "@/lib/branding/island-mark";

function pointsOf(path: string): [number, number][] {
  const numbers = [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)];
  return numbers.map((match) => [Number(match[1]), Number(match[2])]);
}

/** Mean distance of two outlines at the same bearings, where a whole drawing measures 64. */
function difference(one: string, other: string): number {
  const [first, second] = [pointsOf(one), pointsOf(other)];
  const sum = first.reduce((total, [x, y], index) => {
    const [otherX, otherY] = second[index] ?? [0, 0];
    return total + Math.hypot(x - otherX, y - otherY);
  }, 0);
  return sum / first.length;
}

const ids = Array.from(
  { length: 300 },
  (_, index) => `0193f0c2-7a00-7000-8000-${String(index).padStart(12, "0")}`,
);

describe("islands", () => {
  test("an id always gives the same island", () => {
    expect(islandPath("rust")).toEqual(islandPath("rust"));
  });

  test("no two look alike, however close their ids", { timeout: 60_000 }, () => {
    const coasts = ids.map((id) => islandPath(id).coast);
    let closest = Number.POSITIVE_INFINITY;
    coasts.forEach((coast, index) => {
      for (const other of coasts.slice(index + 1)) closest = Math.min(closest, difference(coast, other));
    });
    expect(closest).toBeGreaterThan(0.6);
  });

  test("five thousand ids give five thousand islands", { timeout: 60_000 }, () => {
    const coasts = new Set(Array.from({ length: 5_000 }, (_, index) => islandPath(`c${index}`).coast));
    expect(coasts.size).toBe(5_000);
  });

  test("everything lies within the drawing, closed and well formed", { timeout: 60_000 }, () => {
    for (const id of ["", "🏝️", "x".repeat(10_000), ...ids]) {
      const { coast, contours, shallows, viewBox } = islandPath(id);
      expect(viewBox).toBe("0 0 64 64");
      expect(contours).toHaveLength(2);
      for (const path of [coast, shallows, ...contours]) {
        expect(path).toMatch(/^M-?[\d.]+,-?[\d.]+(C(-?[\d.]+,-?[\d.]+ ?){3})+Z$/);
        const numbers = pointsOf(path).flat();
        expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-2);
        expect(Math.max(...numbers)).toBeLessThanOrEqual(66);
      }
    }
  });
});
