import { z } from "zod";
import { ROLES } from "@/lib/auth/roles";

/** Who may see a post. */
export const VISIBILITIES = ["public", "members", "group", "me"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const TITLE_MAX = 300;
export const BODY_MAX = 200_000;
export const TAGS_MAX = 10;
export const TAG_MAX = 40;

/** Who wrote something, as their community knows them. `gone` once they left or were removed. */
export const authorSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  avatar: z.string().nullable(),
  role: z.enum(ROLES),
  gone: z.boolean(),
});
export type Author = z.infer<typeof authorSchema>;

/** A post as the reading functions of the database give it to lists. `lead` is the beginning of its Markdown. */
export const postRowSchema = z.object({
  tenant_id: z.uuid(),
  id: z.uuid(),
  title: z.string().nullable(),
  lead: z.string(),
  body_length: z.number().int(),
  tags: z.array(z.string()),
  visibility: z.enum(VISIBILITIES),
  created_at: z.string(),
  edited_at: z.string().nullable(),
  pinned_at: z.string().nullable(),
  version: z.number().int(),
  author: authorSchema,
  like_count: z.number().int(),
  comment_count: z.number().int(),
  mine: z.boolean().nullable(),
  liked: z.boolean(),
});
export type PostRow = z.infer<typeof postRowSchema>;

/** A post as cards show it: plain text instead of Markdown. */
export interface PostSummary extends Omit<PostRow, "lead" | "body_length" | "mine" | "pinned_at"> {
  /** Beginning of the text without markup, one line. */
  excerpt: string;
  pinned: boolean;
  mine: boolean;
}
