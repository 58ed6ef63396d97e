import { LEVELS_SHOWN } from "./limits";
import type { CommentView, Thread } from "./schemas";

/** A comment in its thread. */
export interface CommentNode {
  comment: CommentView;
  /** What it answers; null for the first of a thread, and where that stands on an earlier page. */
  parent: CommentView | null;
  children: CommentNode[];
  /** Whether what stands below it has a page of its own. */
  continues: boolean;
}

/** A thread as a tree. An answer whose parent is not among the comments stands directly below the first one. */
export function toTree({ top, answers }: Pick<Thread, "top" | "answers">): CommentNode {
  const node = (comment: CommentView, parent: CommentView | null): CommentNode => ({
    comment,
    parent,
    children: [],
    continues: comment.depth - top.depth >= LEVELS_SHOWN - 1 && comment.replies > 0,
  });
  const root = node(top, null);
  const known = new Map([[top.id, root]]);
  for (const answer of answers) {
    const above = known.get(answer.parent_id ?? "");
    const added = node(answer, above?.comment ?? null);
    known.set(answer.id, added);
    (above ?? root).children.push(added);
  }
  return root;
}
