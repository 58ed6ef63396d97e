import { parseHost } from "./host";
import { type HostConfig, rootHostname } from "./host-config";
import { isReservedSlug, isSlugShaped } from "./slug";

/** Where the platform staff work: this one label under the root domain. */
export const PLATFORM_LABEL = "admin";

/** Why a host serves nothing. */
export type UnknownHostReason = "malformed" | "no_dot" | "nested" | "reserved" | "slug";

/** A community as a host or a client names it. */
export type CommunityAddress =
  | { kind: "community"; via: "subdomain"; slug: string }
  | { kind: "community"; via: "domain"; domain: string };

/** What a host serves. A community may still not exist: the database knows. */
export type HostResolution =
  | { kind: "network" }
  | { kind: "platform" }
  | CommunityAddress
  | { kind: "unknown"; reason: UnknownHostReason };

/**
 * Decides what a host serves, by exact comparison at label boundaries. Ports are ignored. Any other
 * name with a dot in it may be a community's own domain, which the database resolves.
 */
export function resolveHost(host: unknown, config: Pick<HostConfig, "rootDomain">): HostResolution {
  const parsed = parseHost(host);
  if (!parsed) return unknown("malformed");
  const root = rootHostname(config);
  if (parsed.host === root) return { kind: "network" };
  if (parsed.host.endsWith(`.${root}`)) return resolveLabel(parsed.host.slice(0, -root.length - 1));
  if (!parsed.host.includes(".")) return unknown("no_dot");
  return { kind: "community", via: "domain", domain: parsed.host };
}

/** Resolves what a client names as a community: a slug, or a host name that serves one. */
export function resolveCommunityName(
  name: string,
  config: Pick<HostConfig, "rootDomain">,
): CommunityAddress | null {
  const resolved = name.includes(".") ? resolveHost(name, config) : resolveLabel(name);
  return resolved.kind === "community" ? resolved : null;
}

/** The `[tenant]` segment of a community's pages. */
export function tenantSegment(community: CommunityAddress): string {
  return community.via === "subdomain" ? community.slug : community.domain;
}

function resolveLabel(label: string): HostResolution {
  if (label === PLATFORM_LABEL) return { kind: "platform" };
  if (label.includes(".")) return unknown("nested");
  if (!isSlugShaped(label)) return unknown("slug");
  if (isReservedSlug(label)) return unknown("reserved");
  return { kind: "community", via: "subdomain", slug: label };
}

function unknown(reason: UnknownHostReason): HostResolution {
  return { kind: "unknown", reason };
}
