import { z } from "zod";

/** The manifest of an export (docs/decisions/0011), as far as taking it in goes. */
export const manifestSchema = z.object({
  format: z.literal("archipelago-personal-export"),
  version: z.number().int(),
  made_at: z.iso.datetime(),
});

/** The newest version of the format that is understood. */
export const NEWEST_VERSION = 1;

/** A line of `data/journeys.jsonl`. */
export const journeyLineSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  note: z.string(),
  time_zone: z.string(),
  starts_on: z.string().nullable(),
  ends_on: z.string().nullable(),
  is_template: z.boolean(),
});
export type JourneyLine = z.infer<typeof journeyLineSchema>;

/** A line of `data/journey_activities.jsonl`. */
export const activityLineSchema = z.object({
  journey_id: z.uuid(),
  id: z.uuid(),
  kind: z.string(),
  kept_title: z.string().nullable(),
  kept_place: z.string().nullable(),
  title: z.string().nullable(),
  note: z.string(),
  place: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  starts_local: z.string().nullable(),
  ends_local: z.string().nullable(),
  time_zone: z.string(),
  position: z.number(),
  state: z.string(),
  visible_to: z.string(),
  memory: z.string(),
  removed_at: z.string().nullable(),
});
export type ActivityLine = z.infer<typeof activityLineSchema>;
