import "server-only";
import type { MemberContext } from "@/lib/actions/contexts";
import { AppError } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/uuid";
import type { Database } from "@/lib/supabase/database.types";
import { unwrap } from "@/lib/supabase/result";
import { unwrapRows } from "@/lib/supabase/rows";
import { isTimely } from "./rules";
import type { CreateCommentInput, EditCommentInput, EditCommentOutcome } from "./schemas";

type Writer = Pick<MemberContext, "db" | "tenant" | "viewer">;

type CommentInsert = Database["public"]["Tables"]["post_comments"]["Insert"];

/** The place in the thread follows from post and parent by trigger: required by the type, granted to nobody. */
function withoutPlace(row: Omit<CommentInsert, "path" | "depth" | "stream_id" | "is_public">): CommentInsert {
  return row as CommentInsert;
}

/** The second arrival of one comment: the same text changes nothing, a later one replaces it. */
async function writeAgain({ db, tenant, viewer }: Writer, id: string, body: string): Promise<void> {
  const mine = { tenant_id: tenant.id, id, author_id: viewer.id };
  const [found] = await unwrapRows(db.from("post_comments").select("body").match(mine));
  if (!found) throw new AppError("conflict", "already_exists");
  if (found.body !== body) await unwrap(db.from("post_comments").update({ body }).match(mine));
}

/** Answers a post or a comment. Sent again with the id it was sent with before, it is still one. Gives its id. */
export async function createComment(ctx: Writer, input: CreateCommentInput): Promise<{ id: string }> {
  const id = input.id && isTimely(input.id, Date.now()) ? input.id : newId();
  try {
    await unwrap(
      ctx.db.from("post_comments").insert(
        withoutPlace({
          tenant_id: ctx.tenant.id,
          id,
          post_id: input.postId,
          lane_of: input.lane ?? null,
          parent_id: input.parentId ?? null,
          author_id: ctx.viewer.id,
          body: input.body,
        }),
      ),
    );
  } catch (error) {
    if (!(error instanceof AppError) || error.reason !== "already_exists") throw error;
    await writeAgain(ctx, id, input.body);
  }
  return { id };
}

/** Changes a comment unless somebody changed it since `version`: then the current text comes back. */
export async function editComment(
  { db, tenant, viewer }: Writer,
  { id, version, body }: EditCommentInput,
): Promise<EditCommentOutcome> {
  const mine = { tenant_id: tenant.id, id, author_id: viewer.id };
  const saved = await unwrapRows(
    db
      .from("post_comments")
      .update({ body })
      .match({ ...mine, version })
      .select("id"),
  );
  if (saved.length > 0) return { outcome: "saved" };
  const [current] = await unwrapRows(
    db.from("post_comments").select("body, version, removed_by").match(mine),
  );
  if (!current || current.removed_by !== null) throw new AppError("not_found", "comment");
  return { outcome: "changed_meanwhile", current: { body: current.body, version: current.version } };
}

/** Takes the words of a comment away: one's own, or as a moderator any. Answers to it stay. */
export async function removeComment({ db, tenant }: Writer, id: string): Promise<void> {
  await unwrap(db.rpc("remove_comment", { p_tenant: tenant.id, p_comment: id }));
}
