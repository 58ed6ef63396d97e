import { z } from "zod";
import { sharePlaceSchema } from "@/lib/sharing/schemas";
import { timestampColumn, wallTimeColumn } from "@/lib/supabase/columns";
import {
  ACTIVITY_KINDS,
  ACTIVITY_STATES,
  AUDIENCES,
  COMPANION_ROLES,
  JOURNEY_ROLES,
  SOURCE_KINDS,
  SOURCE_STATES,
} from "./choices";

export const JOURNEYS_PAGE_SIZE = 20;

/** A journey without what is in it. Dates are `YYYY-MM-DD`. */
export const journeySchema = z.object({
  id: z.uuid(),
  title: z.string(),
  note: z.string(),
  time_zone: z.string(),
  starts_on: z.string().nullable(),
  ends_on: z.string().nullable(),
  is_template: z.boolean(),
  version: z.number().int(),
  created_at: timestampColumn,
  updated_at: timestampColumn,
  archived_at: timestampColumn.nullable(),
  role: z.enum(JOURNEY_ROLES),
});
export type Journey = z.infer<typeof journeySchema>;

/** A journey in a list, with how many of its activities are in which state. */
export const journeySummarySchema = journeySchema.extend({
  counts: z.object({
    idea: z.number().int(),
    planned: z.number().int(),
    done: z.number().int(),
    skipped: z.number().int(),
  }),
  /** Everybody on it, its owner too. */
  people: z.number().int(),
  owner: z.string(),
});
export type JourneySummary = z.infer<typeof journeySummarySchema>;

/** An activity as whoever asks sees it. Its title is null where it stands in a community that they do not read. */
export const activitySchema = z.object({
  id: z.uuid(),
  kind: z.enum(ACTIVITY_KINDS),
  version: z.number().int(),
  state: z.enum(ACTIVITY_STATES),
  visible_to: z.enum(AUDIENCES),
  title: z.string().nullable(),
  /** The planner's own words instead of the source's. */
  own_title: z.string().nullable(),
  note: z.string(),
  memory: z.string(),
  place: z.string().nullable(),
  own_place: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  starts_local: wallTimeColumn.nullable(),
  ends_local: wallTimeColumn.nullable(),
  time_zone: z.string(),
  starts_at: timestampColumn.nullable(),
  ends_at: timestampColumn.nullable(),
  position: z.number(),
  origin_id: z.uuid().nullable(),
  /** Whether it was planned by whoever asks. */
  mine: z.boolean(),
  source_state: z.enum(SOURCE_STATES).nullable(),
  source: z.object({ tenant_id: z.uuid(), id: z.uuid() }).nullable(),
  /** What the event says now, where that is not what was planned from. */
  live: z
    .object({
      starts_local: wallTimeColumn,
      ends_local: wallTimeColumn,
      time_zone: z.string(),
      place: z.string().nullable(),
    })
    .nullable(),
  yes: z.number().int(),
  no: z.number().int(),
  my_vote: z.number().int().nullable(),
  comments: z.number().int(),
});
export type Activity = z.infer<typeof activitySchema>;

const personSchema = z.object({ id: z.uuid(), name: z.string(), avatar: z.string().nullable() });

const journeyPlaceSchema = sharePlaceSchema.extend({ domain: z.string().nullable().optional() });
export type JourneyPlace = z.infer<typeof journeyPlaceSchema>;

export const journeyCommentSchema = z.object({
  id: z.uuid(),
  activity_id: z.uuid().nullable(),
  body: z.string(),
  created_at: timestampColumn,
  mine: z.boolean(),
  author: personSchema,
});
export type JourneyComment = z.infer<typeof journeyCommentSchema>;

/** Everything of one journey: the answer of `journey_page`. */
export const journeyPageSchema = z.object({
  journey: journeySchema,
  activities: z.array(activitySchema),
  people: z.array(personSchema.extend({ role: z.enum(JOURNEY_ROLES) })),
  /** The owner's alone. */
  invites: z
    .array(
      z.object({
        id: z.uuid(),
        role: z.enum(COMPANION_ROLES),
        uses: z.number().int(),
        max_uses: z.number().int(),
        expires_at: timestampColumn,
      }),
    )
    .nullable(),
  /** Who was invited by name and has not come (yet); the owner's alone. */
  invited: z
    .array(personSchema.extend({ role: z.enum(COMPANION_ROLES), declined: z.boolean() }))
    .nullable()
    .default(null),
  comments: z.array(journeyCommentSchema),
  communities: z.array(journeyPlaceSchema),
  /** Whether whoever asks has a calendar address of it. */
  calendar: z.boolean(),
  now: timestampColumn,
});
export type JourneyPage = z.infer<typeof journeyPageSchema>;

/** The answer of `my_journeys_page`. */
export const journeysAnswerSchema = z.object({
  items: z.array(journeySummarySchema),
  next: z.object({ at: z.string(), id: z.uuid() }).nullable(),
});

/** Something that can be added. Times are an event's. */
export const journeySourceSchema = z.object({
  kind: z.enum(SOURCE_KINDS),
  tenant_id: z.uuid(),
  id: z.uuid(),
  title: z.string(),
  place: z.string().nullable().default(null),
  starts_local: wallTimeColumn.nullable().default(null),
  ends_local: wallTimeColumn.nullable().default(null),
  time_zone: z.string().nullable().default(null),
});
export type JourneySource = z.infer<typeof journeySourceSchema>;

export const sourcesAnswerSchema = z.object({
  items: z.array(journeySourceSchema),
  next: z.object({ at: z.string(), id: z.uuid() }).nullable(),
  communities: z.array(journeyPlaceSchema),
});

/** A page of `GET /api/journeys/sources`. */
export interface SourcesPage {
  items: JourneySource[];
  next: string | null;
  communities: JourneyPlace[];
}
