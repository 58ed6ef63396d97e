import type { CommentSort } from "./limits";
import type { CommentPlace } from "./schemas";

/** What a community says below a post that came to it from elsewhere. */
export interface Lane {
  /** Id of the share that brought the post. */
  share: string;
  /** Id of the community where the post is at home. */
  home: string;
}

/** Where comments stand: below a post at home, or in the lane of a community that it came to. */
export interface Discussion {
  postId: string;
  lane?: Lane | undefined;
}

function pagePath({ postId, lane }: Discussion): string {
  return lane ? `/shared/${lane.share}` : `/p/${postId}`;
}

/** The address of a page that shows certain comments of a post; its own for the first page. */
export function commentsHref(at: Discussion, place: Partial<CommentPlace> & { reply?: string }): string {
  const query = new URLSearchParams();
  if (place.sort && place.sort !== "oldest") query.set("sort", place.sort);
  if (place.comment) query.set("comment", place.comment);
  if (place.after) query.set("after", place.after);
  if (place.reply) query.set("reply", place.reply);
  const search = query.size > 0 ? `?${query}` : "";
  return `${pagePath(at)}${search}#${place.comment && !place.after ? `c-${place.comment}` : "comments"}`;
}

/** The address of one comment, with what it answers and what answers it. */
export function commentHref(at: Discussion, commentId: string): string {
  return commentsHref(at, { comment: commentId });
}

/** The address of what a post, or a comment below it, said before it was edited. */
export function historyHref(postId: string, commentId?: string): string {
  const path = `/p/${postId}/history`;
  return commentId ? `${path}?${new URLSearchParams({ comment: commentId })}` : path;
}

/** The path of the API that gives further comments. */
export function commentsApiPath(
  { postId, lane }: Discussion,
  { comment, after, sort }: { comment?: string | null; after: string | null; sort?: CommentSort },
): string {
  const query = new URLSearchParams();
  if (after) query.set("after", after);
  if (comment) query.set("comment", comment);
  if (sort) query.set("sort", sort);
  return `/api/v1/${lane ? `shared/${lane.share}` : `posts/${postId}`}/comments?${query}`;
}
