import "server-only";
import { z } from "zod";
import type { Lane } from "@/lib/comments/links";
import { getRequestContext } from "@/lib/context/request-context";
import { unwrapAs } from "@/lib/supabase/result";
import { authorSchema } from "./schemas";
import { toVersions, type Version } from "./versions";

const wordsSchema = z.object({ title: z.string().nullable(), body: z.string(), written_at: z.string() });

/** The answer of `post_history`; null where the caller may know nothing. */
const historySchema = z
  .object({
    post_title: z.string().nullable(),
    lane: z.object({ share: z.uuid(), home: z.uuid() }).nullable(),
    author: authorSchema,
    current: wordsSchema,
    earlier: z.array(wordsSchema.extend({ id: z.uuid(), body: z.string().nullable() })),
  })
  .nullable();

/** What a post or a comment says and said, newest first. */
export interface History {
  /** Set for a comment below a post that came from elsewhere. */
  lane: Lane | undefined;
  postTitle: string | null;
  author: z.infer<typeof authorSchema>;
  versions: Version[];
}

/** Reads what a post, or one of its comments, said before it was edited. Null where there is none for this caller. */
export async function findHistory(postId: string, commentId: string | null): Promise<History | null> {
  const { db, tenant } = await getRequestContext();
  if (!tenant) return null;
  const found = await unwrapAs(
    historySchema,
    db.rpc("post_history", { p_tenant: tenant.id, p_post: postId, p_comment: commentId }),
  );
  if (!found) return null;
  const current = { ...found.current, id: null };
  return {
    postTitle: found.post_title,
    lane: found.lane ?? undefined,
    author: found.author,
    versions: toVersions([...found.earlier, current]),
  };
}
