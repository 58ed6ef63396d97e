import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCustomDomain } from "@/lib/tenancy/domain";
import { parseHost } from "@/lib/tenancy/host";
import { parseReturnPath } from "@/lib/tenancy/links";
import { resolveHost } from "@/lib/tenancy/resolve-host";
import { parseSlug, SLUG_PATTERN } from "@/lib/tenancy/slug";
import { decide, development, summarise } from "./support";

const HOST_PIECES = [
  ..."aZ0.-_:/\\@%[]#? \t\u0000é。ß日а\u00ad\u200d",
  "archipelago",
  "localhost",
  ".localhost",
  "admin",
  "tango",
  "xn--",
  "127",
  "0x7f",
  ":3000",
];
const PATH_PIECES = [
  ..."/\\.%?#:@ a\t\n\u0000é",
  "//",
  "/..",
  "%2f",
  "%5c",
  "%00",
  "%25",
  "%2e",
  "evil.example",
  "http:",
  "tango",
  "network",
];

function pieced(pieces: readonly string[], maxLength: number) {
  const made = fc.array(fc.constantFrom(...pieces), { maxLength }).map((parts) => parts.join(""));
  return fc.oneof(made, fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), fc.webUrl());
}

const subdomains = fc.stringMatching(/^[a-z0-9-]{1,12}$/).map((label) => `${label}.archipelago.localhost`);
const hosts = fc.oneof(pieced(HOST_PIECES, 8), fc.domain(), subdomains);
const paths = pieced(PATH_PIECES, 10);
const anything = fc.oneof(hosts, paths, fc.anything());

describe("for any input", () => {
  test("parseHost, resolveHost, parseSlug, parseCustomDomain and parseReturnPath never throw", () => {
    fc.assert(
      fc.property(anything, (input) => {
        parseHost(input);
        resolveHost(input, development);
        parseSlug(input);
        parseCustomDomain(input, development);
        parseReturnPath(input);
      }),
      { numRuns: 2000 },
    );
  });

  test("a parsed host is a plain lower-case name, and parses to itself", () => {
    fc.assert(
      fc.property(hosts, (input) => {
        const parsed = parseHost(input);
        if (!parsed) return;
        expect(parsed.host).toMatch(/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/);
        expect(parseHost(parsed.host)).toEqual({ host: parsed.host, port: null });
        expect(parseHost(`${parsed.host}.:443`)).toEqual({ host: parsed.host, port: 443 });
      }),
      { numRuns: 2000 },
    );
  });

  test("a community is one segment of a path, and never an internal folder", () => {
    fc.assert(
      fc.property(hosts, (input) => {
        const resolved = resolveHost(input, development);
        if (resolved.kind !== "community") return;
        const segment = resolved.via === "subdomain" ? resolved.slug : resolved.domain;
        expect(segment).toMatch(/^[a-z0-9.-]+$/);
        expect(["network", "platform", "admin", "_next", ".", ".."]).not.toContain(segment);
      }),
      { numRuns: 2000 },
    );
  });

  test("every subdomain that resolves has an address that could be taken", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9-]{1,8}$/), (label) => {
        const resolved = resolveHost(`${label}.archipelago.localhost`, development);
        const slug = parseSlug(label);
        expect(resolved.kind === "community").toBe(slug.ok);
        if (slug.ok) expect(label).toMatch(new RegExp(SLUG_PATTERN));
      }),
      { numRuns: 1000 },
    );
  });

  test("a rewritten path stays below the folder of its host, however it is read", () => {
    fc.assert(
      fc.property(paths, (text) => {
        const path = text.startsWith("/") ? text : `/${text}`;
        const decision = decide({ host: "tango.archipelago.localhost", path });
        if (decision.action !== "rewrite") return;
        const resolved = new URL(decision.path, "http://origin.invalid");
        expect(resolved.host).toBe("origin.invalid");
        expect(decodeURIComponent(resolved.pathname)).toMatch(/^\/tango(?:\/|$)/);
        expect(decodeURIComponent(decision.path)).not.toMatch(/\/\.{0,2}\/|\/\.{1,2}$|[\\\p{Cc}]/u);
      }),
      { numRuns: 3000 },
    );
  });

  test("deciding never throws and never leaves the three folders", () => {
    fc.assert(
      fc.property(hosts, paths, paths, (host, path, search) => {
        const summary = summarise(decide({ host, path, search: search === "" ? "" : `?${search}` }));
        expect(summary).toMatch(
          /^(?:network \/network|platform \/platform|community \/[a-z0-9.-]|308 http:|404 |pass)/,
        );
      }),
      { numRuns: 2000 },
    );
  });

  test("a return path stays on the host it is opened on, and is kept as it is when sent again", () => {
    fc.assert(
      fc.property(paths, (input) => {
        const path = parseReturnPath(input);
        expect(new URL(path, "https://tango.example").origin).toBe("https://tango.example");
        expect(path).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
        expect(parseReturnPath(path)).toBe(path);
      }),
      { numRuns: 3000 },
    );
  });
});
