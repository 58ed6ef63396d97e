import { z } from "zod";
import { type CommunityFeed, feedAnswerSchema } from "@/lib/feed/schemas";
import { sharePlaceSchema } from "@/lib/sharing/schemas";
import { wallTimeColumn } from "@/lib/supabase/columns";

/** An event as a line of text needs it. */
export const eventLineSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  starts_at: z.string(),
  ends_at: z.string(),
  starts_local: wallTimeColumn,
  ends_local: wallTimeColumn,
  time_zone: z.string(),
  all_day: z.boolean(),
  online: z.boolean(),
  city: z.string().nullable(),
  country: z.string().nullable(),
});
export type EventLine = z.infer<typeof eventLineSchema>;

/** The answer of `community_home`. Counts, event and feed are null where the asker may not know them. */
export const communityHomeSchema = z
  .object({
    description: z.string(),
    rules: z.string(),
    /** Which rules these are; counts up whenever they change. */
    rules_version: z.number().int(),
    member_count: z.number().int().nullable(),
    post_count: z.number().int().nullable(),
    created_at: z.string(),
    next_event: eventLineSchema.nullable(),
    /** With whom the community shares; for its members. */
    connected: z.array(sharePlaceSchema).nullable(),
    feed: feedAnswerSchema,
  })
  .nullable();

/** What somebody sees of a community before joining, and its members under "About". */
export type CommunityHome = Omit<NonNullable<z.infer<typeof communityHomeSchema>>, "feed"> & {
  /** Null where the asker may not read here. */
  feed: CommunityFeed | null;
};
