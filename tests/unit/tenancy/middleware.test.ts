import { readdirSync } from "node:fs";
import path from "node:path";
import { unstable_doesMiddlewareMatch } from "next/experimental/testing/server";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { isStaticPath } from "@/lib/tenancy/request-path";
import { config, middleware } from "@/middleware";
import { development, production } from "./support";

// `next start` gives the address it is bound to as the URL, whatever the Host header says.
const BOUND_TO = "http://localhost:4711";

beforeAll(() => {
  vi.stubEnv("ROOT_DOMAIN", development.rootDomain);
  vi.stubEnv("APP_PROTOCOL", "http");
  vi.stubEnv("TRUSTED_PROXY", "none");
});

function send(host: string, target: string, headers: Record<string, string> = {}, method = "GET"): Response {
  return middleware(new NextRequest(`${BOUND_TO}${target}`, { method, headers: { host, ...headers } }));
}

function downstream(response: Response, name: string): string | null {
  return response.headers.get(`x-middleware-request-${name}`);
}

describe("the matcher", () => {
  test("runs in Node, which host names are normalised with", () => {
    expect(config.runtime).toBe("nodejs");
  });

  test.each([
    "/",
    "/feed",
    "/api/v1/posts",
    "/api/health",
    "/session/start",
    "/network/x",
    "/tango/feed",
    "/robots.txt",
    "/favicon.ico",
    "/assets/logo.svg",
    "/a.b/c.d",
    "/feed.rsc",
    "/feed.segments/_tree.segment.rsc",
    "/_next/static/feed",
    "/_next/image",
    "/_next/data/build/feed.json",
    "/%5fnext/x",
    "/.well-known/x",
  ])("sees %s", (url) => {
    expect(unstable_doesMiddlewareMatch({ config, url })).toBe(true);
  });
});

describe("the middleware", () => {
  test("rewrites on the server's own origin", () => {
    const response = send("tango.archipelago.localhost:3000", "/feed?after=1");
    expect(response.headers.get("x-middleware-rewrite")).toBe(`${BOUND_TO}/tango/feed?after=1`);
  });

  test("gives page and browser one nonce, new for each request", () => {
    const [first, second] = [send("milonga.localhost", "/"), send("milonga.localhost", "/")];
    const nonce = downstream(first, "x-nonce");
    const policy = first.headers.get("content-security-policy");
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(policy).toContain(`'nonce-${nonce}'`);
    expect(downstream(first, "content-security-policy")).toBe(policy);
    expect(downstream(second, "x-nonce")).not.toBe(nonce);
  });

  test("puts one request id on request and response", () => {
    const response = send("tango.archipelago.localhost", "/", { "x-request-id": "forged-request-id" });
    const id = response.headers.get("x-request-id");
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(downstream(response, "x-request-id")).toBe(id);
  });

  test("takes private headers from the client's hands", () => {
    const forged = {
      "x-archipelago-tenant": "harbour",
      "x-archipelago-via": "network",
      "x-nextjs-data": "1",
    };
    const response = send("tango.archipelago.localhost", "/api/v1/posts", forged, "POST");
    const passed = response.headers.get("x-middleware-override-headers")?.split(",");
    expect(passed).toContain("x-archipelago-tenant");
    expect(passed).not.toContain("x-archipelago-via");
    expect(passed).not.toContain("x-nextjs-data");
    expect(downstream(response, "x-archipelago-tenant")).toBe("tango");
  });

  test("leaves static files alone, but for the headers", () => {
    const response = send("unknown", "/_next/static/chunks/a.js", { "x-archipelago-tenant": "_next" });
    expect(response.headers.get("x-middleware-next")).toBe("1");
    expect(response.headers.get("cache-control")).toBeNull();
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("x-middleware-override-headers")).not.toContain("x-archipelago");
  });

  test("answers unknown hosts itself, without naming anything", async () => {
    const page = send("www.archipelago.localhost", "/feed");
    expect(page.status).toBe(404);
    expect(await page.text()).toBe("Not found\n");
    const api = send("localhost", "/api/v1/posts");
    expect(api.status).toBe(404);
    expect(await api.json()).toEqual({ ok: false, error: { code: "not_found", message: "Not found" } });
    expect(api.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("redirects a trailing dot to the configured address", () => {
    const response = send("tango.archipelago.localhost.:3000", "/feed?a=1");
    expect(response.status).toBe(308);
    expect(response.headers.get("location")).toBe("http://tango.archipelago.localhost:3000/feed?a=1");
  });

  test.each([
    ["tango.archipelago.localhost", "/feed", "private, no-store"],
    ["tango.archipelago.localhost", "/api/v1/posts", "private, no-store"],
    ["unknown", "/robots.txt", "private, no-store"],
    ["tango.archipelago.localhost.", "/robots.txt", "private, no-store"],
    ["tango.archipelago.localhost", "/robots.txt", null],
    ["tango.archipelago.localhost", "/feed.atom", null],
    ["tango.archipelago.localhost", "/p/1/og.png", null],
    ["tango.archipelago.localhost", "/p/1", "private, no-store"],
  ])("%s %s is kept by nobody unless it says so: %s", (host, target, expected) => {
    expect(send(host, target).headers.get("cache-control")).toBe(expected);
  });
});

describe("public files", () => {
  const folder = path.join(import.meta.dirname, "../../../public");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => `/${path.relative(folder, path.join(entry.parentPath, entry.name))}`);

  test("lie where the middleware lets them pass", () => {
    expect(files.filter((file) => !isStaticPath(file, production))).toEqual([]);
  });

  test.each(["/network/logo.svg", "/tango/assets/x", "/robots.txt", "/feed"])("%s is none", (file) => {
    expect(isStaticPath(file, development)).toBe(false);
  });
});
