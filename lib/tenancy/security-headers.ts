import type { HostConfig } from "./host-config";

const ALWAYS: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy":
    "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), " +
    "magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
};

// Without includeSubDomains: a community's own domain may have neighbours that are not ours.
const TRANSPORT_SECURITY = "max-age=63072000";

/** Headers of every response, pages and files alike. The CSP, with its nonce, is apart. */
export function buildSecurityHeaders(
  config: Pick<HostConfig, "production" | "protocol">,
): Record<string, string> {
  const secure = config.production && config.protocol === "https";
  return { ...ALWAYS, ...(secure ? { "strict-transport-security": TRANSPORT_SECURITY } : {}) };
}
