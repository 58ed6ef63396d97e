import { z } from "zod";
import { authorSchema } from "@/lib/posts/schemas";
import { bodyField } from "@/lib/text/fields";
import { pathCursorSchema } from "./cursor";
import { COMMENT_MAX } from "./limits";

/** A comment as `post_page` gives it. A removed one has neither text nor author. */
export const commentRowSchema = z.object({
  id: z.uuid(),
  parent_id: z.uuid().nullable(),
  path: z.array(z.uuid()),
  depth: z.number().int(),
  body: z.string(),
  created_at: z.string(),
  edited_at: z.string().nullable(),
  removed_by: z.enum(["author", "moderator"]).nullable(),
  version: z.number().int(),
  author: authorSchema.nullable(),
  mine: z.boolean().nullable(),
});
export type CommentRow = z.infer<typeof commentRowSchema>;

/** A comment as pages show it. */
export interface CommentView {
  id: string;
  parent_id: string | null;
  depth: number;
  /** Rendered Markdown; empty where it was removed. */
  html: string;
  /** The Markdown itself, for its author to edit. */
  source: string | null;
  created_at: string;
  edited_at: string | null;
  removed_by: CommentRow["removed_by"];
  version: number;
  author: CommentRow["author"];
  mine: boolean;
  /** Whom it answers: a name, or null where the comment is removed or not on this page. Only below the first level. */
  reply_to: { name: string | null; removed: boolean } | null;
}

/** One page of a thread in reading order. */
export interface CommentPage {
  items: CommentView[];
  next: string | null;
}

export const createCommentSchema = z.strictObject({
  id: z.uuid().optional(),
  postId: z.uuid(),
  parentId: z.uuid().optional(),
  body: bodyField(COMMENT_MAX),
});
export type CreateCommentInput = z.output<typeof createCommentSchema>;

export const editCommentSchema = z.strictObject({
  id: z.uuid(),
  version: z.coerce.number().int().min(1),
  body: bodyField(COMMENT_MAX),
});
export type EditCommentInput = z.output<typeof editCommentSchema>;

/** What became of an edited comment. */
export type EditCommentOutcome =
  | { outcome: "saved" }
  | { outcome: "changed_meanwhile"; current: { body: string; version: number } };

export const commentIdSchema = z.strictObject({ id: z.uuid() });

/** Query of `GET /api/v1/posts/<id>/comments`. */
export const commentsQuerySchema = z.strictObject({ id: z.uuid(), after: pathCursorSchema.optional() });
