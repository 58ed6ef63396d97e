import { describe, expect, it } from "vitest";
import { findTimeZone, isTimeZone, listTimeZones } from "@/lib/time/zones";

describe("a zone by what somebody typed", () => {
  it.each([
    ["Europe/Madrid", "Europe/Madrid"],
    [" europe/madrid ", "Europe/Madrid"],
    ["Buenos Aires", "America/Argentina/Buenos_Aires"],
    ["tokyo", "Asia/Tokyo"],
    ["utc", "UTC"],
    ["Asia/Calcutta", "Asia/Kolkata"],
    ["kyiv", "Europe/Kyiv"],
    ["", null],
    ["Mars/Olympus", null],
    ["+02:00", null],
    ["Europe", null],
  ])("%j is %j", (typed, zone) => {
    expect(findTimeZone(typed)).toBe(zone);
  });

  it("finds every zone by its own name", () => {
    expect(listTimeZones().filter((zone) => findTimeZone(zone) !== zone || !isTimeZone(zone))).toEqual([]);
  });
});
