import "server-only";
import { cache } from "react";
import { z } from "zod";
import { parsePath } from "@/lib/comments/cursor";
import { COMMENTS_PAGE_SIZE } from "@/lib/comments/limits";
import { toCommentPage } from "@/lib/comments/rules";
import { type CommentPage, commentRowSchema } from "@/lib/comments/schemas";
import { getRequestContext } from "@/lib/context/request-context";
import { unwrapAs } from "@/lib/supabase/result";
import { type FullPost, fullPostSchema } from "./schemas";

/** The answer of `post_page`; null where the caller may know nothing of the post. */
const postPageSchema = z
  .discriminatedUnion("state", [
    z.object({ state: z.literal("removed"), removed_by: z.enum(["author", "moderator"]) }),
    z.object({
      state: z.literal("visible"),
      post: fullPostSchema,
      comments: z.array(commentRowSchema),
      more: z.boolean(),
    }),
  ])
  .nullable();

/** One post as this caller may see it. */
export type PostPage =
  | { state: "removed"; removed_by: "author" | "moderator" }
  | { state: "visible"; post: FullPost; comments: CommentPage };

interface PostRequest {
  /** Place of the comment after which the page of comments begins. */
  after?: string[] | null;
  limit?: number;
}

/** Reads a post with one page of its comments, in one database call. Null where there is none for this caller. */
export async function findPost(
  postId: string,
  { after = null, limit = COMMENTS_PAGE_SIZE }: PostRequest = {},
): Promise<PostPage | null> {
  const { db, tenant } = await getRequestContext();
  if (!tenant) return null;
  const answer = await unwrapAs(
    postPageSchema,
    db.rpc("post_page", { p_tenant: tenant.id, p_post: postId, p_after: after, p_limit: limit }),
  );
  if (answer?.state !== "visible") return answer;
  const { post, comments, more } = answer;
  return { state: "visible", post, comments: toCommentPage(comments, more) };
}

/** The same for a page and its head, which ask for it apart: one call for both. `after` is as the address has it. */
export const findPostOnce = cache(
  async (postId: string, after: string | null): Promise<PostPage | null> =>
    findPost(postId, { after: after === null ? null : parsePath(after) }),
);
