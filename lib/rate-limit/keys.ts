import { isIPv6 } from "node:net";

const VISITOR = "ip:";

/** Stands for every visitor whose address is not known. */
export const UNKNOWN_VISITOR = `${VISITOR}unknown`;

/**
 * The key that a visitor is counted by: an IPv4 address, or the /64 that an IPv6 address lies in, since one
 * connection has all of it.
 */
export function visitorKey(ip: string): string {
  if (ip === "") return UNKNOWN_VISITOR;
  return isIPv6(ip) ? `${VISITOR}${networkOf(ip)}::/64` : `${VISITOR}${ip}`;
}

/** Whether a key of requireRate stands for an address, and not for somebody signed in. */
export function isVisitorKey(key: string): boolean {
  return key.startsWith(VISITOR);
}

function networkOf(ip: string): string {
  // The URL parser writes every IPv6 address in one form, an embedded IPv4 part in hexadecimal.
  const written = new URL(`http://[${ip}]/`).hostname.slice(1, -1);
  const [head = "", tail] = written.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(zeros).fill("0"), ...after].slice(0, 4).join(":");
}
