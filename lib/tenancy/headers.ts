/**
 * Private request headers. `middleware.ts` alone writes them, on every request, so that
 * whoever reads one downstream reads what the server decided and never what a client sent.
 */

/** Every private header begins with this; a client's are deleted. */
export const PRIVATE_HEADER_PREFIX = "x-archipelago-";

/** The host that was asked for: lower case, punycode, without port or trailing dot. */
export const HOST_HEADER = "x-archipelago-host";

/** What the request is for: `network`, `platform` or `community`. */
export const KIND_HEADER = "x-archipelago-kind";

/** The `[tenant]` segment: a slug or a custom domain. Absent on the network and platform hosts. */
export const TENANT_HEADER = "x-archipelago-tenant";

/** The path and search the client asked for, before the rewrite. */
export const PATH_HEADER = "x-archipelago-path";

/** The client's address (IPv4 or IPv6 text), or the empty string where it is not known. */
export const IP_HEADER = "x-archipelago-ip";

/** `network` where a community's API is called on the network host, with its session. */
export const VIA_HEADER = "x-archipelago-via";

/** One id per request: ours, or a trusted proxy's. Also on every response. */
export const REQUEST_ID_HEADER = "x-request-id";

/** The nonce that this response's scripts carry. */
export const NONCE_HEADER = "x-nonce";

/** Next.js reads the script nonce from this header of the request. */
export const CSP_HEADER = "content-security-policy";

/** Names the community of an API call made on the network host. Read by the middleware only. */
export const COMMUNITY_HEADER = "x-community";

/** The values of {@link KIND_HEADER}. */
export type HostKind = "network" | "platform" | "community";
