/** The way to a community through the hand-off, for who is signed in on the network host. */
export function goPath(slug: string, to = "/"): string {
  return to === "/" ? `/go/${slug}` : `/go/${slug}?${new URLSearchParams({ to })}`;
}

/** Who is signed in goes through the hand-off; a visitor straight to the community's own address. */
export function communityHref({ slug, url }: { slug: string; url: string }, signedIn: boolean): string {
  return signedIn ? goPath(slug) : url;
}
