import { summarisePost } from "@/lib/posts/rules";
import type { PostRow } from "@/lib/posts/schemas";
import { encodeCursor } from "./cursor";
import type { FeedPage } from "./schemas";

/** Turns the rows of a page into cards and says where the next page begins. */
export function toFeedPage(rows: readonly PostRow[], pageSize: number): FeedPage {
  const last = rows.at(-1);
  return {
    items: rows.map(summarisePost),
    next: last && rows.length >= pageSize ? encodeCursor({ at: last.created_at, id: last.id }) : null,
  };
}
