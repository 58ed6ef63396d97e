import type { ComponentType } from "react";
import type { Discussion } from "@/lib/comments/links";
import type { CommentNode } from "@/lib/comments/tree";

/** What all comments of a page share. */
export interface ThreadSetting {
  at: Discussion;
  /** BCP 47 tag of what people write here. */
  lang: string;
  now: number;
  /** Whether this person belongs here, and may open the pages of members. */
  member: boolean;
  /** The comment that the address leads to. */
  focus: string | null;
}

export interface CommentProps {
  node: CommentNode;
  setting: ThreadSetting;
}

/** How a comment is shown: to read, or with what members may do. */
export type CommentComponent = ComponentType<CommentProps>;
