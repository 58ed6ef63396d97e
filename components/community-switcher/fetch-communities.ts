import { z } from "zod";
import { type MyCommunity, myCommunitySchema } from "@/lib/tenants/directory-schemas";

/** Nobody is signed in on the network host in this browser. */
export class NotSignedIn extends Error {}

const answerSchema = z.object({ communities: z.array(myCommunitySchema) });

/** Asks the network host for one's communities, with its own cookie. Throws {@link NotSignedIn}, or what fetch throws. */
export async function fetchCommunities(network: string, signal: AbortSignal): Promise<MyCommunity[]> {
  const response = await fetch(`${network}/api/switcher`, { credentials: "include", signal });
  if (response.status === 401) throw new NotSignedIn();
  if (!response.ok) throw new Error(`The switcher's list answered ${response.status}`);
  return answerSchema.parse(await response.json()).communities;
}
