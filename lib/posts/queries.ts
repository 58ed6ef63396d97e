import "server-only";
import { cache } from "react";
import { z } from "zod";
import { parsePath } from "@/lib/comments/cursor";
import { type CommentSort, THREADS_PAGE_SIZE } from "@/lib/comments/limits";
import { toCommentPage } from "@/lib/comments/rules";
import { type CommentPage, type CommentPlace, threadRowsSchema } from "@/lib/comments/schemas";
import { getRequestContext } from "@/lib/context/request-context";
import { type SharePanel, sharePanelSchema } from "@/lib/sharing/schemas";
import { unwrapAs } from "@/lib/supabase/result";
import { type FullPost, fullPostSchema } from "./schemas";

/** The answer of `post_page`; null where the caller may know nothing of the post. */
const postPageSchema = z
  .discriminatedUnion("state", [
    z.object({ state: z.literal("removed"), removed_by: z.enum(["author", "moderator"]) }),
    z.object({
      state: z.literal("visible"),
      post: fullPostSchema,
      comment: z.uuid().nullable(),
      comments: threadRowsSchema,
      stands: sharePanelSchema,
      notices: z.boolean(),
    }),
  ])
  .nullable();

/** One post as this caller may see it. */
export type PostPage =
  | { state: "removed"; removed_by: "author" | "moderator" }
  | {
      state: "visible";
      post: FullPost;
      /** The comment asked for, if it stands below this post: then its thread is the page. */
      comment: string | null;
      comments: CommentPage;
      /** Where it stands in other communities; null for who is not told. */
      stands: SharePanel | null;
      /** Whether the inbox holds something unread about it. */
      notices: boolean;
    };

interface PostRequest extends Partial<Omit<CommentPlace, "after">> {
  /** Ids from the top of a thread down to a place in it. */
  after?: string[] | null;
  /** How many threads. */
  limit?: number;
}

/** Reads a post with one page of its comments, in one database call. Null where there is none for this caller. */
export async function findPost(
  postId: string,
  { comment = null, after = null, sort = "oldest", limit = THREADS_PAGE_SIZE }: PostRequest = {},
): Promise<PostPage | null> {
  const { db, tenant } = await getRequestContext();
  if (!tenant) return null;
  const answer = await unwrapAs(
    postPageSchema,
    db.rpc("post_page", {
      p_tenant: tenant.id,
      p_post: postId,
      p_comment: comment,
      p_after: after,
      p_newest: sort === "newest",
      p_limit: limit,
    }),
  );
  if (answer?.state !== "visible") return answer;
  return { ...answer, comments: toCommentPage(answer.comments) };
}

/** The same for a page and its head, which ask for it apart: one call for both. `after` is as the address has it. */
export const findPostOnce = cache(
  async (postId: string, comment: string | null, after: string | null, sort: CommentSort) =>
    findPost(postId, { comment, after: after === null ? null : parsePath(after), sort }),
);
