import type { CommentSort } from "./limits";
import type { CommentPlace } from "./schemas";

/** The address of a post's page that shows certain comments; the post's own for the first page. */
export function commentsHref(postId: string, place: Partial<CommentPlace> & { reply?: string }): string {
  const query = new URLSearchParams();
  if (place.sort && place.sort !== "oldest") query.set("sort", place.sort);
  if (place.comment) query.set("comment", place.comment);
  if (place.after) query.set("after", place.after);
  if (place.reply) query.set("reply", place.reply);
  const search = query.size > 0 ? `?${query}` : "";
  return `/p/${postId}${search}#${place.comment && !place.after ? `c-${place.comment}` : "comments"}`;
}

/** The address of one comment, with what it answers and what answers it. */
export function commentHref(postId: string, commentId: string): string {
  return commentsHref(postId, { comment: commentId });
}

/** The address of what a post, or a comment below it, said before it was edited. */
export function historyHref(postId: string, commentId?: string): string {
  const path = `/p/${postId}/history`;
  return commentId ? `${path}?${new URLSearchParams({ comment: commentId })}` : path;
}

/** The path of the API that gives further comments. */
export function commentsApiPath(
  postId: string,
  { comment, after, sort }: { comment?: string | null; after: string | null; sort?: CommentSort },
): string {
  const query = new URLSearchParams();
  if (after) query.set("after", after);
  if (comment) query.set("comment", comment);
  if (sort) query.set("sort", sort);
  return `/api/v1/posts/${postId}/comments?${query}`;
}
