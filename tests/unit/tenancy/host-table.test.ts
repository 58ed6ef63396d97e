import { describe, expect, test } from "vitest";
import { HOST_ROWS } from "./host-rows";
import { PATH_ROWS } from "./path-rows";
import { decide, production, summarise } from "./support";

describe("a host serves one scope", () => {
  test("the table is as long as it has to be", () => {
    expect(new Set(HOST_ROWS.map(([host]) => host)).size).toBeGreaterThanOrEqual(120);
  });

  test.each(HOST_ROWS)("%j is %s", (host, outcome) => {
    expect(summarise(decide({ host }))).toBe(outcome);
  });

  test("a request without a host is not found", () => {
    expect(summarise(decide({ host: null }))).toBe("404 malformed");
  });

  test.each([
    ["archipelago.example", "network /network"],
    ["archipelago.example:443", "network /network"],
    ["tango.archipelago.example", "community /tango"],
    ["tango.archipelago.example.", "308 https://tango.archipelago.example/"],
    ["archipelago.localhost", "community /archipelago.localhost"],
    ["tango.archipelago.localhost", "community /tango.archipelago.localhost"],
  ])("with another root domain %s is %s", (host, outcome) => {
    expect(summarise(decide({ host, config: production }))).toBe(outcome);
  });
});

describe("a path stays in the folder of its host", () => {
  test.each(PATH_ROWS)("%s %j is %s", (host, path, outcome) => {
    expect(summarise(decide({ host, path }))).toBe(outcome);
  });

  test.each(["/_next/webpack-hmr", "/_next/image", "/_next/feed", "/_next/data/build/feed.json"])(
    "in production %s is a page like any other",
    (path) => {
      const decision = decide({ host: "tango.archipelago.example", path, config: production });
      expect(summarise(decision)).toBe(`community /tango${path}`);
    },
  );

  test.each(["?a=é", "? ", "a=1", "?a\r\nb"])("a search string of %j is not found", (search) => {
    expect(summarise(decide({ search }))).toBe("404 malformed_path");
  });
});

describe("a trailing dot is redirected", () => {
  const host = "tango.archipelago.localhost.:3000";

  test("with path and search", () => {
    const decision = decide({ host, path: "/feed", search: "?after=1" });
    expect(summarise(decision)).toBe("308 http://tango.archipelago.localhost:3000/feed?after=1");
  });

  test("but never where something is written", () => {
    expect(summarise(decide({ host, path: "/feed", method: "POST" }))).toBe("community /tango/feed");
  });
});
