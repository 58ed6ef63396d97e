import { expect } from "playwright/test";

const ALWAYS: Readonly<Record<string, RegExp>> = {
  "x-content-type-options": /^nosniff$/,
  "x-frame-options": /^DENY$/,
  "referrer-policy": /^same-origin$/,
  "cross-origin-opener-policy": /^same-origin$/,
  "cross-origin-resource-policy": /^same-origin$/,
  "origin-agent-cluster": /^\?1$/,
  "permissions-policy": /camera=\(\)/,
  "content-security-policy": /frame-ancestors 'none'/,
};

/** What every response must carry, whoever wrote it: pages, data, files, refusals and redirects. */
export function expectSafe(headers: Readonly<Record<string, string>>, what: string): void {
  for (const [name, value] of Object.entries(ALWAYS)) {
    expect.soft(headers[name], `${name} of ${what}`).toMatch(value);
  }
  const policy = headers["content-security-policy"] ?? "";
  expect.soft(policy, what).not.toMatch(/(?:script|style)-src [^;]*'unsafe-(?:inline|eval)'/);
  const isPage = headers["content-type"]?.startsWith("text/html") && policy.includes("script-src");
  expect
    .soft(policy, what)
    .toMatch(
      isPage ? /script-src 'self' 'nonce-[^']{24}' 'strict-dynamic';/ : /^default-src '(?:none|self)';/,
    );
}
