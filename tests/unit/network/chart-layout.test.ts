import { describe, expect, it } from "vitest";
import { chartName, layoutChart, routeThrough } from "@/lib/tenants/chart-layout";

const CHART = { width: 960, height: 420, largest: 150, letters: 24 };

function communities(count: number) {
  return Array.from({ length: count }, (_, n) => ({
    id: `island-${n}`,
    name: `Community number ${n}`,
    member_count: Math.round(400 / (n + 1)),
  }));
}

describe("layoutChart", () => {
  it("draws the same chart every time, whatever the order", () => {
    const list = communities(12);
    expect(layoutChart([...list].reverse(), CHART)).toEqual(layoutChart(list, CHART));
  });

  it("keeps every island on the chart and apart from the others", () => {
    const islands = layoutChart(communities(14), CHART);
    for (const { x, y, size } of islands) {
      expect(x - size / 2).toBeGreaterThanOrEqual(0);
      expect(x + size / 2).toBeLessThanOrEqual(CHART.width);
      expect(y - size / 2).toBeGreaterThanOrEqual(0);
      expect(y + size / 2).toBeLessThanOrEqual(CHART.height);
    }
    for (const [at, one] of islands.entries()) {
      for (const other of islands.slice(at + 1)) {
        const apart = Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y));
        expect(apart).toBeGreaterThanOrEqual((one.size + other.size) / 2);
      }
    }
  });

  it("lets area follow members, and nobody vanish", () => {
    const islands = layoutChart(
      [
        { id: "a", name: "A", member_count: 400 },
        { id: "b", name: "B", member_count: 100 },
        { id: "c", name: "C", member_count: 0 },
      ],
      CHART,
    );
    expect(islands.map(({ size }) => Math.round(size))).toEqual([150, 75, 45]);
  });

  it("leaves out what fits nowhere, the largest last", () => {
    const islands = layoutChart(communities(80), { width: 360, height: 300, largest: 100, letters: 18 });
    expect(islands.length).toBeGreaterThan(3);
    expect(islands.length).toBeLessThan(80);
    expect(islands[0]?.community.id).toBe("island-0");
  });

  it("has nothing to draw for nobody", () => {
    expect(layoutChart([], CHART)).toEqual([]);
  });
});

describe("chartName", () => {
  it("cuts by letters, not by halves of them", () => {
    expect(chartName("Harbour", 24)).toBe("Harbour");
    expect(chartName("🌊".repeat(30), 24)).toBe(`${"🌊".repeat(23)}…`);
  });
});

describe("routeThrough", () => {
  it("goes from the westernmost place to the nearest next", () => {
    const places = [
      { x: 90, y: 0 },
      { x: 0, y: 0 },
      { x: 40, y: 0 },
    ];
    expect(routeThrough(places)).toBe("M0.0,0.0L40.0,0.0L90.0,0.0");
    expect(routeThrough([])).toBe("");
  });
});
