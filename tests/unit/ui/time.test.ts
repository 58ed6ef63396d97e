import { describe, expect, test } from "vitest";
import { formatMoment, formatRelative } from "@/lib/format/time";

const NOW = Date.UTC(2026, 10, 20, 12, 0, 0);
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe("how long ago", () => {
  test.each([
    [0, "now"],
    [-20 * SECOND, "now"],
    [20 * SECOND, "now"],
    [-50 * SECOND, "1 minute ago"],
    [-5 * MINUTE, "5 minutes ago"],
    [-3 * HOUR, "3 hours ago"],
    [-30 * HOUR, "yesterday"],
    [-6 * DAY, "6 days ago"],
    [-8 * DAY, "Nov 12"],
    [-400 * DAY, "Oct 16, 2025"],
    [2 * HOUR, "in 2 hours"],
    [60 * DAY, "Jan 19, 2027"],
  ])("%i ms away reads %j", (distance, expected) => {
    expect(formatRelative(new Date(NOW + distance), NOW, "en", "UTC")).toBe(expected);
  });

  test("speaks the reader's language", () => {
    expect(formatRelative(new Date(NOW - 2 * DAY), NOW, "es", "UTC")).toBe("anteayer");
    expect(formatRelative(new Date(NOW - HOUR), NOW, "ja", "UTC")).toBe("1 時間前");
  });

  test("the year is the one of the reader's zone", () => {
    const january = Date.UTC(2026, 0, 15, 12);
    const newYear = new Date(Date.UTC(2025, 11, 31, 23, 30));
    expect(formatRelative(newYear, january, "en", "Asia/Tokyo")).toBe("Jan 1");
    expect(formatRelative(newYear, january, "en", "UTC")).toBe("Dec 31, 2025");
  });
});

describe("exact moments", () => {
  test("are told in the reader's zone, on the day that it has there", () => {
    const moment = new Date("2026-03-29T00:30:00Z");
    expect(formatMoment(moment, "en-GB", "America/New_York", "datetime")).toBe("28 March 2026 at 20:30");
    expect(formatMoment(moment, "en-GB", "Europe/Lisbon", "date")).toBe("29 March 2026");
  });

  test("an unknown zone or language does not take the page down", () => {
    const moment = new Date(NOW);
    expect(formatMoment(moment, "en", "Mars/Olympus", "date")).toBe("November 20, 2026");
    expect(formatMoment(moment, "not a language", "UTC", "date")).toBe("November 20, 2026");
    expect(formatRelative(new Date(NOW - HOUR), NOW, "not a language", "UTC")).toBe("1 hour ago");
  });
});
