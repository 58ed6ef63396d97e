import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { buildCsp, buildHostCsp } from "@/lib/tenancy/csp";
import { buildSecurityHeaders } from "@/lib/tenancy/security-headers";
import { development, MADE_NONCE, production } from "./support";

function directivesOf(policy: string): Record<string, string[]> {
  const entries = policy.split("; ").map((directive) => directive.split(" "));
  return Object.fromEntries(entries.map(([name = "", ...sources]) => [name, sources]));
}

const options = { nonce: MADE_NONCE, production: true, connectSrc: [], imgSrc: [] };

describe("buildCsp", () => {
  test("allows scripts by nonce alone", () => {
    const policy = directivesOf(buildCsp(options));
    expect(policy["script-src"]).toEqual(["'self'", `'nonce-${MADE_NONCE}'`, "'strict-dynamic'"]);
    expect(policy["default-src"]).toEqual(["'self'"]);
    for (const name of ["object-src", "base-uri", "frame-ancestors", "frame-src"]) {
      expect(policy[name]).toEqual(["'none'"]);
    }
  });

  test("allows style sheets by nonce, and sonner's own by what stands in it", () => {
    const styles = directivesOf(buildCsp(options))["style-src"];
    expect(styles).not.toContain("'unsafe-inline'");
    expect(styles).toContain(`'nonce-${MADE_NONCE}'`);
    const sonner = readFileSync(createRequire(import.meta.url).resolve("sonner"), "utf8");
    const sheet = JSON.parse(/__insertCSS\((".*")\);?\n/.exec(sonner)?.[1] ?? "null") as string;
    for (const text of ["", sheet]) {
      expect(styles).toContain(`'sha256-${createHash("sha256").update(text).digest("base64")}'`);
    }
    expect(directivesOf(buildCsp({ ...options, production: false }))["style-src"]).toContain(
      "'unsafe-inline'",
    );
  });

  test("allows eval in development only", () => {
    expect(buildCsp(options)).not.toContain("unsafe-eval");
    expect(directivesOf(buildCsp({ ...options, production: false }))["script-src"]).toContain(
      "'unsafe-eval'",
    );
  });

  test("adds what is given, each once", () => {
    const sources = ["https://api.example", "https://api.example", "https:"];
    const policy = directivesOf(
      buildCsp({ ...options, connectSrc: sources, imgSrc: sources, formAction: sources }),
    );
    expect(policy["connect-src"]).toEqual(["'self'", "https://api.example", "https:"]);
    expect(policy["img-src"]).toEqual(["'self'", "data:", "blob:", "https://api.example", "https:"]);
    expect(policy["form-action"]).toEqual(["'self'", "https://api.example", "https:"]);
  });

  test.each(["https://a.example; script-src *", "https://a.example 'unsafe-inline'", "a,b", "'none'", ""])(
    "refuses the source %j",
    (source) => {
      expect(() => buildCsp({ ...options, connectSrc: [source] })).toThrow("Not a CSP source");
      expect(() => buildCsp({ ...options, imgSrc: [source] })).toThrow("Not a CSP source");
      expect(() => buildCsp({ ...options, formAction: [source] })).toThrow("Not a CSP source");
    },
  );

  test.each(["", "short", "'; script-src *; x-y", `${MADE_NONCE}'`])("refuses the nonce %j", (nonce) => {
    expect(() => buildCsp({ ...options, nonce })).toThrow("nonce");
  });
});

describe("the policy of a host", () => {
  test("reaches the network host, the API and its socket", () => {
    const policy = directivesOf(buildHostCsp("community", MADE_NONCE, production));
    expect(policy["connect-src"]).toEqual([
      "'self'",
      "https://archipelago.example",
      "https://project.supabase.example",
      "wss://project.supabase.example",
    ]);
    expect(policy["img-src"]).toContain("https://project.supabase.example");
    const none = directivesOf(buildHostCsp("network", MADE_NONCE, { ...production, supabaseOrigin: null }));
    expect(none["connect-src"]).toEqual(["'self'"]);
  });

  test("lets the network's forms end on any community's host", () => {
    expect(directivesOf(buildHostCsp("network", MADE_NONCE, production))["form-action"]).toEqual([
      "'self'",
      "https://*.archipelago.example",
      "https:",
    ]);
    expect(directivesOf(buildHostCsp("network", MADE_NONCE, development))["form-action"]).toEqual([
      "'self'",
      "http://*.archipelago.localhost:3000",
      "http://*.localhost:3000",
    ]);
  });

  test.each(["community", "platform"] as const)("lets a %s host's forms go through the network", (kind) => {
    const policy = directivesOf(buildHostCsp(kind, MADE_NONCE, development));
    expect(policy["form-action"]).toEqual(["'self'", "http://archipelago.localhost:3000"]);
  });
});

describe("security headers", () => {
  test("are on every response", () => {
    expect(buildSecurityHeaders(development)).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
    });
  });

  test("promise https only where it is served", () => {
    const name = "strict-transport-security";
    expect(buildSecurityHeaders(production)).toHaveProperty(name);
    expect(buildSecurityHeaders({ ...production, protocol: "http" })).not.toHaveProperty(name);
    expect(buildSecurityHeaders({ ...production, production: false })).not.toHaveProperty(name);
  });
});
