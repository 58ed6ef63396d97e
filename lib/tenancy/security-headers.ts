import type { HostConfig } from "./host-config";

const ALWAYS: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  // Not even the origin: the name of a secret community is its own business.
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "origin-agent-cluster": "?1",
  "permissions-policy":
    "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), " +
    "magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
};

// Without includeSubDomains: a community's own domain may have neighbours that are not ours.
const TRANSPORT_SECURITY = "max-age=63072000";

/** Headers of every response, pages and files alike, whoever writes it. The CSP of a page, with its nonce, is apart. */
export function buildSecurityHeaders(
  config: Pick<HostConfig, "production" | "protocol">,
): Record<string, string> {
  const secure = config.production && config.protocol === "https";
  return { ...ALWAYS, ...(secure ? { "strict-transport-security": TRANSPORT_SECURITY } : {}) };
}

// A file opened as a page may do nothing at all. Scripts go without the sandbox, it would hold for a worker too; so do
// data and plain text, which hold nothing to run, while it would stop what browsers add to show them.
const INERT = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const DATA = /^(?:text\/plain|application\/(?:[\w.-]+\+)?json)(?:;|$)/i;
const SCRIPT = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * What a response is completed with where its writer left it open. Handlers may say otherwise: how long something
 * may be kept (`cache-control`), and whether other sites may show it (`cross-origin-resource-policy`).
 */
export const DEFAULT_HEADERS: Readonly<Record<string, string>> = {
  "cache-control": "private, no-store",
  "cross-origin-resource-policy": "same-origin",
};

/**
 * The policy of a response that is no page, whatever the middleware said of its path; null where the policy of a page
 * stays. Files and data never need a script or a style.
 */
export function policyOfFile(contentType: string | undefined, pagePolicy: string | undefined): string | null {
  if (pagePolicy !== undefined && /^text\/html\b/i.test(contentType ?? "")) return null;
  if (/^(?:text|application)\/javascript\b/i.test(contentType ?? "")) return SCRIPT;
  return DATA.test(contentType ?? "") ? INERT : `${INERT}; sandbox`;
}
