import { rootPortSuffix } from "@/lib/tenancy/host-config";
import { parseReturnPath } from "@/lib/tenancy/return-path";

/** Minutes after signing in during which a password may be chosen without the old one. */
export const FRESH_SIGN_IN_MINUTES = 15;

const ANY_ORIGIN = "https://origin.invalid";

/**
 * Where a mail's link wants to lead: mail services write the whole address, people paste paths. Only a path of the
 * network's own host counts; everything else is "/".
 *
 * @param networkOrigin for example `https://archipelago.example`
 */
export function parseMailTarget(next: unknown, networkOrigin: string): string {
  if (typeof next !== "string") return "/";
  const isOurs = next === networkOrigin || next.startsWith(`${networkOrigin}/`);
  return parseReturnPath(isOurs ? next.slice(networkOrigin.length) || "/" : next);
}

/** The host that somebody signs in for, as its address bar shows it, or null where they stay on the network host. */
export function wantedHost(next: string, config: { rootDomain: string }): string | null {
  const url = new URL(parseReturnPath(next), ANY_ORIGIN);
  const host = url.pathname === "/session/issue" ? url.searchParams.get("host") : null;
  return host && /^[a-z0-9.-]{3,253}$/.test(host) ? `${host}${rootPortSuffix(config)}` : null;
}

/** A page of this host with the path to go on to afterwards, left out where it is the front page. */
export function withNext(page: string, next: string): string {
  const path = parseReturnPath(next);
  return path === "/" ? page : `${page}?${new URLSearchParams({ next: path })}`;
}

/** Whether a sign-in is recent enough to choose a new password with. */
export function isFreshSignIn(signedInAt: string | null | undefined, now: Date): boolean {
  const at = signedInAt ? Date.parse(signedInAt) : Number.NaN;
  return now.getTime() - at < FRESH_SIGN_IN_MINUTES * 60_000;
}
