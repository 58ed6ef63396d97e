import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";

/** Where a form's page goes next: its own script opens it. */
export interface SentOn {
  location: string;
}

/**
 * Ends an action by going on to a path of this host. Without script the answer is a redirect. With script the page
 * opens the path itself: Next.js would fetch it on the server first, and a hand-off's one-time code would be spent there.
 */
export async function sendOn(location: string): Promise<SentOn> {
  if ((await headers()).has("next-action")) return { location };
  redirect(location);
}
