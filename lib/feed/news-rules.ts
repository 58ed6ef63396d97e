const FIRST_MS = 30_000;
const LONGEST_MS = 5 * 60_000;
const SLOWER = 1.5;

/**
 * How long to wait, in milliseconds, before asking for newer posts again: longer each time, longest once there are
 * some, since the number matters less than that there are any.
 */
export function nextWait(before: number | null, found: boolean): number {
  if (before === null) return FIRST_MS;
  return found ? LONGEST_MS : Math.min(before * SLOWER, LONGEST_MS);
}

/** Whether a post is new to somebody who has seen everything until then. Moments are ISO 8601. */
export function isNewSince(createdAt: string, seenAt: string): boolean {
  return Date.parse(createdAt) > Date.parse(seenAt);
}

/** Where the line between new posts and known ones goes: before this index, or nowhere. */
export function findSeenLine(posts: readonly { created_at: string }[], seenAt: string | null): number | null {
  if (seenAt === null) return null;
  const first = posts.findIndex((post) => !isNewSince(post.created_at, seenAt));
  return first > 0 ? first : null;
}
