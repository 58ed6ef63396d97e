import { type HostConfig, rootHostname, rootPortSuffix } from "@/lib/tenancy/host-config";
import { resolveHost } from "@/lib/tenancy/resolve-host";
import type { MyCommunity } from "./directory-schemas";

type Config = Pick<HostConfig, "rootDomain" | "protocol">;

/**
 * Whether a browser sends the network's cookies along when a page of this host asks for them: only under the root
 * domain. On a community's own domain it does not, and the community never learns the list.
 *
 * @param host without port
 */
export function isOnRoot(host: string, config: Pick<HostConfig, "rootDomain">): boolean {
  const root = rootHostname(config);
  return host === root || host.endsWith(`.${root}`);
}

/** The origin that may read one's list of communities from its pages, or null: the network's own subdomains alone. */
export function findSwitcherOrigin(origin: string | null, config: Config): string | null {
  if (origin === null || !URL.canParse(origin)) return null;
  const url = new URL(origin);
  const isPlain = url.origin === origin && url.protocol === `${config.protocol}:`;
  if (!isPlain || url.host !== `${url.hostname}${rootPortSuffix(config)}`) return null;
  const resolved = resolveHost(url.hostname, config);
  const isOurs =
    resolved.kind === "platform" || (resolved.kind === "community" && resolved.via === "subdomain");
  return isOurs ? origin : null;
}

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
