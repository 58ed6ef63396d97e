import { type HostConfig, rootHostname, rootPortSuffix } from "@/lib/tenancy/host-config";
import { resolveHost } from "@/lib/tenancy/resolve-host";

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
