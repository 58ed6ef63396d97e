import type { SwitcherCommunity } from "@/lib/tenants/directory-schemas";

/** Nobody is signed in on the network host in this browser. */
export class NotSignedIn extends Error {}

/** Asks the network host for one's communities, with its own cookie. Throws {@link NotSignedIn}, or what fetch throws. */
export async function fetchCommunities(network: string, signal: AbortSignal): Promise<SwitcherCommunity[]> {
  const response = await fetch(`${network}/api/switcher`, { credentials: "include", signal });
  if (response.status === 401) throw new NotSignedIn();
  if (!response.ok) throw new Error(`The switcher's list answered ${response.status}`);
  const { communities } = (await response.json()) as { communities: SwitcherCommunity[] };
  return communities;
}
