import type { MyCommunity } from "./directory-schemas";

const ORDER: Readonly<Record<MyCommunity["membership"], number>> = {
  active: 0,
  invited: 1,
  requested: 2,
  suspended: 3,
  removed: 4,
};

const LAST = Number.MAX_SAFE_INTEGER;

/** What one put first, then memberships, then invitations and requests; by name within each. */
export function sortCommunities<
  C extends Pick<MyCommunity, "name" | "membership"> & { pinned?: number | null },
>(communities: readonly C[]): C[] {
  return [...communities].sort(
    (one, other) =>
      (one.pinned ?? LAST) - (other.pinned ?? LAST) ||
      ORDER[one.membership] - ORDER[other.membership] ||
      one.name.localeCompare(other.name, undefined, { numeric: true }),
  );
}

/** Which communities stand first once this one is put there, taken away, or put before or after its neighbour. */
export function arrange(
  pinned: readonly string[],
  id: string,
  change: "pin" | "unpin" | "up" | "down",
): string[] {
  const rest = pinned.filter((other) => other !== id);
  if (change === "unpin") return rest;
  if (change === "pin") return [...rest, id];
  const at = pinned.indexOf(id);
  if (at === -1) return [...pinned];
  return moveTo(pinned, id, at + (change === "up" ? -1 : 1));
}

/** The same list with one of it at another place, counted from 0. */
export function moveTo(pinned: readonly string[], id: string, place: number): string[] {
  const rest = pinned.filter((other) => other !== id);
  const at = Math.min(Math.max(place, 0), rest.length);
  return [...rest.slice(0, at), id, ...rest.slice(at)];
}

/** How a number of unread posts is written: "99+" for more, null where there is none to say. */
export function unreadText(unread: number | null): string | null {
  if (unread === null) return "–";
  if (unread === 0) return null;
  return unread > 99 ? "99+" : String(unread);
}

/** A text as one searches for it: no case, no accents. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

/** Communities whose name or address holds every word of the query, in any order of words. */
export function filterCommunities<T extends Pick<MyCommunity, "name" | "slug">>(
  communities: readonly T[],
  query: string,
): T[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...communities];
  return communities.filter(({ name, slug }) => {
    const text = `${fold(name)} ${slug}`;
    return words.every((word) => text.includes(word));
  });
}
