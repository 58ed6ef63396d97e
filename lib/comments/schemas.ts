import { z } from "zod";
import { authorSchema } from "@/lib/posts/schemas";
import { bodyField } from "@/lib/text/fields";
import { pathCursorSchema } from "./cursor";
import { COMMENT_MAX, type CommentSort, SORTS } from "./limits";

/** A comment as the database's reading functions give it. A removed one has neither text nor author. */
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

const threadRowSchema = commentRowSchema.extend({
  replies: z.number().int(),
  counted: z.boolean(),
  rest: z.array(z.uuid()).nullable(),
});
export type ThreadRow = z.infer<typeof threadRowSchema>;

/** The comments of `post_page`: threads in order, each in reading order. */
export const threadRowsSchema = z.object({
  items: z.array(threadRowSchema),
  parents: z.array(commentRowSchema),
  more: z.boolean(),
});
export type ThreadRows = z.infer<typeof threadRowsSchema>;

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
  /** How many comments stand below it; at least so many where not all were counted. */
  replies: number;
  counted: boolean;
}

/** A comment with what stands below it, in reading order. */
export interface Thread {
  top: CommentView;
  answers: CommentView[];
  /** The place after which it goes on. */
  rest: string | null;
}

/** One page of threads, or one thread. */
export interface CommentPage {
  threads: Thread[];
  /** What the one thread of the page answers, from the top down; empty on a page of threads. */
  parents: CommentView[];
  /** The first comment of that thread where `parents` do not reach up to it. */
  start: string | null;
  /** The thread after which the next page begins. */
  next: string | null;
}

/** Which of a post's comments are meant. */
export interface CommentPlace {
  /** The comment whose thread alone is meant; null for a page of threads. */
  comment: string | null;
  /** A place as {@link CommentPage.next} or {@link Thread.rest} named it. */
  after: string | null;
  sort: CommentSort;
}

export const createCommentSchema = z.strictObject({
  id: z.uuid().optional(),
  postId: z.uuid(),
  /** Id of the community where the post is at home, if not here. */
  lane: z.uuid().optional(),
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
export const commentsQuerySchema = z.strictObject({
  id: z.uuid(),
  comment: z.uuid().nullish().default(null),
  after: pathCursorSchema.nullish().default(null),
  sort: z.enum(SORTS).default("oldest"),
});
