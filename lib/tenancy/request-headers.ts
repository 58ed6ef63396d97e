import { FORWARDING_HEADERS } from "./forwarded";
import {
  COMMUNITY_HEADER,
  CSP_HEADER,
  NONCE_HEADER,
  PRIVATE_HEADER_PREFIX,
  REQUEST_ID_HEADER,
} from "./headers";
import type { HostConfig } from "./host-config";

/** What the middleware does to a request's headers: remove first, then set. Names in lower case. */
export interface HeaderChanges {
  remove: string[];
  set: Record<string, string>;
}

// Next.js speaks these to itself; from outside they have skipped middleware and chosen pages before.
const INTERNAL_PREFIXES: readonly string[] = [
  PRIVATE_HEADER_PREFIX,
  "x-middleware-",
  "x-nextjs-",
  "x-next-",
  "x-invoke-",
  "x-prerender-",
  "x-forwarded-",
];

const INTERNAL_NAMES: ReadonlySet<string> = new Set([
  ...FORWARDING_HEADERS,
  COMMUNITY_HEADER,
  CSP_HEADER,
  `${CSP_HEADER}-report-only`,
  NONCE_HEADER,
  REQUEST_ID_HEADER,
  "next-resume",
  "x-matched-path",
  "x-now-route-matches",
  "x-invocation-id",
]);

// The development client pairs its debug channel by these two; no production code of Next.js reads them.
const DEVELOPMENT_NAMES: ReadonlySet<string> = new Set(["x-nextjs-request-id", "x-nextjs-html-request-id"]);

const KEPT_ID = /^[A-Za-z0-9-]{8,64}$/;

/**
 * The names among a request's headers that only the server may write. What the app router's client
 * sends for navigation (`rsc`, `next-action`, `next-url`, `next-router-*`) is not among them, nor is
 * `x-action-forwarded`, without which Next.js would forward an action to itself for ever.
 */
export function listForgeableHeaders(
  names: Iterable<string>,
  config: Pick<HostConfig, "production">,
): string[] {
  return [...names]
    .map((name) => name.toLowerCase())
    .filter((name) => INTERNAL_NAMES.has(name) || INTERNAL_PREFIXES.some((prefix) => name.startsWith(prefix)))
    .filter((name) => config.production || !DEVELOPMENT_NAMES.has(name));
}

/** A trusted proxy's request id where it is well-formed, else the one made here. */
export function chooseRequestId(
  sent: string | null,
  made: string,
  config: Pick<HostConfig, "trustedProxies">,
): string {
  return config.trustedProxies > 0 && sent !== null && KEPT_ID.test(sent) ? sent : made;
}
