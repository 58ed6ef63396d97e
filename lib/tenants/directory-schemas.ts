import { z } from "zod";
import { MEMBERSHIP_STATUSES, ROLES } from "@/lib/auth/roles";
import { parseDirectoryCursor } from "./directory-rules";
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

/** The answer of `directory`. */
export const directoryAnswerSchema = z.object({ items: z.array(directoryEntrySchema) });

/** The answer of `network_home`; `communities` is null for a visitor. */
export const networkHomeSchema = directoryAnswerSchema.extend({
  communities: z.array(myCommunitySchema).nullable(),
});

/** Query of `GET /api/tenants`. */
export const directoryQuerySchema = z.strictObject({
  q: z.string().max(200).default(""),
  after: z
    .string()
    .max(100)
    .transform((text, ctx) => {
      const cursor = parseDirectoryCursor(text);
      if (!cursor) ctx.addIssue({ code: "custom", message: "not_accepted" });
      return cursor ?? z.NEVER;
    })
    .optional(),
  limit: z.coerce.number().int().min(1).max(60).default(DIRECTORY_PAGE_SIZE),
});

/** One page of the directory, most members first. `next` leads on and is null on the last page. */
export interface DirectoryPage {
  items: DirectoryItem[];
  next: string | null;
}
