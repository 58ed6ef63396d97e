import { summarisePost } from "@/lib/posts/rules";
import type { PostRow } from "@/lib/posts/schemas";
import { type Cursor, encodeCursor } from "./cursor";
import type { CommunityFeed, FeedAnswer, FeedPage } from "./schemas";

/** Turns the rows of a page into cards; `next` is where the following page begins. */
export function toFeedPage(rows: readonly PostRow[], next: Cursor | null): FeedPage {
  return { items: rows.map(summarisePost), next: next && encodeCursor(next) };
}

const NOTHING: FeedAnswer = { items: [], pinned: null, sort: "new", next: null, groups: null };

function encodeNext(next: FeedAnswer["next"]): string | null {
  if (next?.at) return encodeCursor({ at: next.at, id: next.id });
  return next?.score ? encodeCursor({ score: next.score, id: next.id }) : null;
}

/** The answer of the database as pages use it; nothing where the caller may read nothing. */
export function toCommunityFeed(given: FeedAnswer | null): CommunityFeed {
  const answer = given ?? NOTHING;
  return {
    items: answer.items.map(summarisePost),
    next: encodeNext(answer.next),
    pinned: (answer.pinned ?? []).map(summarisePost),
    sort: answer.sort,
    keptSort: answer.kept_sort ?? null,
    seenAt: answer.seen_at ?? null,
    groups: answer.groups ?? [],
  };
}
