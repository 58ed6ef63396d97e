import "server-only";
import { cache } from "react";
import { z } from "zod";
import { parsePath } from "@/lib/comments/cursor";
import { type CommentSort, THREADS_PAGE_SIZE } from "@/lib/comments/limits";
import { toCommentPage } from "@/lib/comments/rules";
import { type CommentPage, type CommentPlace, threadRowsSchema } from "@/lib/comments/schemas";
import { getRequestContext } from "@/lib/context/request-context";
import { fullPostSchema } from "@/lib/posts/schemas";
import type { Db } from "@/lib/supabase/client";
import { unwrapAs } from "@/lib/supabase/result";
import {
  type Ledger,
  ledgerSchema,
  type ShareChoices,
  shareBadgeSchema,
  shareChoicesSchema,
} from "./schemas";

/**
 * Where one may bring a post; null for who may not see it.
 * @param from slug of its home
 * @param via the grant by which one sees it, away from its home
 */
export async function getShareChoices(
  db: Db,
  { from, post, via }: { from: string; post: string; via: string | null },
): Promise<ShareChoices | null> {
  return unwrapAs(shareChoicesSchema, db.rpc("share_choices", { p_slug: from, p_post: post, p_via: via }));
}

/** A page of the ledger: every share of a post of mine, the open ones or those that ended, last asked first. */
export async function getLedger(db: Db, open: boolean, before: string | null): Promise<Ledger> {
  return unwrapAs(ledgerSchema, db.rpc("my_shares", { p_open: open, p_before: before }));
}

/** The answer of `shared_post`; null where the caller may know nothing, or the grant holds no longer. */
const sharedPostSchema = z
  .object({
    post: fullPostSchema.extend({ shared: shareBadgeSchema }),
    /** The post's home: its language, whether it may be found, whether everybody may read there. */
    home: z.object({ locale: z.string(), secret: z.boolean(), open: z.boolean() }),
    expires_at: z.string().nullable(),
    may_comment: z.boolean(),
    comment: z.uuid().nullable(),
    /** Whether the inbox holds something unread about it. */
    notices: z.boolean(),
    comments: threadRowsSchema,
  })
  .nullable();

/** A post as the members of another community read it, with a page of what they say about it. */
export type SharedPost = Omit<NonNullable<z.infer<typeof sharedPostSchema>>, "comments"> & {
  comments: CommentPage;
};

interface SharedRequest extends Partial<Omit<CommentPlace, "after">> {
  /** Ids from the top of a thread down to a place in it. */
  after?: string[] | null;
}

/** Reads a shared post with one page of the lane here, in one database call. Null where there is none for this caller. */
export async function findSharedPost(
  share: string,
  { comment = null, after = null, sort = "oldest" }: SharedRequest = {},
): Promise<SharedPost | null> {
  const { db, tenant } = await getRequestContext();
  if (!tenant) return null;
  const answer = await unwrapAs(
    sharedPostSchema,
    db.rpc("shared_post", {
      p_tenant: tenant.id,
      p_share: share,
      p_comment: comment,
      p_after: after,
      p_newest: sort === "newest",
      p_limit: THREADS_PAGE_SIZE,
    }),
  );
  return answer && { ...answer, comments: toCommentPage(answer.comments) };
}

/** The same for a page and its head, which ask for it apart: one call for both. `after` is as the address has it. */
export const findSharedPostOnce = cache(
  async (share: string, comment: string | null, after: string | null, sort: CommentSort) =>
    findSharedPost(share, { comment, after: after === null ? null : parsePath(after), sort }),
);
