/** What host resolution needs to know of the deployment. Read by `lib/env/hosts.ts`. */
export interface HostConfig {
  /** The network's own host, with a port where it is not the scheme's usual one. */
  rootDomain: string;
  protocol: "http" | "https";
  /** How many proxies of ours stand in front of the app; 0 means that forwarded headers are ignored. */
  trustedProxies: number;
  production: boolean;
  /** Origin of the Supabase API, which pages load images from and hold a realtime socket to. */
  supabaseOrigin: string | null;
}

/** The root domain without its port. */
export function rootHostname(config: Pick<HostConfig, "rootDomain">): string {
  return config.rootDomain.replace(/:\d+$/, "").toLowerCase();
}

/** `:3000`, or the empty string where the root domain has no port. */
export function rootPortSuffix(config: Pick<HostConfig, "rootDomain">): string {
  return /:\d+$/.exec(config.rootDomain)?.[0] ?? "";
}
