import { z } from "zod";
import { timestampColumn, wallTimeColumn } from "@/lib/supabase/columns";
import { cleanText, countCharacters } from "@/lib/text/characters";
import { lineField, optionalLineField } from "@/lib/text/fields";
import { isTimeZone } from "@/lib/time/zones";

export const EVENTS_PAGE_SIZE = 20;
export const DESCRIPTION_MAX = 20_000;

/** An event as lists show it. Wall times are what its organiser wrote; moments follow from them and the zone. */
export const eventSummarySchema = z.object({
  id: z.uuid(),
  title: z.string(),
  visibility: z.enum(["public", "members"]),
  all_day: z.boolean(),
  starts_local: wallTimeColumn,
  ends_local: wallTimeColumn,
  time_zone: z.string(),
  starts_at: timestampColumn,
  ends_at: timestampColumn,
  online: z.boolean(),
  venue: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  locale: z.string().nullable(),
  cancelled_at: timestampColumn.nullable(),
});
export type EventSummary = z.infer<typeof eventSummarySchema>;

export const EVENT_SUMMARY_COLUMNS =
  "id, title, visibility, all_day, starts_local, ends_local, time_zone, starts_at, ends_at, online, venue, city, country, locale, cancelled_at";

/** One event with all it says. */
export const eventSchema = eventSummarySchema.extend({
  description: z.string(),
  url: z.string().nullable(),
  call_for_proposals_until: z.string().nullable(),
  organizer_id: z.uuid(),
});
export type EventDetail = z.infer<typeof eventSchema>;

export const EVENT_COLUMNS = `${EVENT_SUMMARY_COLUMNS}, description, url, call_for_proposals_until, organizer_id`;

/** Which events a list shows. */
export const EVENT_SIDES = ["upcoming", "past"] as const;
export type EventSide = (typeof EVENT_SIDES)[number];

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "date_needed");
const optionalDate = z.union([z.literal(""), date]).optional();
const optionalTime = z.union([z.literal(""), z.string().regex(/^\d{2}:\d{2}$/, "not_accepted")]).optional();

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

/** The form of a new event. Times are wall times in `time_zone`; an all-day event has dates alone. */
export const createEventSchema = z
  .strictObject({
    id: z.uuid().optional(),
    title: lineField(300).refine((title) => title !== "", "required"),
    description: z
      .string()
      .transform(cleanText)
      .refine((text) => countCharacters(text) <= DESCRIPTION_MAX, "too_long")
      .default(""),
    visibility: z.enum(["public", "members"]).default("members"),
    all_day: z.literal("on").optional(),
    starts_on: date,
    starts_time: optionalTime,
    ends_on: optionalDate,
    ends_time: optionalTime,
    time_zone: z.string().refine(isTimeZone, "time_zone_unknown"),
    online: z.literal("on").optional(),
    url: optionalLineField(2000).refine((url) => url === null || isWebAddress(url), "web_address"),
    venue: optionalLineField(300),
    city: optionalLineField(200),
    country: optionalLineField(200),
  })
  .superRefine((form, ctx) => {
    const refuse = (name: string, message: string) => ctx.addIssue({ code: "custom", message, path: [name] });
    if (!form.all_day && !form.starts_time) refuse("starts_time", "time_needed");
    if (form.ends_on && form.ends_on < form.starts_on) refuse("ends_on", "end_before_start");
    const sameDay = !form.ends_on || form.ends_on === form.starts_on;
    if (!form.all_day && sameDay && form.ends_time && form.starts_time && form.ends_time < form.starts_time) {
      refuse("ends_time", "end_before_start");
    }
  });
export type CreateEventInput = z.output<typeof createEventSchema>;

/** What became of a new event. A time that no clock shows on its day is named, with what clocks show instead. */
export type EventOutcome =
  | { outcome: "created"; id: string }
  | { outcome: "skipped_time"; field: "starts_time" | "ends_time"; wall: string; next: string; zone: string };
