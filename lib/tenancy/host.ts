import { domainToASCII, domainToUnicode } from "node:url";

/** A host name in the one form that is compared and stored: lower case, punycode, no trailing dot. */
export interface ParsedHost {
  host: string;
  port: number | null;
}

const MAX_INPUT_LENGTH = 1024;
const MAX_HOST_LENGTH = 253;
// What a host name may be written with; domainToASCII alone would decode "%65" and cut at "/".
const HOST_AND_PORT = /^([\p{L}\p{M}\p{N}\-.·・。．｡]+)(?::(\d{1,5}))?$/u;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
// A last label that is a number makes browsers read the whole name as an IPv4 address.
const NUMERIC_LABEL = /^(?:\d+|0x[0-9a-f]*)$/;

/**
 * Reads a `Host` header, or a host name that someone typed. Answers null for everything that is not
 * a plain DNS name: IP addresses in any notation, empty or over-long labels, user info, spaces,
 * control characters, underscores, broken punycode. Never throws.
 */
export function parseHost(rawHostHeader: unknown): ParsedHost | null {
  if (typeof rawHostHeader !== "string" || rawHostHeader.length > MAX_INPUT_LENGTH) return null;
  const [, name, digits] = HOST_AND_PORT.exec(rawHostHeader) ?? [];
  if (name === undefined) return null;
  const port = digits === undefined ? null : Number(digits);
  if (port !== null && port > 65_535) return null;
  const host = domainToASCII(name).toLowerCase().replace(/\.$/, "");
  return isHostname(host) ? { host, port } : null;
}

function isHostname(host: string): boolean {
  if (host.length > MAX_HOST_LENGTH) return false;
  const labels = host.split(".");
  if (!labels.every((label) => LABEL.test(label) && isSoundPunycode(label))) return false;
  return !NUMERIC_LABEL.test(labels.at(-1) ?? "");
}

function isSoundPunycode(label: string): boolean {
  if (!label.startsWith("xn--")) return true;
  const decoded = domainToUnicode(label);
  return decoded !== label && domainToASCII(decoded) === label;
}
