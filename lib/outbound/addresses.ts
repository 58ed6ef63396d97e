import ipaddr from "ipaddr.js";

/** Public in form, yet answered by the cloud's own machinery: Azure's wire server. */
const NOT_PUBLIC = new Set(["168.63.129.16"]);

const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR("2000::/3");

/** The interface part of an ISATAP address, which holds an IPv4 address that it leads to. */
function isIsatap({ parts }: ipaddr.IPv6): boolean {
  return (parts[4] === 0 || parts[4] === 0x200) && parts[5] === 0x5efe;
}

/**
 * Whether an address (IPv4 or IPv6, as a resolver gives it) belongs to the public internet. Everything else is not:
 * loopback, private and link-local networks, carrier NAT, multicast, reserved blocks, and every IPv6 form that leads to
 * an IPv4 address by itself (mapped, compatible, NAT64, 6to4, Teredo, ISATAP).
 */
export function isPublicAddress(address: string): boolean {
  // A resolver gives plain forms; an IPv4 address in one, two or three parts, in octal or hexadecimal, is none.
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) {
    return !NOT_PUBLIC.has(address) && ipaddr.IPv4.parse(address).range() === "unicast";
  }
  if (!ipaddr.IPv6.isValid(address) || address.includes("%")) return false;
  const parsed = ipaddr.IPv6.parse(address);
  return parsed.match(GLOBAL_IPV6) && parsed.range() === "unicast" && !isIsatap(parsed);
}
