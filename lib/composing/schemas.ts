import { z } from "zod";
import { MENTIONS_MAX } from "@/lib/markdown/mentions";
import { VISIBILITIES } from "@/lib/posts/limits";

const QUERY_MAX = 80;

/** Query of `GET /api/v1/people`; `post` is the one below which somebody writes. */
export const peopleQuerySchema = z.strictObject({
  q: z.string().max(QUERY_MAX).default(""),
  post: z.uuid().optional(),
});
export type PeopleQuery = z.output<typeof peopleQuerySchema>;

/** A member to name in a text. */
export const foundPersonSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  avatar: z.string().nullable(),
});
export type FoundPerson = z.infer<typeof foundPersonSchema>;

/** Query of `GET /api/v1/audience`: of what is written below a post, or to a group. `named` holds ids, by commas. */
export const audienceQuerySchema = z.strictObject({
  post: z.uuid().optional(),
  group: z.uuid().optional(),
  named: z
    .string()
    .default("")
    .transform((ids) => ids.split(",").filter(Boolean))
    .pipe(z.array(z.uuid()).max(MENTIONS_MAX)),
});
export type AudienceQuery = z.output<typeof audienceQuerySchema>;

const groupSchema = z.object({ id: z.uuid(), name: z.string(), members: z.number().int() });

/** Who would read a text. */
export const audienceSchema = z.object({
  /** How many belong to the community. */
  members: z.number().int(),
  /** Of the post that was asked for. */
  visibility: z.enum(VISIBILITIES).nullable(),
  /** The group that reads it: the one asked for, or the post's. */
  group: z.uuid().nullable(),
  /** Groups that the asker belongs to. */
  groups: z.array(groupSchema),
  /** Who is named and does not belong to that group. */
  outside: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type Audience = z.infer<typeof audienceSchema>;
