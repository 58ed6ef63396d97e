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

test("what began long ago comes on the days it would come on if one followed it from its beginning", () => {
  const days = (...lines: string[]) =>
    read("SUMMARY:Class", ...lines).activities.map(({ starts_local }) => starts_local?.slice(8, 10));
  // A Thursday: 650 times three weeks, and 1,365 times ten days, before 20 May.
  expect(days("DTSTART:19900104T090000Z", "RRULE:FREQ=WEEKLY;INTERVAL=3")).toEqual(["20"]);
  expect(days("DTSTART:19900104T090000Z", "RRULE:FREQ=DAILY;INTERVAL=10;BYDAY=TH,FR")).toEqual(["20"]);
  expect(days("DTSTART:19900104T090000Z", "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20270515T000000Z")).toEqual([
    "04",
    "11",
  ]);
  expect(days("DTSTART:20270401T090000Z", "RRULE:FREQ=DAILY;COUNT=32")).toEqual(["01", "02"]);
  expect(days("DTSTART:19500511T090000Z", "RRULE:FREQ=YEARLY")).toEqual(["11"]);
});

test("something that ends under other clocks, or in UTC, lasts as long as it says", () => {
  const one = (...lines: string[]) => read("SUMMARY:Flight", ...lines).activities;
  // Lisbon is on summer time in May: UTC+1; Tokyo is UTC+9, New York UTC-4.
  expect(
    one("DTSTART;TZID=Asia/Tokyo:20270510T100000", "DTEND;TZID=America/New_York:20270510T093000"),
  ).toMatchObject([
    { starts_local: "2027-05-10T10:00", ends_local: "2027-05-10T22:30", time_zone: "Asia/Tokyo" },
  ]);
  expect(one("DTSTART;TZID=America/New_York:20270510T200000", "DTEND:20270511T030000Z")).toMatchObject([
    { starts_local: "2027-05-10T20:00", ends_local: "2027-05-10T23:00", time_zone: "America/New_York" },
  ]);
  expect(
    one(
      "DTSTART;TZID=Europe/Lisbon:20270510T220000",
      "DTEND;TZID=Europe/Lisbon:20270511T010000",
      "RRULE:FREQ=DAILY;COUNT=2",
    ).map(({ ends_local }) => ends_local),
  ).toEqual(["2027-05-11T01:00", "2027-05-12T01:00"]);
});

test("what was changed of a repetition stands in its place, also where the repetition is not in the file", () => {
  const moved = [
    ...event(
      "SUMMARY:Moved",
      "RECURRENCE-ID;TZID=Europe/Lisbon:20270511T180000",
      "DTSTART;TZID=Asia/Tokyo:20270512T070000",
      "DTEND;TZID=Asia/Tokyo:20270512T083000",
    ),
  ];
  const weekly = event(
    "SUMMARY:Class",
    "DTSTART;TZID=Europe/Lisbon:20270504T180000",
    "DTEND;TZID=Europe/Lisbon:20270504T190000",
    "RRULE:FREQ=WEEKLY;COUNT=2",
  );
  const there = { title: "Moved", starts_local: "2027-05-12T07:00", ends_local: "2027-05-12T08:30" };
  expect(readCalendar(file(...moved, ...weekly), PLAN, NOW).activities).toMatchObject([
    { title: "Class", starts_local: "2027-05-04T18:00", ends_local: "2027-05-04T19:00" },
    { ...there, time_zone: "Asia/Tokyo" },
  ]);
  expect(readCalendar(file(...moved), PLAN, NOW).activities).toMatchObject([there]);
});

test("repetitions that never come, or hardly ever, do not hold up anybody", () => {
  const often = [
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=SECONDLY;BYMONTH=1",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
  ];
  for (const rule of often) {
    const { activities, left, cut } = read("SUMMARY:Never", "DTSTART:20270201T000000Z", `RRULE:${rule}`);
    expect([activities.length <= 1, left + cut.length], rule).toEqual([true, 1]);
  }
  const many = often.flatMap((rule) =>
    Array.from({ length: 300 }, () =>
      event("SUMMARY:Never", "DTSTART:20270201T000000Z", `RRULE:${rule}`),
    ).flat(),
  );
  const found = readCalendar(file(...many, ...event("SUMMARY:Fine", "DTSTART:20270510T090000Z")), PLAN, NOW);
  expect(found.activities).toMatchObject([{ title: "Fine" }]);
});

test("what there is no room for is named or counted", () => {
  const daily = (title: string) =>
    event(`SUMMARY:${title}`, "DTSTART:20270501T090000Z", "RRULE:FREQ=HOURLY;COUNT=150");
  const text = file(...daily("One"), ...daily("Two"), ...daily("Three"), ...daily("Four"), ...daily("Five"));
  const { activities, cut, left } = readCalendar(
    text.replaceAll(/UID:1/g, () => `UID:${Math.random()}`),
    PLAN,
    NOW,
  );
  expect([activities.length, cut, left]).toEqual([500, ["Four"], 1]);
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
