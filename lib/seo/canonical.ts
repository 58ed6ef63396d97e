import { type CommunityLink, communityUrl, networkUrl } from "@/lib/tenancy/links";

/**
 * The one address of a path: without its fragment, and with those parameters only that choose other content, in a
 * fixed order. Whatever else a query holds (sorting, where an answer is written, campaign marks) is left out.
 */
export function canonicalPath(address: string, keep: readonly string[] = []): string {
  const [path = "/", query = ""] = address.split("#", 1)[0]?.split("?", 2) ?? [];
  const sent = new URLSearchParams(query);
  const kept = keep.flatMap((name) => {
    const value = sent.get(name);
    return value ? [[name, value]] : [];
  });
  return kept.length > 0 ? `${path}?${new URLSearchParams(kept)}` : path;
}

/** The one address of a community's page: on its own domain where it has one, else on its subdomain. */
export function canonicalUrl(
  community: CommunityLink,
  address: string,
  keep: readonly string[] = [],
): string {
  return communityUrl(community, canonicalPath(address, keep));
}

/** The one address of a page of the network. */
export function canonicalNetworkUrl(address: string, keep: readonly string[] = []): string {
  return networkUrl(canonicalPath(address, keep));
}
