import { describe, expect, it } from "vitest";
import { writeCalendar } from "@/lib/events/calendar-file";
import { hostileTitles } from "../../support/hostile-titles.ts";
import { eventOf, harbour } from "./examples.ts";

/** The lines of a file as they are on the wire. */
function wireLines(file: string): string[] {
  return file.split("\r\n");
}

/** Content lines, unfolded: name and value. */
function contentLines(file: string): [string, string][] {
  return file
    .replace(/\r\n[ \t]/g, "")
    .split("\r\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [, name = "", value = ""] = /^([A-Z-]+(?:;[^:]*)?):([\s\S]*)$/.exec(line) ?? [];
      return [name, value];
    });
}

const values = (file: string, name: string) =>
  contentLines(file).flatMap(([key, value]) => (key === name ? [value] : []));

const asWritten = (text: string) =>
  text.replace(/\\([nN,;\\])/g, (_, character: string) => (/n/i.test(character) ? "\n" : character));

describe("the calendar of a community", () => {
  it("holds one event per event whatever titles say, folded at 75 octets, without stray line ends", () => {
    const file = writeCalendar(
      harbour,
      hostileTitles.map((title, index) => eventOf(title, index + 1)),
    );
    for (const line of wireLines(file)) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line.replaceAll("\t", "")).not.toMatch(/\p{Cc}/u);
    }
    const names = contentLines(file).map(([name]) => name);
    expect(names).not.toContain("");
    expect(names.filter((name) => name.startsWith("ATTACH"))).toEqual([]);
    expect(values(file, "BEGIN")).toEqual(["VCALENDAR", ...hostileTitles.map(() => "VEVENT")]);
    expect(values(file, "UID").length).toBe(hostileTitles.length);
    expect(new Set(values(file, "UID")).size).toBe(hostileTitles.length);
    expect(values(file, "SUMMARY").map(asWritten)).toContain("comma, semicolon; backslash \\ colon: \\n \\N");
    expect(file).not.toContain("\ufffd\ufffd");
  });

  it("names moments in UTC, with a sequence that grows", () => {
    const file = writeCalendar(harbour, [eventOf("Talk")]);
    expect(values(file, "DTSTART")).toEqual(["20261125T180000Z"]);
    expect(values(file, "DTEND")).toEqual(["20261125T203000Z"]);
    expect(values(file, "SEQUENCE")).toEqual(["2"]);
    expect(values(file, "LAST-MODIFIED")).toEqual(["20261102T100000Z"]);
    expect(values(file, "STATUS")).toEqual(["CONFIRMED"]);
    expect(values(file, "URL;VALUE=URI")).toEqual([
      "http://harbour.archipelago.localhost:3000/events/00000000-0000-7000-8000-000000000001",
    ]);
    expect(writeCalendar(harbour, [eventOf("Talk")])).toBe(file);
  });

  it("gives an all-day event its dates, the end exclusive, in whatever zone the server runs", () => {
    const file = writeCalendar(harbour, [
      eventOf("Days", 1, {
        all_day: true,
        starts_local: "2026-12-01T00:00",
        ends_local: "2026-12-03T00:00",
        starts_at: "2026-11-30T23:00:00+00:00",
        ends_at: "2026-12-02T23:00:00+00:00",
      }),
    ]);
    expect(values(file, "DTSTART;VALUE=DATE")).toEqual(["20261201"]);
    expect(values(file, "DTEND;VALUE=DATE")).toEqual(["20261203"]);
  });

  it("keeps a cancelled event and says so; an event without length has no end", () => {
    const file = writeCalendar(harbour, [
      eventOf("Off", 1, { cancelled_at: "2026-11-03T00:00:00+00:00", ends_at: "2026-11-25T18:00:00+00:00" }),
    ]);
    expect(values(file, "STATUS")).toEqual(["CANCELLED"]);
    expect(values(file, "DTEND")).toEqual([]);
  });
});
