import { z } from "zod";
import { ROLES } from "@/lib/auth/roles";
import { linkCardSchema } from "@/lib/link-cards/schemas";
import { shareBadgeSchema } from "@/lib/sharing/schemas";
import { countCharacters } from "@/lib/text/characters";
import { bodyField, optionalLineField } from "@/lib/text/fields";
import { BODY_MAX, KINDS, POST_TYPES, TAG_MAX, TAGS_MAX, TITLE_MAX, VISIBILITIES } from "./limits";
import { parseTags } from "./tags";

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
  kind: z.enum(KINDS),
  types: z.array(z.enum(POST_TYPES)),
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
  /** Whether the reader keeps it for later. */
  saved: z.boolean(),
  /** Set where it is read in another community than its home. */
  shared: shareBadgeSchema.nullish(),
  /** My communities where it stands, where these are several; the one where it came last first. */
  places: z.array(z.uuid()).nullish(),
});
export type PostRow = z.infer<typeof postRowSchema>;

/** A post as cards show it: plain text instead of Markdown. */
export interface PostSummary extends Omit<PostRow, "lead" | "body_length" | "mine" | "pinned_at"> {
  /** Beginning of the text without markup, one line. */
  excerpt: string;
  pinned: boolean;
  mine: boolean;
}

const tagsField = z
  .union([z.string().max(1000), z.array(z.string().max(200)).max(50)])
  .default("")
  .transform((tags) => parseTags(typeof tags === "string" ? tags : tags.join(",")))
  .refine((tags) => tags.length <= TAGS_MAX, "too_many_tags")
  .refine((tags) => tags.every((tag) => countCharacters(tag) <= TAG_MAX), "tag_too_long");

const words = {
  title: optionalLineField(TITLE_MAX),
  body: bodyField(BODY_MAX),
  tags: tagsField,
};

/** A new post. The writer may name its id, so that sending it twice makes one post. `groupId` says for which group. */
export const createPostSchema = z
  .strictObject({
    ...words,
    id: z.uuid().optional(),
    kind: z.enum(KINDS).default("discussion"),
    visibility: z.enum(VISIBILITIES, { error: "required" }),
    groupId: z.union([z.uuid(), z.literal("")]).default(""),
  })
  .refine(({ visibility, groupId }) => visibility !== "group" || groupId !== "", {
    path: ["visibility"],
    error: "required",
  })
  .transform(({ groupId, ...post }) => ({ ...post, group_id: post.visibility === "group" ? groupId : null }));
export type CreatePostInput = z.output<typeof createPostSchema>;

/** A changed post. `version` is the one that the writer saw; a post for a group keeps its audience. */
export const editPostSchema = z.strictObject({
  ...words,
  id: z.uuid(),
  version: z.coerce.number().int().min(1),
  kind: z.enum(KINDS).optional(),
  visibility: z.enum(["public", "members", "me"]).optional(),
});
export type EditPostInput = z.output<typeof editPostSchema>;

export const postIdSchema = z.strictObject({ id: z.uuid() });
export const pinPostSchema = z.strictObject({ id: z.uuid(), pinned: z.stringbool().or(z.boolean()) });
export const savePostSchema = z.strictObject({ id: z.uuid(), saved: z.stringbool().or(z.boolean()) });
export const likePostSchema = z.strictObject({ id: z.uuid(), liked: z.stringbool().or(z.boolean()) });

/** What somebody else (or the same person elsewhere) saved while a post was being edited. */
export interface CurrentPost {
  title: string | null;
  body: string;
  tags: string[];
  version: number;
}

/** What became of an edit. */
export type EditOutcome =
  | { outcome: "saved"; id: string }
  | { outcome: "changed_meanwhile"; current: CurrentPost };

/** One post with its whole Markdown. */
export const fullPostSchema = postRowSchema.extend({ body: z.string(), links: z.array(linkCardSchema) });
export type FullPost = z.infer<typeof fullPostSchema>;
