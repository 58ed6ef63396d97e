import "server-only";
import type { MemberContext } from "@/lib/actions/contexts";
import { AppError } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/uuid";
import { unwrap } from "@/lib/supabase/result";
import { unwrapRows } from "@/lib/supabase/rows";
import type { CreatePostInput, EditOutcome, EditPostInput } from "./schemas";

type Writer = Pick<MemberContext, "db" | "tenant" | "viewer">;

function isTaken(error: unknown): boolean {
  return error instanceof AppError && error.reason === "already_exists";
}

function checkAudience({ tenant }: Writer, visibility: string | undefined): void {
  if (visibility === "public" && tenant.privacy !== "public") {
    throw new AppError("invalid", "check_fields", { fields: { visibility: "not_accepted" } });
  }
}

/** The second arrival of one post: the same words change nothing, later words replace the earlier ones. */
async function writeAgain({ db, tenant, viewer }: Writer, id: string, words: Omit<CreatePostInput, "id">) {
  const kept = await unwrapRows(
    db
      .from("posts")
      .update(words)
      .eq("tenant_id", tenant.id)
      .eq("id", id)
      .eq("author_id", viewer.id)
      .select("id"),
  );
  if (kept.length === 0) throw new AppError("conflict", "already_exists");
}

async function sameWords({ db, tenant, viewer }: Writer, id: string, words: Omit<CreatePostInput, "id">) {
  const [found] = await unwrapRows(
    db
      .from("posts")
      .select("title, body, tags, kind, visibility, group_id")
      .eq("tenant_id", tenant.id)
      .eq("id", id)
      .eq("author_id", viewer.id),
  );
  return (
    found !== undefined &&
    found.title === words.title &&
    found.body === words.body &&
    found.kind === words.kind &&
    found.visibility === words.visibility &&
    found.group_id === words.group_id &&
    found.tags.join("\n") === words.tags.join("\n")
  );
}

/** Writes a post. Sent again with the id it was sent with before, it is still one post. Gives its id. */
export async function createPost(ctx: Writer, input: CreatePostInput): Promise<{ id: string }> {
  const { id = newId(), ...words } = input;
  checkAudience(ctx, words.visibility);
  try {
    await unwrap(
      ctx.db.from("posts").insert({ tenant_id: ctx.tenant.id, author_id: ctx.viewer.id, id, ...words }),
    );
  } catch (error) {
    if (!isTaken(error)) throw error;
    if (!(await sameWords(ctx, id, words))) await writeAgain(ctx, id, words);
  }
  return { id };
}

/** Changes a post unless somebody changed it since `version`: then nothing is written and the current text comes back. */
export async function editPost(ctx: Writer, input: EditPostInput): Promise<EditOutcome> {
  const { id, version, ...words } = input;
  checkAudience(ctx, words.visibility);
  const saved = await unwrapRows(
    ctx.db
      .from("posts")
      .update(words)
      .eq("tenant_id", ctx.tenant.id)
      .eq("id", id)
      .eq("author_id", ctx.viewer.id)
      .eq("version", version)
      .select("id"),
  );
  if (saved.length > 0) return { outcome: "saved", id };
  const [current] = await unwrapRows(
    ctx.db
      .from("posts")
      .select("title, body, tags, version")
      .eq("tenant_id", ctx.tenant.id)
      .eq("id", id)
      .eq("author_id", ctx.viewer.id),
  );
  if (!current) throw new AppError("not_found", "post_removed");
  return { outcome: "changed_meanwhile", current };
}

/** Takes a post away: one's own, or as a moderator any. */
export async function removePost({ db, tenant }: Pick<Writer, "db" | "tenant">, id: string): Promise<void> {
  await unwrap(db.rpc("remove_post", { p_tenant: tenant.id, p_post: id }));
}

/** Takes the text of an earlier version away. */
export async function removeRevision(
  { db, tenant }: Pick<Writer, "db" | "tenant">,
  id: string,
): Promise<void> {
  await unwrap(db.rpc("remove_revision", { p_tenant: tenant.id, p_revision: id }));
}

/** Pins a post above the feed, or unpins it. */
export async function pinPost({ db, tenant }: Writer, id: string, pinned: boolean): Promise<void> {
  await unwrap(db.rpc("pin_post", { p_tenant: tenant.id, p_post: id, p_pinned: pinned }));
}

/** Likes a post or takes the like back; repeating it changes nothing. */
export async function setLike({ db, tenant, viewer }: Writer, id: string, liked: boolean): Promise<void> {
  const row = { tenant_id: tenant.id, post_id: id, user_id: viewer.id };
  if (!liked) {
    await unwrap(db.from("post_likes").delete().match(row));
    return;
  }
  try {
    await unwrap(db.from("post_likes").insert(row));
  } catch (error) {
    if (!isTaken(error)) throw error;
  }
}
