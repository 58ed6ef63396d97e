import { describe, expect, it } from "vitest";
import { addDays, isDate, isInstant, isTime, isTimeZone, wallTime } from "@/lib/archive/calendar";

describe("calendar", () => {
  it.each(["2026-02-28", "2024-02-29", "2000-02-29", "1000-01-01", "9999-12-31"])("%s is a day", (date) => {
    expect(isDate(date)).toBe(true);
  });

  it.each(["2026-02-30", "2026-02-29", "1900-02-29", "2026-04-31", "2026-00-10", "2026-13-01", "2026-01-00"])(
    "%s does not exist",
    (date) => expect(isDate(date)).toBe(false),
  );

  it.each([
    "0000-01-01",
    "0999-01-01",
    "10000-01-01",
    "2026-1-1",
    " 2026-01-01",
    "2026-01-01\n",
    "20260101",
    "",
  ])("%j is not written as a day", (date) => expect(isDate(date)).toBe(false));

  it.each(["00:00", "23:59", "23:59:59", "23:59:59.999999"])("%s is a time", (time) => {
    expect(isTime(time)).toBe(true);
  });

  it.each(["24:00", "12:60", "12:00:60", "9:00", "12:00:00.", "12:00:00.1234567", "12"])(
    "%s is none",
    (time) => {
      expect(isTime(time)).toBe(false);
    },
  );

  it.each(["2026-01-01T00:00:00Z", "2026-01-01T00:00:00.5Z", "1969-12-31T23:59:59.000001Z"])(
    "%s is a moment",
    (instant) => expect(isInstant(instant)).toBe(true),
  );

  it.each([
    "2026-02-30T00:00:00Z",
    "2026-01-01T24:00:00Z",
    "2026-12-31T23:59:60Z",
    "2026-01-01T00:00Z",
    "2026-01-01 00:00:00Z",
    "2026-01-01T00:00:00",
    "2026-01-01T00:00:00+00:00",
    "2026-01-01t00:00:00z",
  ])("%s is none", (instant) => expect(isInstant(instant)).toBe(false));

  it("counts days over months, leap days and years", () => {
    expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
    expect(addDays("9999-12-31", 1)).toBe("10000-01-01");
  });

  it("writes wall times that compare as text", () => {
    expect(wallTime("2026-01-01")).toBe("2026-01-01T00:00:00.000000");
    expect(wallTime("2026-01-01", "09:30:01.25")).toBe("2026-01-01T09:30:01.250000");
    expect(wallTime("2026-01-01", "09:30") < wallTime("2026-01-01", "09:30:00.000001")).toBe(true);
  });

  it.each(["Europe/Paris", "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+5"])("%s is a zone", (zone) => {
    expect(isTimeZone(zone)).toBe(true);
  });

  it.each(["+01:00", "Mars/Olympus", "", "Europe/Paris; drop"])("%j is no zone", (zone) => {
    expect(isTimeZone(zone)).toBe(false);
  });
});
