import { describe, expect, it } from "vitest";
import { findSkipped, wallSpanOf } from "@/lib/events/rules";
import { createEventSchema, eventSummarySchema } from "@/lib/events/schemas";
import { agree, nextDay, resolveWallTime, townOf, wallTimeAt } from "@/lib/events/wall-time";

const form = (over: Record<string, unknown>) =>
  createEventSchema.safeParse({
    title: "Regatta",
    starts_on: "2027-03-28",
    time_zone: "Europe/Madrid",
    ...over,
  });

describe("wall time", () => {
  it.each([
    ["2027-07-01T19:00", "Europe/Madrid", "2027-07-01T17:00:00.000Z"],
    ["2027-01-01T00:30", "Asia/Kolkata", "2026-12-31T19:00:00.000Z"],
    ["2027-01-01T12:00", "Pacific/Apia", "2026-12-31T23:00:00.000Z"],
    ["2027-01-01T12:00", "UTC", "2027-01-01T12:00:00.000Z"],
  ])("%s in %s is %s", (wall, zone, moment) => {
    expect(resolveWallTime(wall, zone)).toEqual({ kind: "exact", at: Date.parse(moment) });
    expect(wallTimeAt(Date.parse(moment), zone)).toBe(wall);
  });

  it("names what clocks show instead of a time they skip", () => {
    expect(resolveWallTime("2027-03-28T02:30", "Europe/Madrid")).toEqual({
      kind: "skipped",
      next: "2027-03-28T03:30",
    });
    expect(resolveWallTime("2027-03-14T02:00", "America/New_York")).toMatchObject({ kind: "skipped" });
    expect(resolveWallTime("2027-10-03T02:15", "Australia/Lord_Howe")).toEqual({
      kind: "skipped",
      next: "2027-10-03T02:45",
    });
  });

  it("takes the first of two", () => {
    expect(resolveWallTime("2027-10-31T02:30", "Europe/Madrid")).toEqual({
      kind: "twice",
      at: Date.parse("2027-10-31T00:30:00Z"),
    });
  });

  it("knows zones that show the same", () => {
    const [july, january] = [Date.parse("2027-07-01T00:00Z"), Date.parse("2027-01-01T00:00Z")];
    expect(agree("Europe/Madrid", "Europe/Paris", july, january)).toBe(true);
    expect(agree("Europe/London", "Africa/Abidjan", january, january)).toBe(true);
    expect(agree("Europe/London", "Africa/Abidjan", january, july)).toBe(false);
    expect(townOf("America/Argentina/Buenos_Aires")).toBe("Buenos Aires");
    expect(nextDay("2027-12-31")).toBe("2028-01-01");
  });
});

describe("the form of an event", () => {
  it("makes an all-day event end at the midnight after its last day", () => {
    const days = form({ all_day: "on", ends_on: "2027-03-30" }).data;
    expect(days && wallSpanOf(days)).toEqual({
      starts_local: "2027-03-28T00:00",
      ends_local: "2027-03-31T00:00",
    });
  });

  it("finds the time that does not exist", () => {
    const early = form({ starts_time: "01:00", ends_time: "02:30" }).data;
    expect(early && findSkipped(wallSpanOf(early), "Europe/Madrid")).toMatchObject({
      field: "ends_time",
      next: "2027-03-28T03:30",
    });
    expect(early && findSkipped(wallSpanOf(early), "UTC")).toBeNull();
  });

  it.each([
    [{}, "starts_time", "time_needed"],
    [{ starts_time: "10:00", ends_on: "2027-03-27" }, "ends_on", "end_before_start"],
    [{ starts_time: "10:00", ends_time: "09:00" }, "ends_time", "end_before_start"],
    [{ starts_time: "10:00", url: "javascript:alert(1)" }, "url", "web_address"],
    [{ starts_time: "10:00", time_zone: "Mars/Olympus" }, "time_zone", "time_zone_unknown"],
    [{ starts_time: "10:00", title: " " }, "title", "required"],
  ])("refuses %j", (over, field, message) => {
    const issue = form(over).error?.issues[0];
    expect([issue?.path[0], issue?.message]).toEqual([field, message]);
  });

  it("may end after midnight", () => {
    expect(form({ starts_time: "22:00", ends_on: "2027-03-29", ends_time: "03:00" }).success).toBe(true);
  });
});

describe("an event's row", () => {
  it("reads alike from every service", () => {
    const shape = eventSummarySchema.pick({ starts_at: true, starts_local: true });
    const embedded = { starts_at: "2026-11-20 21:28:49.01+00", starts_local: "2026-11-20 18:28:00" };
    const hosted = { starts_at: "2026-11-20T21:28:49.01+00:00", starts_local: "2026-11-20T18:28:00" };
    expect(shape.parse(embedded)).toEqual(shape.parse(hosted));
  });
});
