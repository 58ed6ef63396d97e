import { z } from "zod";
import { MEMBERSHIP_STATUSES, ROLES } from "@/lib/auth/roles";
import { JOIN_POLICIES } from "./choices";
import {
  DIRECTORY_SORTS,
  type DirectoryPlace,
  encodeDirectoryCursor,
  LISTED_PRIVACIES,
  parseDirectoryCursor,
} from "./directory-place";
import { communityCardSchema } from "./schemas";

export const DIRECTORY_PAGE_SIZE = 24;

/** A community as the directory shows it; `membership` is the asker's own, null for none. */
export const directoryEntrySchema = communityCardSchema.extend({
  member_count: z.number().int(),
  post_count: z.number().int(),
  membership: z.enum(MEMBERSHIP_STATUSES).nullable(),
});
export type DirectoryEntry = z.infer<typeof directoryEntrySchema>;

/** The same with the address of its own host. */
export type DirectoryItem = DirectoryEntry & { url: string };

/** One of the asker's own communities: where they are a member, invited, waiting or suspended. */
export const myCommunitySchema = communityCardSchema.extend({
  role: z.enum(ROLES),
  membership: z.enum(MEMBERSHIP_STATUSES),
  display_name: z.string(),
  joined_at: z.string(),
});
export type MyCommunity = z.infer<typeof myCommunitySchema>;

/** The same as the switcher shows it. */
export const switcherCommunitySchema = myCommunitySchema.extend({
  /** Posts of others since one was there, up to 100; null where that is not known. */
  unread: z.number().int().nullable(),
  /** Unread notices that name one there, up to 100; null where one is no member now. */
  mentions: z.number().int().nullable(),
  /** Until when the feed leaves it out: ISO 8601, "infinity" for good; null where it is not muted. */
  muted_until: z.string().nullable(),
  /** The same for the inbox. */
  silent_until: z.string().nullable(),
  /** Its place among those that stand first; null for the others. */
  pinned: z.number().int().nullable(),
});
export type SwitcherCommunity = z.infer<typeof switcherCommunitySchema>;

const cursorSchema = z.object({ at: z.string(), id: z.uuid() });

/** The answer of `directory`; `total` (up to 1000) and `languages` come with a first page. */
export const directoryAnswerSchema = z.object({
  items: z.array(directoryEntrySchema),
  next: cursorSchema.nullable(),
  total: z.number().int().nullable(),
  languages: z.array(z.string()).default([]),
});

/** The answer of `network_home`; `communities` is null for a visitor. */
export const networkHomeSchema = directoryAnswerSchema.extend({
  communities: z.array(myCommunitySchema).nullable(),
});

/** Query of `GET /api/tenants`. */
export const directoryQuerySchema = z
  .strictObject({
    q: z.string().max(200).default(""),
    sort: z.enum(DIRECTORY_SORTS).default("members"),
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .nullable()
      .default(null),
    join: z.enum(JOIN_POLICIES).nullable().default(null),
    privacy: z.enum(LISTED_PRIVACIES).nullable().default(null),
    after: z.string().max(240).optional(),
    limit: z.coerce.number().int().min(1).max(60).default(DIRECTORY_PAGE_SIZE),
  })
  .transform(({ after, ...query }, ctx): DirectoryPlace & { limit: number } => {
    const cursor = after === undefined ? null : parseDirectoryCursor(after, query.sort);
    if (after !== undefined && !cursor) {
      ctx.addIssue({ code: "custom", path: ["after"], message: "not_accepted" });
      return z.NEVER;
    }
    return { ...query, after: cursor };
  });

/** One page of the directory. `next` is the cursor of the page after it and null on the last page. */
export interface DirectoryPage {
  items: DirectoryItem[];
  next: string | null;
  /** How many match, with 1000 for more; null on all pages but the first. */
  total: number | null;
  /** Languages that listed communities have, the most frequent first; on the first page only. */
  languages: string[];
}

/** As the browser is given it. */
export function toDirectoryPage(
  { items, next, total, languages }: z.infer<typeof directoryAnswerSchema>,
  urlOf: (entry: DirectoryEntry) => string,
): DirectoryPage {
  return {
    items: items.map((entry) => ({ ...entry, url: urlOf(entry) })),
    next: next && encodeDirectoryCursor(next),
    total,
    languages,
  };
}
