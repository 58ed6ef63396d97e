import type { MyCommunity } from "./directory-schemas";

const ORDER: Readonly<Record<MyCommunity["membership"], number>> = {
  active: 0,
  invited: 1,
  requested: 2,
  suspended: 3,
  removed: 4,
};

/** Memberships first, then invitations and requests; by name within each. */
export function sortCommunities(communities: readonly MyCommunity[]): MyCommunity[] {
  return [...communities].sort(
    (one, other) =>
      ORDER[one.membership] - ORDER[other.membership] ||
      one.name.localeCompare(other.name, undefined, { numeric: true }),
  );
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
