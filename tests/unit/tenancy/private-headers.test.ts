import { describe, expect, test } from "vitest";
import * as names from "@/lib/tenancy/headers";
import { listForgeableHeaders } from "@/lib/tenancy/request-headers";
import { decide, development, MADE_ID, MADE_NONCE, production, type Sent } from "./support";

const FORGED: Record<string, string> = {
  "x-archipelago-host": "evil.example",
  "x-archipelago-kind": "platform",
  "x-archipelago-tenant": "harbour",
  "x-archipelago-path": "/evil",
  "x-archipelago-ip": "6.6.6.6",
  "x-archipelago-via": "network",
  "X-Archipelago-Anything": "1",
  "x-nonce": "ZXZpbGV2aWxldmlsZXZpbA==",
  "x-request-id": "forged-request-id",
  "content-security-policy": "script-src 'nonce-evil'",
  "content-security-policy-report-only": "script-src 'nonce-evil'",
  "x-middleware-subrequest": "middleware:middleware:middleware",
  "x-middleware-rewrite": "/harbour/feed",
  "x-middleware-override-headers": "x-archipelago-tenant",
  "x-middleware-request-x-archipelago-tenant": "harbour",
  "x-nextjs-data": "1",
  "x-nextjs-rewrite": "/harbour/feed",
  "x-next-cache-tags": "x",
  "x-next-resume-state-length": "1",
  "next-resume": "1",
  "x-matched-path": "/harbour/feed",
  "x-now-route-matches": "tenant=harbour",
  "x-invoke-path": "/harbour/feed",
  "x-prerender-revalidate": "x",
  "x-forwarded-host": "harbour.archipelago.localhost",
  "x-forwarded-for": "6.6.6.6",
  "x-forwarded-proto": "https",
  forwarded: "for=6.6.6.6;host=evil.example",
  "x-real-ip": "6.6.6.6",
  "cf-connecting-ip": "6.6.6.6",
  "x-original-url": "/harbour/feed",
  "x-community": "harbour",
};

const KEPT: Record<string, string> = {
  accept: "text/html",
  authorization: "Bearer x",
  cookie: "a=1",
  origin: "http://tango.archipelago.localhost:3000",
  rsc: "1",
  "next-action": "0018a9ed5c17ca2d6c9a0a3250cad051a7aff5c46f",
  "next-router-state-tree": "%5B%5D",
  "next-router-prefetch": "1",
  "next-router-segment-prefetch": "/_tree",
  "next-url": "/tango/feed",
  "x-action-forwarded": "1",
};

/** What a handler would read: the client's headers after the decision's changes. */
function readDownstream(sent: Sent): Headers {
  const decision = decide(sent);
  if (decision.action !== "rewrite" && decision.action !== "pass") throw new Error(decision.action);
  const headers = new Headers(sent.headers);
  for (const name of decision.headers.remove) headers.delete(name);
  for (const [name, value] of Object.entries(decision.headers.set)) headers.set(name, value);
  return headers;
}

const ROUTES: [string, string][] = [
  ["archipelago.localhost", "/"],
  ["archipelago.localhost", "/sign-in"],
  ["archipelago.localhost", "/session/issue"],
  ["archipelago.localhost", "/api/v1/posts"],
  ["archipelago.localhost", "/api/health"],
  ["tango.archipelago.localhost", "/"],
  ["tango.archipelago.localhost", "/feed"],
  ["tango.archipelago.localhost", "/session/finish"],
  ["tango.archipelago.localhost", "/api/v1/posts"],
  ["tango.archipelago.localhost", "/robots.txt"],
  ["milonga.localhost", "/"],
  ["milonga.localhost", "/api/v1/posts"],
  ["admin.archipelago.localhost", "/"],
  ["admin.archipelago.localhost", "/api/tenants"],
];

describe("what a client writes into private headers reaches nobody", () => {
  test.each(ROUTES)("%s %s", (host, path) => {
    const headers = readDownstream({ host, path, headers: { ...KEPT, ...FORGED, "x-community": "tango" } });
    const text = JSON.stringify([...headers]);
    for (const forged of ["harbour", "evil", "6.6.6.6", "forged-request-id"])
      expect(text).not.toContain(forged);
    expect(headers.get(names.HOST_HEADER)).toBe(host);
    expect(headers.get(names.PATH_HEADER)).toBe(path);
    expect(headers.get(names.IP_HEADER)).toBe("");
    expect(headers.get(names.NONCE_HEADER)).toBe(MADE_NONCE);
    expect(headers.get(names.REQUEST_ID_HEADER)).toBe(MADE_ID);
    for (const [name, value] of Object.entries(KEPT)) expect(headers.get(name)).toBe(value);
  });

  test.each(["/_next/static/feed", "/_next/static/chunks/a.js", "/assets/api/v1/posts", "/favicon.ico"])(
    "%s, which a page could answer where no such file exists, is given no private header at all",
    (path) => {
      const headers = readDownstream({ host: "tango.archipelago.localhost", path, headers: FORGED });
      expect([...headers]).toEqual([["x-request-id", MADE_ID]]);
    },
  );

  test.each([
    ["archipelago.localhost", "network"],
    ["admin.archipelago.localhost", "platform"],
  ])("%s names no community", (host, kind) => {
    const headers = readDownstream({ host, path: "/x", headers: FORGED });
    expect(headers.get(names.KIND_HEADER)).toBe(kind);
    expect(headers.has(names.TENANT_HEADER)).toBe(false);
    expect(headers.has(names.VIA_HEADER)).toBe(false);
  });

  test.each([
    ["tango.archipelago.localhost:3000", "tango.archipelago.localhost", "tango"],
    ["MILONGA.localhost:3000", "milonga.localhost", "milonga.localhost"],
  ])("%s names its own community", (host, normalised, segment) => {
    const headers = readDownstream({ host, path: "/x", search: "?a=1", headers: FORGED });
    expect(headers.get(names.HOST_HEADER)).toBe(normalised);
    expect(headers.get(names.KIND_HEADER)).toBe("community");
    expect(headers.get(names.TENANT_HEADER)).toBe(segment);
    expect(headers.get(names.PATH_HEADER)).toBe("/x?a=1");
    expect(headers.has(names.VIA_HEADER)).toBe(false);
  });

  test("every forged header is on the list", () => {
    const listed = listForgeableHeaders(Object.keys(FORGED), production);
    expect(listed.sort()).toEqual(
      Object.keys(FORGED)
        .map((name) => name.toLowerCase())
        .sort(),
    );
  });

  test("the development client's two debug headers stay in development only", () => {
    const sent = ["x-nextjs-request-id", "x-nextjs-html-request-id", "x-nextjs-other"];
    expect(listForgeableHeaders(sent, development)).toEqual(["x-nextjs-other"]);
    expect(listForgeableHeaders(sent, production)).toEqual(sent);
  });
});
