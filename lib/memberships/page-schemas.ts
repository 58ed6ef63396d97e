import { z } from "zod";
import { postRowSchema } from "@/lib/posts/schemas";
import { memberCardSchema } from "./schemas";

/** What of somebody's writing a member's page shows. */
export const MEMBER_PARTS = ["posts", "comments"] as const;
export type MemberPart = (typeof MEMBER_PARTS)[number];

/** A comment on the page of its author, with the post that it stands under. */
export const memberCommentRowSchema = z.object({
  id: z.uuid(),
  post_id: z.uuid(),
  post_title: z.string().nullable(),
  post_author: z.string(),
  lead: z.string(),
  body_length: z.number().int(),
  created_at: z.string(),
  edited_at: z.string().nullable(),
});
export type MemberCommentRow = z.infer<typeof memberCommentRowSchema>;

/** A community that viewer and member belong to, and that both let such people know of. */
const sharedCommunitySchema = z.object({
  slug: z.string(),
  name: z.string(),
  accent: z.string(),
  domain: z.string().nullable(),
});
export type SharedCommunity = z.infer<typeof sharedCommunitySchema>;

/** The answer of `member_page`; null where there is nobody whom this caller may see here. */
export function memberPageSchema<Row extends z.ZodType>(row: Row) {
  return z
    .object({ member: memberCardSchema, shared: z.array(sharedCommunitySchema), items: z.array(row) })
    .nullable();
}

export const memberPostsSchema = memberPageSchema(postRowSchema);
export const memberCommentsSchema = memberPageSchema(memberCommentRowSchema);
