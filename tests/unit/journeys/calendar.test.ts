import { expect, test } from "vitest";
import { OCCURRENCES_MAX, readCalendar } from "@/lib/journeys/import-calendar";
import { findBrokenLine } from "@/lib/journeys/import-lines";

const NOW = Date.parse("2027-05-01T00:00:00Z");
const PLAN = { zone: "Europe/Lisbon", starts_on: "2027-05-01", ends_on: "2027-05-31" };
const file = (...lines: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");
const event = (...lines: string[]) => ["BEGIN:VEVENT", "UID:1", ...lines, "END:VEVENT"];
const read = (...lines: string[]) => readCalendar(file(...event(...lines)), PLAN, NOW);

test("times are read as they are written: in a zone, in UTC, without one, for whole days", () => {
  const one = (...lines: string[]) => read("SUMMARY:Sail", ...lines).activities[0];
  expect(
    one("DTSTART;TZID=Asia/Tokyo:20270510T090000", "DTEND;TZID=Asia/Tokyo:20270510T100000"),
  ).toMatchObject({
    starts_local: "2027-05-10T09:00",
    ends_local: "2027-05-10T10:00",
    time_zone: "Asia/Tokyo",
  });
  expect(one("DTSTART:20270510T090000Z", "DURATION:PT90M")).toMatchObject({
    starts_local: "2027-05-10T10:00",
    ends_local: "2027-05-10T11:30",
    time_zone: "Europe/Lisbon",
  });
  expect(one("DTSTART:20270510T090000")).toMatchObject({ starts_local: "2027-05-10T09:00" });
  expect(one("DTSTART;VALUE=DATE:20270510", "DTEND;VALUE=DATE:20270512")).toMatchObject({
    starts_local: "2027-05-10T00:00",
    ends_local: "2027-05-12T00:00",
  });
});

test("a repetition is followed within the journey, without those left out, and one without an end is cut", () => {
  const weekly = read(
    "SUMMARY:Class",
    "DTSTART:20270401T180000Z",
    "RRULE:FREQ=WEEKLY",
    "EXDATE:20270513T180000Z",
  );
  expect(weekly.activities.map(({ starts_local }) => starts_local)).toEqual([
    "2027-05-06T19:00",
    "2027-05-20T19:00",
    "2027-05-27T19:00",
  ]);
  expect(weekly.cut).toEqual(["Class"]);
  const often = read("SUMMARY:Tick", "DTSTART:20270501T000000Z", "RRULE:FREQ=MINUTELY");
  expect([often.activities.length, often.cut]).toEqual([OCCURRENCES_MAX, ["Tick"]]);
  const old = read("SUMMARY:Old", "DTSTART:19700101T000000Z", "RRULE:FREQ=SECONDLY");
  expect([old.activities.length, old.left]).toEqual([0, 1]);
});

test("what lies outside the journey or says nothing is left out and counted", () => {
  const text = file(
    ...event("SUMMARY:Before", "DTSTART:20260101T090000Z"),
    ...event("DTSTART:20270510T090000Z"),
    ...event("SUMMARY:Odd", "DTSTART:never"),
    ...event("SUMMARY:Fine", "DTSTART:20270510T090000Z", "LOCATION:Quay\\, Lisbon"),
  );
  const { activities, left } = readCalendar(text, PLAN, NOW);
  expect(activities).toMatchObject([{ title: "Fine", place: "Quay, Lisbon" }]);
  expect(left).toBe(3);
});

test("a broken file names the line", () => {
  expect(findBrokenLine("<html>")).toEqual({ line: 1, why: "no_calendar" });
  expect(findBrokenLine("")).toEqual({ line: 1, why: "no_calendar" });
  expect(findBrokenLine(file("BEGIN:VEVENT", "SUMMARY", "END:VEVENT"))).toEqual({ line: 4, why: "no_name" });
  expect(findBrokenLine(file("BEGIN:VEVENT"))).toEqual({ line: 4, why: "not_closed" });
  expect(findBrokenLine("BEGIN:VCALENDAR\nBEGIN:VEVENT\n")).toEqual({ line: 2, why: "not_closed" });
  expect(findBrokenLine(file(...event("SUMMARY:folded", " on")))).toBeNull();
  expect(readCalendar("nonsense", PLAN, NOW).broken).toEqual({ line: 1, why: "no_calendar" });
});
