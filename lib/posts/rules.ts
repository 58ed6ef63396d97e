import { excerpt } from "@/lib/markdown/excerpt";
import type { PostRow, PostSummary } from "./schemas";

const EXCERPT_UNDER_TITLE = 260;
const EXCERPT_ALONE = 420;

/** What a card shows of a post: its text without markup, longer where no title stands above it. */
export function summarisePost({ lead, body_length, pinned_at, mine, ...row }: PostRow): PostSummary {
  const text = excerpt(lead, row.title === null ? EXCERPT_ALONE : EXCERPT_UNDER_TITLE);
  return {
    ...row,
    excerpt: body_length > lead.length && !text.endsWith("…") ? `${text}…` : text,
    pinned: pinned_at !== null,
    mine: mine ?? false,
  };
}

const DESCRIPTION_LENGTH = 200;

/** Title and description of a post for links to it; `title` is null where it has none. */
export function describePost(post: Pick<PostRow, "title" | "lead">): {
  title: string | null;
  description: string;
} {
  return { title: post.title, description: excerpt(post.lead, DESCRIPTION_LENGTH) };
}
