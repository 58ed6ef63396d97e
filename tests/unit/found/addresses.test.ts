import { describe, expect, it } from "vitest";
import { keptResponse } from "@/lib/http/kept";
import { canonicalPath, canonicalUrl } from "@/lib/seo/canonical";
import { describeCommunityPage } from "@/lib/seo/metadata";
import { communityRobots } from "@/lib/seo/robots";
import { writeSitemap } from "@/lib/seo/sitemap";
import { harbour } from "./examples.ts";

const owned = { ...harbour, domain: "harbour.example" };

describe("the one address of a page", () => {
  it.each([
    ["/", [], "/"],
    ["/?sort=top&utm_source=x", [], "/"],
    ["/p/1?after=x&reply=y#c", [], "/p/1"],
    ["/?sort=top&tag=r%C3%A9mi%20x&tag=b", ["tag"], "/?tag=r%C3%A9mi+x"],
    ["/?b=2&a=1", ["a", "b"], "/?a=1&b=2"],
    ["/?tag=", ["tag"], "/"],
  ])("of %s keeping %j is %s", (address, keep, path) => {
    expect(canonicalPath(address, keep)).toBe(path);
  });

  it("is on the community's own domain where it has one", () => {
    expect(canonicalUrl(harbour, "/p/1")).toBe("http://harbour.archipelago.localhost:3000/p/1");
    expect(canonicalUrl(owned, "/p/1?reply=2")).toBe("http://harbour.example:3000/p/1");
  });
});

describe("the head of a page", () => {
  const page = { title: "Knots", path: "/p/1", picture: "/p/1/og.png", open: true };

  it("of what everybody may see is found, with a picture", () => {
    expect(describeCommunityPage(owned, page)).toMatchObject({
      title: `Knots · ${harbour.name}`,
      alternates: { canonical: "http://harbour.example:3000/p/1" },
      robots: { index: true },
      openGraph: { images: [{ url: "http://harbour.example:3000/p/1/og.png", width: 1200, height: 630 }] },
    });
  });

  it.each([
    ["a private community", { ...harbour, privacy: "private" as const }, page],
    ["a secret community", { ...harbour, privacy: "secret" as const }, page],
    ["what members alone see", harbour, { ...page, open: false }],
  ])("of %s is not found and has no picture or feed", (_name, tenant, described) => {
    const head = describeCommunityPage(tenant, described);
    expect(head.robots).toEqual({ index: false });
    expect(head.openGraph).toBeUndefined();
    expect(head.alternates?.types).toBeUndefined();
  });
});

describe("robots.txt", () => {
  it("opens a public community and names its sitemap at its own address", () => {
    expect(communityRobots(owned)).toContain("Sitemap: http://harbour.example:3000/sitemap.xml");
    expect(communityRobots(owned)).not.toMatch(/^Disallow: \/$/m);
  });

  it.each([
    ["private", "active"],
    ["secret", "active"],
    ["public", "suspended"],
    ["public", "moving"],
  ] as const)("closes a %s, %s one and names no sitemap", (privacy, status) => {
    expect(communityRobots({ ...harbour, privacy, status })).toBe("User-agent: *\nDisallow: /\n");
  });
});

it("a sitemap escapes what it lists", () => {
  expect(
    writeSitemap([{ url: "http://x.example/?a=1&b=<2>", changedAt: "2026-11-20T21:28:49.01+00:00" }]),
  ).toContain(
    "<url><loc>http://x.example/?a=1&amp;b=&lt;2&gt;</loc><lastmod>2026-11-20T21:28:49.010Z</lastmod></url>",
  );
});

describe("an answer to keep", () => {
  const modified = new Date("2026-11-20T21:28:49.700Z");
  const ask = (headers: Record<string, string>) =>
    keptResponse(
      { headers: new Headers(headers) },
      { body: "text", contentType: "text/plain", maxAge: 60, modified },
    );
  const etag = ask({}).headers.get("etag") ?? "";

  it("carries validators and may be kept by anybody", () => {
    const { status, headers } = ask({});
    expect([status, headers.get("cache-control"), headers.get("last-modified")]).toEqual([
      200,
      "public, max-age=60",
      "Fri, 20 Nov 2026 21:28:49 GMT",
    ]);
  });

  it.each([
    [{ "if-none-match": etag }, 304],
    [{ "if-none-match": `W/"x", W/${etag}` }, 304],
    [{ "if-none-match": "*" }, 304],
    [{ "if-none-match": '"other"' }, 200],
    [{ "if-modified-since": "Fri, 20 Nov 2026 21:28:49 GMT" }, 304],
    [{ "if-modified-since": "Fri, 20 Nov 2026 21:28:48 GMT" }, 200],
    [{ "if-modified-since": "yesterday" }, 200],
    [{ "if-none-match": '"other"', "if-modified-since": "Sat, 21 Nov 2026 00:00:00 GMT" }, 200],
  ] as [Record<string, string>, number][])("asked with %j answers %i", (headers, status) => {
    expect(ask(headers).status).toBe(status);
  });
});
