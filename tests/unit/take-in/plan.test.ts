import { describe, expect, it } from "vitest";
import { type ExportParts, planTakeIn } from "@/lib/take-in/plan";

const JOURNEY = "0197a000-0000-7000-8000-000000000001";
const manifest = (changes = {}) =>
  JSON.stringify({
    format: "archipelago-personal-export",
    version: 1,
    made_at: "2026-11-20T10:00:00.000Z",
    ...changes,
  });
const journey = (changes = {}) => ({
  id: JOURNEY,
  title: "Two weeks of islands",
  note: "",
  time_zone: "Europe/Lisbon",
  starts_on: "2027-03-01",
  ends_on: null,
  is_template: false,
  created_at: "2026-01-01T00:00:00+00:00",
  ...changes,
});
const activity = (n: number, changes = {}) => ({
  journey_id: JOURNEY,
  id: `0197a000-0000-7000-8000-0000000001${String(n).padStart(2, "0")}`,
  kind: "free",
  kept_title: null,
  kept_place: null,
  title: `Activity ${n}`,
  note: "",
  place: null,
  latitude: null,
  longitude: null,
  starts_local: "2027-03-02T09:00:00",
  ends_local: "2027-03-02T10:30:00",
  time_zone: "Europe/Lisbon",
  position: n,
  state: "planned",
  visible_to: "companions",
  memory: "",
  removed_at: null,
  ...changes,
});
const profile = {
  display_name: "Ana",
  bio: "Words.",
  locale: null,
  time_zone: "Europe/Lisbon",
  appearance: "dark",
  shortcuts: true,
  ai_help: true,
  ai_texts: true,
};
const lines = (...rows: unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join("");
const plan = (parts: Partial<ExportParts>) =>
  planTakeIn({ manifest: manifest(), profile: null, journeys: null, activities: null, ...parts });
const found = (parts: Partial<ExportParts>) => {
  const answer = plan(parts);
  if (!answer.ok) throw new Error(answer.why);
  return answer.found;
};

describe("taking in an export", () => {
  it("brings journeys with what was planned in them, in words of their own", () => {
    const { journeys, left } = found({
      journeys: lines(journey()),
      activities: lines(
        activity(1, { memory: "It rained, and it was good.", state: "done" }),
        activity(2, { kind: "event", title: null, kept_title: "Open harbour day", kept_place: "Pier 3" }),
      ),
    });
    expect(left).toBe(0);
    expect(journeys).toHaveLength(1);
    expect(journeys[0]).toMatchObject({
      id: JOURNEY,
      starts_on: "2027-03-01",
      activities: [
        { kind: "free", title: "Activity 1", starts_local: "2027-03-02T09:00", state: "done", position: 1 },
        { kind: "free", title: "Open harbour day", place: "Pier 3", ends_local: "2027-03-02T10:30" },
      ],
    });
    expect(journeys[0]?.activities[0]?.memory).toBe("It rained, and it was good.");
    expect(journeys[0]?.activities[1]).not.toHaveProperty("source_id");
  });

  it("leaves out what was taken out, and what stands in journeys of others", () => {
    const { journeys, left } = found({
      journeys: lines(journey()),
      activities: lines(
        activity(1, { removed_at: "2026-10-01T00:00:00+00:00" }),
        activity(2, { journey_id: "0197a000-0000-7000-8000-000000000009" }),
      ),
    });
    expect(journeys[0]?.activities).toEqual([]);
    expect(left).toBe(0);
  });

  it("counts lines that nothing can be made of, and takes the rest", () => {
    const { journeys, left } = found({
      journeys: `${lines(journey())}{"id": 3}\nnot JSON at all\n`,
      activities: lines(
        activity(1, { title: null }),
        activity(2, { time_zone: "Atlantis/Middle" }),
        activity(3, { ends_local: "2027-03-01T00:00:00" }),
      ),
    });
    expect(left).toBe(4);
    expect(journeys[0]?.activities.map(({ title, ends_local }) => [title, ends_local])).toEqual([
      ["Activity 3", undefined],
    ]);
  });

  it("brings a profile without what was agreed to about AI", () => {
    expect(found({ profile: lines(profile) }).profile).toEqual({
      display_name: "Ana",
      bio: "Words.",
      locale: "",
      time_zone: "Europe/Lisbon",
      appearance: "dark",
      shortcuts: true,
    });
    expect(found({ profile: lines({ ...profile, appearance: "neon" }) }).profile).toBeNull();
    expect(found({}).profile).toBeNull();
  });

  it("names a file that is no export, and one of a version to come", () => {
    for (const other of [null, "", "[]", manifest({ format: "archipelago-archive" })])
      expect(plan({ manifest: other })).toEqual({ ok: false, why: "no_export" });
    expect(plan({ manifest: manifest({ version: 2 }) })).toEqual({ ok: false, why: "newer" });
  });
});
