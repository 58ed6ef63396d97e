/** Where a page of the directory ended: members and id of its last community. */
export interface DirectoryCursor {
  count: number;
  id: string;
}

const CURSOR = /^(\d{1,9})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Writes a place in the directory as text for an address. */
export function encodeDirectoryCursor({ count, id }: DirectoryCursor): string {
  return `${count}_${id}`;
}

/** Reads a place again; null for anything else. */
export function parseDirectoryCursor(text: string): DirectoryCursor | null {
  const [, count, id] = CURSOR.exec(text) ?? [];
  return count !== undefined && id !== undefined ? { count: Number(count), id } : null;
}

/** The cursor after a page, or null where it was the last. */
export function nextDirectoryPage(
  items: readonly { member_count: number; id: string }[],
  limit: number,
): string | null {
  const last = items.at(-1);
  return last && items.length >= limit
    ? encodeDirectoryCursor({ count: last.member_count, id: last.id })
    : null;
}

/** The way to a community through the hand-off, for who is signed in on the network host. */
export function goPath(slug: string, to = "/"): string {
  return to === "/" ? `/go/${slug}` : `/go/${slug}?${new URLSearchParams({ to })}`;
}

/** Who is signed in goes through the hand-off; a visitor straight to the community's own address. */
export function communityHref({ slug, url }: { slug: string; url: string }, signedIn: boolean): string {
  return signedIn ? goPath(slug) : url;
}
