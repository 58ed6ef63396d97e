import { isIP } from "node:net";
import type { HostConfig } from "./host-config";

/** Where request headers are read from; `Headers` is one. */
export interface HeaderReader {
  get(name: string): string | null;
}

/**
 * Headers by which a proxy, or a liar, says who asked for what. `Forwarded` is among them and is never
 * read: a proxy that writes the X- headers lets a client's `Forwarded` through.
 */
export const FORWARDING_HEADERS: readonly string[] = [
  "forwarded",
  "x-forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-prefix",
  "x-forwarded-proto",
  "x-forwarded-server",
  "x-forwarded-scheme",
  "x-original-host",
  "x-original-url",
  "x-rewrite-url",
  "x-host",
  "x-real-ip",
  "x-client-ip",
  "x-cluster-client-ip",
  "cf-connecting-ip",
  "fastly-client-ip",
  "true-client-ip",
];

/**
 * The host header to believe: the nearest proxy's `x-forwarded-host` (its last value) where proxies
 * are trusted, else `host`.
 */
export function readHostHeader(
  host: string | null,
  headers: HeaderReader,
  config: Pick<HostConfig, "trustedProxies">,
): string | null {
  if (config.trustedProxies === 0) return host;
  const forwarded = headers.get("x-forwarded-host")?.split(",").at(-1)?.trim();
  return forwarded ? forwarded : host;
}

/**
 * What Next.js may go on believing behind trusted proxies: it compares a server action's Origin with
 * `x-forwarded-host`. Where no proxy is trusted it fills these in from the connection by itself.
 */
export function forwardedHeaders(
  headers: HeaderReader,
  config: Pick<HostConfig, "trustedProxies">,
): Record<string, string> {
  if (config.trustedProxies === 0) return {};
  const host = headers.get("x-forwarded-host")?.split(",").at(-1)?.trim().toLowerCase();
  const protocol = headers.get("x-forwarded-proto")?.split(",").at(-1)?.trim().toLowerCase();
  return {
    ...(host ? { "x-forwarded-host": host } : {}),
    ...(protocol === "http" || protocol === "https" ? { "x-forwarded-proto": protocol } : {}),
  };
}

/**
 * The client's address: the hop that the outermost trusted proxy wrote, else the socket's, else "".
 * Fewer hops than trusted proxies means that somebody came past one: the address is not known.
 */
export function readClientAddress(
  headers: HeaderReader,
  socketAddress: string | null,
  config: Pick<HostConfig, "trustedProxies">,
): string {
  if (config.trustedProxies === 0) return normaliseAddress(socketAddress ?? "");
  const hops = (headers.get("x-forwarded-for") ?? "").split(",");
  return normaliseAddress(hops.at(-config.trustedProxies) ?? "");
}

/** An address as text without brackets, port or IPv4 mapping; "" for everything else. */
function normaliseAddress(text: string): string {
  const bare = text.trim().toLowerCase();
  const candidate =
    /^\[([^\]]+)\](?::\d+)?$/.exec(bare)?.[1] ?? /^(\d+(?:\.\d+){3}):\d+$/.exec(bare)?.[1] ?? bare;
  const unmapped = /^::ffff:(\d+(?:\.\d+){3})$/.exec(candidate)?.[1] ?? candidate;
  return isIP(unmapped) > 0 && !unmapped.includes("%") ? unmapped : "";
}
