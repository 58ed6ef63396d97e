/** A community that a list of several shows posts of. */
export interface PostPlace {
  slug: string;
  /** BCP 47 tag of what its members write. */
  locale: string;
}

/** Where a post is read: on this host, or by way of the network's hand-off on its community's. */
export function postHref(postId: string, place?: PostPlace): string {
  return hrefIn(`/p/${postId}`, place);
}

/** Where a post that came from elsewhere is read: in the community that it came to. */
export function sharedHref(shareId: string, place?: PostPlace): string {
  return hrefIn(`/shared/${shareId}`, place);
}

/** Where a member shows themselves, likewise. */
export function memberHref(userId: string, place?: PostPlace): string {
  return hrefIn(`/members/${userId}`, place);
}

function hrefIn(path: string, place: PostPlace | undefined): string {
  return place ? `/go/${place.slug}?${new URLSearchParams({ to: path })}` : path;
}
