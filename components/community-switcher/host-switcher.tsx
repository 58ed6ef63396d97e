import type { ReactNode } from "react";
import { readHostConfig } from "@/lib/env/hosts";
import { rootPortSuffix } from "@/lib/tenancy/host-config";
import { networkUrl } from "@/lib/tenancy/links";
import type { SwitcherCommunity as Listed } from "@/lib/tenants/directory-schemas";
import { isOnRoot } from "@/lib/tenants/switcher-origin";
import { CommunitiesProvider, type SwitcherCommunity } from "./communities-provider";

interface HostCommunitiesProps {
  /** Host of the request, without port. */
  host: string;
  /** The host's community; null on the network's and the staff's hosts. */
  current: SwitcherCommunity | null;
  initial?: readonly Listed[];
  children: ReactNode;
}

/** `CommunitiesProvider` for whatever host a request came to. */
export function HostCommunities({ host, current, initial, children }: HostCommunitiesProps) {
  const config = readHostConfig();
  const place = {
    network: new URL(networkUrl("/")).origin,
    host: `${host}${rootPortSuffix(config)}`,
    sameSite: isOnRoot(host, config),
    current: current && pickCommunity(current),
  };
  return (
    <CommunitiesProvider place={place} initial={initial}>
      {children}
    </CommunitiesProvider>
  );
}

/** A community's row holds more than the browser needs to know. */
function pickCommunity({ id, slug, name, accent, logo_path, locale }: SwitcherCommunity): SwitcherCommunity {
  return { id, slug, name, accent, logo_path, locale };
}
