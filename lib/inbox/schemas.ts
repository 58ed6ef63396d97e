import { z } from "zod";
import { cursorSchema } from "@/lib/feed/cursor";
import { MUTE_SPANS } from "@/lib/feed/mutes";
import { sharePlaceSchema } from "@/lib/sharing/schemas";
import { timestampColumn } from "@/lib/supabase/columns";
import { INBOX_FILTERS } from "./filters";

export const INBOX_PAGE_SIZE = 20;

/** Stands for the network itself where a community is named: what belongs to none. */
export const NETWORK_ITSELF = "00000000-0000-0000-0000-000000000000";

/** What a notification is about. */
export const NOTICE_KINDS = [
  "reply",
  "mention",
  "share_asked",
  "share_answered",
  "share_waiting",
  "share_shown",
  "share_revoked",
  "connection_proposed",
  "connection_accepted",
  "connection_declined",
  "connection_ended",
  "member_request",
  "member_approved",
  "journey_invitation",
  "journey_joined",
  "journey_comment",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

const personSchema = z.object({ id: z.uuid(), name: z.string(), avatar: z.string().nullable() });

/** What the database tells of one group of notifications. */
export const noticeRowSchema = z.object({
  id: z.uuid(),
  tenant_id: z.uuid(),
  kind: z.enum(NOTICE_KINDS),
  bucket: z.enum(["mention", "request", "news"]),
  unread: z.boolean(),
  at: timestampColumn,
  /** At most three, those of the newest first: people of that community. */
  people: z.array(personSchema),
  /** People besides these. */
  others: z.number().int(),
  /** Of what is told: rows of the group, at most ten. */
  count: z.number().int(),
  /** Whether the group has more rows than were looked at. */
  more: z.boolean(),
  outcome: z.enum(["agreed", "shown", "declined", "refused"]).nullable(),
  post: z
    .object({ home_id: z.uuid(), id: z.uuid(), title: z.string().nullable(), lead: z.string() })
    .nullable(),
  comment: z.object({ id: z.uuid(), words: z.string() }).nullable(),
  /** The grant by which the post is read, where it is at home elsewhere, or which this is about. */
  share_id: z.uuid().nullable(),
  /** The community on the other side of a share or a connection. */
  other: sharePlaceSchema.nullable(),
  /** Of what belongs to no community: the journey it is about. */
  journey: z
    .object({
      id: z.uuid(),
      title: z.string(),
      starts_on: z.string().nullable(),
      ends_on: z.string().nullable(),
    })
    .nullable()
    .default(null),
});
export type NoticeRow = z.infer<typeof noticeRowSchema>;

/** A group of notifications as pages and the API show it: plain text instead of markup. */
export interface Notice extends Omit<NoticeRow, "post" | "comment"> {
  post: { home_id: string; id: string; title: string | null; excerpt: string } | null;
  comment: { id: string; excerpt: string } | null;
}

/**
 * What is unread in one community, or under the network itself of what belongs to none. 100 stands for more than 99; what
 * is muted does not count.
 */
export const inboxCountSchema = z.object({
  tenant_id: z.uuid(),
  unread: z.number().int(),
  mentions: z.number().int(),
  /** `infinity` is for good. */
  muted_until: z.string().nullable(),
});
export type InboxCount = z.infer<typeof inboxCountSchema>;

/** One of my communities beside the inbox. */
export const inboxCommunitySchema = inboxCountSchema.omit({ tenant_id: true }).extend({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  accent: z.string(),
  logo_path: z.string().nullable(),
  domain: z.string().nullable(),
});
export type InboxCommunity = z.infer<typeof inboxCommunitySchema>;

const personalSchema = inboxCountSchema.omit({ tenant_id: true, mentions: true });
export type InboxPersonal = z.infer<typeof personalSchema>;

/** The answer of `my_notifications`. */
export const inboxAnswerSchema = z.object({
  items: z.array(noticeRowSchema),
  next: z.object({ at: z.string(), id: z.uuid() }).nullable(),
  now: timestampColumn,
  /** What belongs to no community. */
  personal: personalSchema,
  communities: z.array(inboxCommunitySchema),
});

/** One page of the inbox, newest first. `until` is when it was read: what came later is not on it. */
export interface InboxPage {
  items: Notice[];
  next: string | null;
  until: string;
  personal: InboxPersonal;
  communities: InboxCommunity[];
}

/** The answer of `open_notification`; null where there is nothing to be seen. */
export const openedSchema = noticeRowSchema
  .extend({ community: z.object({ slug: z.string(), domain: z.string().nullable() }).nullable() })
  .nullable();

/** Query of `GET /api/v1/inbox`. `community` is a slug. */
export const inboxQuerySchema = z.strictObject({
  filter: z.enum(INBOX_FILTERS).default("all"),
  community: z.string().max(100).optional(),
  before: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(INBOX_PAGE_SIZE),
});

/** What is to be marked as read: groups by the id they were listed with, or what came until a moment. */
export const markReadInput = z
  .strictObject({
    id: z.uuid().optional(),
    ids: z.array(z.uuid()).min(1).max(100).optional(),
    /** Id of the only community meant, or `NETWORK_ITSELF`. */
    community: z.uuid().optional(),
    until: z.iso.datetime({ offset: true }).optional(),
  })
  .refine(({ id, ids, until }) => [id, ids, until].filter(Boolean).length === 1, "required");
export type MarkReadInput = z.output<typeof markReadInput>;

/** A post that somebody has read in a community, as it was then. */
export const readPostInput = z.strictObject({ id: z.uuid(), until: z.iso.datetime({ offset: true }) });
export type ReadPostInput = z.output<typeof readPostInput>;

/** For how long a community, or `NETWORK_ITSELF`, is to be silent; without a span it is heard again. */
export const muteInput = z.strictObject({ community: z.uuid(), span: z.enum(MUTE_SPANS).optional() });
