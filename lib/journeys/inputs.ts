import { z } from "zod";
import { cursorSchema } from "@/lib/feed/cursor";
import { cleanText, countCharacters } from "@/lib/text/characters";
import { lineField } from "@/lib/text/fields";
import { isTimeZone } from "@/lib/time/zones";
import { ACTIVITIES_MAX, ACTIVITY_KINDS, ACTIVITY_STATES, AUDIENCES, JOURNEY_FILTERS } from "./choices";
import { JOURNEYS_PAGE_SIZE } from "./schemas";

const date = z.iso.date("date_needed");
const zone = z.string().max(100).refine(isTimeZone, "time_zone_unknown");
const prose = z
  .string()
  .transform(cleanText)
  .refine((text) => countCharacters(text) <= 5000, "too_long");
const title = lineField(200).refine((text) => text !== "", "required");
/** A wall time without a zone, `YYYY-MM-DDTHH:MM`. */
export const wallTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "not_accepted");
const line = (most: number) => lineField(most).transform((text) => text || null);

/** Something to put into a journey: from a community by its ids, or one's own words. */
export const newActivitySchema = z
  .strictObject({
    id: z.uuid().optional(),
    kind: z.enum(ACTIVITY_KINDS),
    source_tenant_id: z.uuid().optional(),
    source_id: z.uuid().optional(),
    title: line(300).optional(),
    note: prose.optional(),
    place: line(300).optional(),
    latitude: z.number().min(-90).max(90).optional(),
    longitude: z.number().min(-180).max(180).optional(),
    starts_local: wallTime.optional(),
    ends_local: wallTime.optional(),
    time_zone: zone.optional(),
    position: z.number().optional(),
    state: z.enum(ACTIVITY_STATES).optional(),
    visible_to: z.enum(AUDIENCES).optional(),
    memory: prose.optional(),
  })
  .superRefine((row, ctx) => {
    const refuse = (name: string, message: string) => ctx.addIssue({ code: "custom", message, path: [name] });
    const own = row.kind === "free" || row.kind === "place";
    if (own ? row.source_id || row.source_tenant_id : !(row.source_id && row.source_tenant_id))
      refuse("source_id", "not_accepted");
    if (own && !row.title) refuse("title", "required");
    if (row.ends_local && !row.starts_local) refuse("starts_local", "required");
    if (row.ends_local && row.starts_local && row.ends_local < row.starts_local)
      refuse("ends_local", "end_before_start");
  });
export type NewActivity = z.output<typeof newActivitySchema>;

const journeyFields = { title, note: prose, time_zone: zone };

const inOrder = ({ starts_on, ends_on }: { starts_on?: string | null; ends_on?: string | null }) =>
  !ends_on || !starts_on || ends_on >= starts_on;

/** A new journey, with what it is to hold from the start. */
export const newJourneySchema = z
  .strictObject({
    id: z.uuid().optional(),
    title,
    note: prose.optional(),
    time_zone: zone,
    starts_on: date.optional(),
    ends_on: date.optional(),
    is_template: z.boolean().optional(),
    activities: z.array(newActivitySchema).max(ACTIVITIES_MAX).default([]),
  })
  .refine(inOrder, { error: "end_before_start", path: ["ends_on"] });
export type NewJourney = z.output<typeof newJourneySchema>;

/** The form of a new journey: empty dates are none. */
export const newJourneyForm = z
  .strictObject({
    title,
    time_zone: zone,
    starts_on: z.union([z.literal("").transform(() => undefined), date]).optional(),
    ends_on: z.union([z.literal("").transform(() => undefined), date]).optional(),
  })
  .superRefine(({ starts_on, ends_on }, ctx) => {
    const refuse = (name: string, message: string) => ctx.addIssue({ code: "custom", message, path: [name] });
    if (ends_on && !starts_on) refuse("starts_on", "required");
    if (!inOrder({ starts_on, ends_on })) refuse("ends_on", "end_before_start");
  });

/** Changes of a journey, made from `version`. */
export const changeJourneySchema = z.strictObject({
  id: z.uuid(),
  version: z.number().int(),
  changes: z
    .strictObject({
      ...journeyFields,
      starts_on: date.nullable(),
      ends_on: date.nullable(),
      is_template: z.boolean(),
      archived: z.boolean(),
    })
    .partial()
    .refine(inOrder, { error: "end_before_start", path: ["ends_on"] }),
});
export type ChangeJourney = z.output<typeof changeJourneySchema>;

/** Changes of an activity; null takes away. */
export const activityChangesSchema = z
  .strictObject({
    title: line(300).nullable(),
    note: prose,
    memory: prose,
    place: line(300).nullable(),
    latitude: z.number().min(-90).max(90).nullable(),
    longitude: z.number().min(-180).max(180).nullable(),
    starts_local: wallTime.nullable(),
    ends_local: wallTime.nullable(),
    time_zone: zone,
    position: z.number(),
    state: z.enum(ACTIVITY_STATES),
    visible_to: z.enum(AUDIENCES),
  })
  .partial();
export type ActivityChanges = z.output<typeof activityChangesSchema>;

export const changeActivitySchema = z.strictObject({
  journey: z.uuid(),
  id: z.uuid(),
  version: z.number().int(),
  changes: activityChangesSchema,
});
export type ChangeActivity = z.output<typeof changeActivitySchema>;

/** Query of `GET /api/journeys`. */
export const journeysQuerySchema = z.strictObject({
  filter: z.enum(JOURNEY_FILTERS).default("mine"),
  before: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(JOURNEYS_PAGE_SIZE),
});

/** Query of `GET /api/journeys/sources`. */
export const sourcesQuerySchema = z.strictObject({
  q: z.string().max(80).default(""),
  after: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(JOURNEYS_PAGE_SIZE),
});

export const journeyIdSchema = z.strictObject({ id: z.uuid() });
export const activityIdSchema = z.strictObject({ journey: z.uuid(), id: z.uuid() });
