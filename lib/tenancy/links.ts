import { readHostConfig } from "@/lib/env/hosts";
import { type HostConfig, rootPortSuffix } from "./host-config";
import { parseReturnPath } from "./return-path";

export { isSafePath, parseReturnPath } from "./return-path";

/** What a link to a community needs: its slug, and its own verified domain where it has one. */
export interface CommunityLink {
  slug: string;
  domain?: string | null;
}

type LinkConfig = Pick<HostConfig, "rootDomain" | "protocol">;

/** Absolute address of a path on the network host. An unsafe path becomes "/". */
export function networkUrl(path = "/", config: LinkConfig = readHostConfig()): string {
  return `${config.protocol}://${config.rootDomain}${parseReturnPath(path)}`;
}

/** Absolute address of a path on the platform staff's host. An unsafe path becomes "/". */
export function platformUrl(path = "/", config: LinkConfig = readHostConfig()): string {
  return `${config.protocol}://admin.${config.rootDomain}${parseReturnPath(path)}`;
}

/**
 * Absolute address of a path on a community's host: its own domain, else its subdomain. `slug` and
 * `domain` come from the database. An unsafe path becomes "/".
 */
export function communityUrl(
  { slug, domain }: CommunityLink,
  path = "/",
  config: LinkConfig = readHostConfig(),
): string {
  const host = domain ? `${domain}${rootPortSuffix(config)}` : `${slug}.${config.rootDomain}`;
  return `${config.protocol}://${host}${parseReturnPath(path)}`;
}
