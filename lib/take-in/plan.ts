import type { z } from "zod";
import { ACTIVITIES_MAX, ACTIVITY_STATES, AUDIENCES } from "@/lib/journeys/choices";
import { newActivitySchema, newJourneySchema } from "@/lib/journeys/inputs";
import { type TakenProfile, takenProfileInput } from "@/lib/profiles/schemas";
import {
  type ActivityLine,
  activityLineSchema,
  type JourneyLine,
  journeyLineSchema,
  manifestSchema,
  NEWEST_VERSION,
} from "./schemas";

/** A journey as it is sent; it is read again where it arrives. */
export type JourneyToTake = z.input<typeof newJourneySchema> & { activities: ActivityToTake[] };
type ActivityToTake = z.input<typeof newActivitySchema>;

/** The parts of an export that are taken in, as they stand in its ZIP; null where one is not in it. */
export interface ExportParts {
  manifest: string | null;
  profile: string | null;
  journeys: string | null;
  activities: string | null;
}

/** What an export brings along. */
export interface TakeIn {
  /** ISO 8601 in UTC. */
  madeAt: string;
  profile: TakenProfile | null;
  journeys: JourneyToTake[];
  /** Lines that nothing could be made of. */
  left: number;
}

export type TakeInPlan = { ok: true; found: TakeIn } | { ok: false; why: "no_export" | "newer" };

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function readLines<T>(text: string | null, schema: z.ZodType<T>): { lines: T[]; left: number } {
  const whole = (text ?? "").split("\n").filter((line) => line.trim() !== "");
  const lines = whole.flatMap((line) => schema.safeParse(parseJson(line)).data ?? []);
  return { lines, left: whole.length - lines.length };
}

const oneOf = <T extends string>(known: readonly T[], word: string) => known.find((one) => one === word);
const minutes = (time: string | null) => time?.slice(0, 16);

/**
 * An activity in words of its own: what it came from in a community is another thing where the journey goes, or nothing.
 * Null where not even a title is known.
 */
function toActivity(line: ActivityLine): ActivityToTake | null {
  const starts = minutes(line.starts_local);
  const ends = minutes(line.ends_local);
  const activity: ActivityToTake = {
    id: line.id,
    kind: line.kind === "place" ? "place" : "free",
    title: line.title ?? line.kept_title ?? "",
    note: line.note,
    place: (line.place ?? line.kept_place ?? "").slice(0, 300),
    latitude: line.latitude ?? undefined,
    longitude: line.longitude ?? undefined,
    starts_local: starts,
    ends_local: starts && ends && ends >= starts ? ends : undefined,
    time_zone: line.time_zone,
    position: line.position,
    state: oneOf(ACTIVITY_STATES, line.state),
    visible_to: oneOf(AUDIENCES, line.visible_to),
    memory: line.memory,
  };
  return newActivitySchema.safeParse(activity).success ? activity : null;
}

function toJourney(line: JourneyLine, activities: ActivityToTake[]): JourneyToTake | null {
  const starts_on = line.starts_on ?? undefined;
  const ends_on = line.ends_on ?? undefined;
  const journey: JourneyToTake = { ...line, starts_on, ends_on, activities };
  return newJourneySchema.safeParse(journey).success ? journey : null;
}

function readProfile(text: string | null): TakenProfile | null {
  const { display_name, bio, locale, time_zone, appearance, shortcuts } = Object(parseJson(text ?? ""));
  const taken = {
    display_name,
    bio,
    locale: locale ?? "",
    time_zone: time_zone ?? "",
    appearance,
    shortcuts,
  };
  return takenProfileInput.safeParse(taken).success ? taken : null;
}

/**
 * Reads what of a personal export (docs/decisions/0011) can be taken into an account: the profile, and one's own journeys
 * with what one planned in them oneself. Writes nothing.
 */
export function planTakeIn(parts: ExportParts): TakeInPlan {
  const manifest = manifestSchema.safeParse(parseJson(parts.manifest ?? ""));
  if (!manifest.success) return { ok: false, why: "no_export" };
  if (manifest.data.version > NEWEST_VERSION) return { ok: false, why: "newer" };
  const journeys = readLines(parts.journeys, journeyLineSchema);
  const activities = readLines(parts.activities, activityLineSchema);
  const own = new Set(journeys.lines.map(({ id }) => id));
  const byJourney = new Map<string, ActivityToTake[]>();
  let left = journeys.left + activities.left;
  for (const line of activities.lines) {
    if (line.removed_at || !own.has(line.journey_id)) continue;
    const list = byJourney.get(line.journey_id) ?? [];
    const activity = list.length < ACTIVITIES_MAX ? toActivity(line) : null;
    if (activity) byJourney.set(line.journey_id, [...list, activity]);
    else left += 1;
  }
  const made = journeys.lines.map((line) => toJourney(line, byJourney.get(line.id) ?? []));
  const found = made.filter((journey) => journey !== null);
  left += made.length - found.length;
  const profile = readProfile(parts.profile);
  return { ok: true, found: { madeAt: manifest.data.made_at, profile, journeys: found, left } };
}
