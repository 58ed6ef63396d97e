import { z } from "zod";
import { isSlugShaped, SLUG_MAX_LENGTH, SLUG_MIN_LENGTH } from "../tenancy/slug";
import { isDate, isInstant, isTime, isTimeZone, wallTime } from "./calendar";
import { limitedText } from "./text";

export const ARCHIVE_FORMAT = "community-archive";
export const ARCHIVE_VERSION = 1;
export const MANIFEST_FILE = "manifest.json";
/** In the order in which they are read: posts and events name members. */
export const ARCHIVE_FILES = ["members.jsonl", "posts.jsonl", "events.jsonl"] as const;
export type ArchiveFile = (typeof ARCHIVE_FILES)[number];

/** A body of 200,000 characters outside the first plane, each escaped with `\u`, is 2.4 MB; this holds the longest row. */
export const MAX_LINE_BYTES = 4 * 1024 * 1024;
export const MAX_MANIFEST_BYTES = 1024 * 1024;

export const MAX_BODY = 200_000;
/** Names in archives are whole bylines at times; people who sign up get 80. */
export const MAX_NAME = 200;
const MAX_ID = 200;
const MAX_TITLE = 300;
const MAX_PLACE = 200;
const MAX_TAGS = 10;

function checked(isValid: (value: string) => boolean, what: string) {
  return z.string().refine(isValid, { error: (issue) => `is ${JSON.stringify(issue.input)}, ${what}` });
}

const id = limitedText(1, MAX_ID);
const title = limitedText(1, MAX_TITLE);
const date = checked(isDate, "not a day that exists, written YYYY-MM-DD");
const time = checked(isTime, "not a time of day, written HH:MM or HH:MM:SS");
const instant = checked(isInstant, "not a moment in UTC that exists, written YYYY-MM-DDTHH:MM:SSZ");
const timeZone = checked(isTimeZone, 'not the name of an IANA time zone such as "Europe/Paris"');
const locale = checked(
  (value) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value),
  'not a language tag such as "en" or "es-AR"',
);
const slug = checked(
  isSlugShaped,
  `not an address: ${SLUG_MIN_LENGTH} to ${SLUG_MAX_LENGTH} of a-z, 0-9 and single hyphens inside`,
);
const url = limitedText(1, 2000).refine((value) => /^https?:\/\//.test(value), {
  error: () => "does not start with https:// or http://",
});

const fileEntrySchema = z.strictObject({
  rows: z.int().min(0),
  sha256: checked(
    (value) => /^[0-9a-f]{64}$/.test(value),
    "not a SHA-256 of 64 lower-case hexadecimal digits",
  ),
});

/** `manifest.json`. */
export const manifestSchema = z.strictObject({
  format: z.literal(ARCHIVE_FORMAT),
  version: z.literal(ARCHIVE_VERSION),
  community: z.strictObject({
    slug,
    name: limitedText(1, 80),
    description: limitedText(0, 10_000),
    locale,
    time_zone: timeZone,
    privacy: z.enum(["public", "private", "secret"]).optional(),
    join_policy: z.enum(["open", "request", "invite"]).optional(),
  }),
  files: z.strictObject({
    "members.jsonl": fileEntrySchema,
    "posts.jsonl": fileEntrySchema,
    "events.jsonl": fileEntrySchema,
  }),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** A line of `members.jsonl`. */
export const memberSchema = z.strictObject({
  id,
  display_name: limitedText(1, MAX_NAME),
  role: z.enum(["owner", "admin", "moderator", "member"]),
  joined_at: instant,
});
export type ArchiveMember = z.infer<typeof memberSchema>;

/** A line of `posts.jsonl`. */
export const postSchema = z.strictObject({
  id,
  author_id: id,
  title: title.nullable(),
  body: limitedText(1, MAX_BODY),
  visibility: z.enum(["public", "members"]),
  created_at: instant,
  tags: z.array(limitedText(1, 100)).max(MAX_TAGS).optional(),
  kind: z.enum(["discussion", "question", "announcement"]).optional(),
});
export type ArchivePost = z.infer<typeof postSchema>;

/** A line of `events.jsonl`. Times are wall times in the event's zone, else the community's. */
export const eventSchema = z
  .strictObject({
    id,
    organizer_id: id,
    title,
    all_day: z.boolean(),
    starts_on: date,
    ends_on: date,
    city: limitedText(0, MAX_PLACE).nullable(),
    country: limitedText(0, MAX_PLACE).nullable(),
    online: z.boolean(),
    url: url.nullable(),
    locale: locale.nullable(),
    call_for_proposals_until: date.nullable(),
    description: limitedText(1, 20_000).optional(),
    venue: limitedText(0, 300).optional(),
    visibility: z.enum(["public", "members"]).optional(),
    starts_time: time.optional(),
    ends_time: time.optional(),
    time_zone: timeZone.optional(),
  })
  .refine((event) => event.all_day === (event.starts_time === undefined), {
    path: ["starts_time"],
    error: "must be given for an event that is not all-day, and only then",
  })
  .refine((event) => event.all_day === (event.ends_time === undefined), {
    path: ["ends_time"],
    error: "must be given for an event that is not all-day, and only then",
  })
  .refine(
    (event) => wallTime(event.ends_on, event.ends_time) >= wallTime(event.starts_on, event.starts_time),
    {
      path: ["ends_on"],
      error: "ends before the event starts",
    },
  );
export type ArchiveEvent = z.infer<typeof eventSchema>;

/** What each file's lines are. */
export type ArchiveRows = {
  "members.jsonl": ArchiveMember;
  "posts.jsonl": ArchivePost;
  "events.jsonl": ArchiveEvent;
};
