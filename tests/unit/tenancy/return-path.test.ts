import { describe, expect, test } from "vitest";
import { isSafePath, parseReturnPath } from "@/lib/tenancy/links";

const TAB = "\t";

/** Strings by which an open redirect has been reached somewhere, and what is no path at all. */
const REFUSED: readonly unknown[] = [
  undefined,
  null,
  7,
  {},
  ["/feed"],
  "",
  " ",
  " /feed",
  "feed",
  "./feed",
  "../feed",
  "?a=1",
  "#a",
  "http://evil.example",
  "https://evil.example/feed",
  "HTTPS://evil.example",
  "http:evil.example",
  "https:/evil.example",
  "http:///evil.example",
  "ftp://evil.example",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "mailto:a@evil.example",
  "evil.example",
  "www.evil.example",
  "//evil.example",
  "///evil.example",
  "////evil.example",
  "//evil.example/%2f..",
  "/\\evil.example",
  "/\\/evil.example",
  "\\\\evil.example",
  "\\/evil.example",
  "\\evil.example",
  "/feed\\evil",
  "/feed?x=\\",
  `/${TAB}/evil.example`,
  `${TAB}//evil.example`,
  `/feed${TAB}`,
  "/\n/evil.example",
  "/\r\n/evil.example",
  "/feed\r\nLocation: https://evil.example",
  "/\u0000/evil.example",
  "/feed\u0000",
  "/\u0085evil",
  "/\u00a0/evil.example",
  "/\u200b/evil.example",
  "/\u2028/evil.example",
  "/\u202eelpmaxe.live//",
  "/\ufeff/evil.example",
  "/ /evil.example",
  "/feed evil",
  "/%2fevil.example",
  "/%2Fevil.example",
  "/%5cevil.example",
  "/%5Cevil.example",
  "/%09/evil.example",
  "/%0a/evil.example",
  "/%0d%0aLocation:%20https://evil.example",
  "/%00/evil.example",
  "/%252fevil.example",
  "/%25252fevil.example",
  "/%255cevil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/./evil",
  "/../evil",
  "/feed/..//evil.example",
  "/feed/../..//evil.example",
  "/%2e%2e/evil",
  "/%2e/evil",
  "/%2e%2e//evil.example",
  "/.%2e//evil.example",
  "/feed//evil.example",
  "/feed/%2f/evil.example",
  "/%",
  "/%zz",
  "/%c0%ae",
  "%2f%2fevil.example",
  "%2fevil.example",
  "@evil.example",
  ":80/feed",
  "/".padEnd(2049, "a"),
  `/${"é".repeat(600)}`,
];

/** What looks daring and yet stays on the host. */
const ACCEPTED: readonly (readonly [sent: string, path: string])[] = [
  ["/", "/"],
  ["/feed", "/feed"],
  ["/feed/", "/feed/"],
  ["/feed?after=1&x=%2F%2Fevil.example", "/feed?after=1&x=%2F%2Fevil.example"],
  ["/feed?next=https://evil.example", "/feed?next=https://evil.example"],
  ["/feed#top", "/feed#top"],
  ["/p/1?a=b#c", "/p/1?a=b#c"],
  ["/@evil.example", "/@evil.example"],
  ["/evil.example", "/evil.example"],
  ["/:80/feed", "/:80/feed"],
  ["/javascript:alert(1)", "/javascript:alert(1)"],
  ["/tags/café", "/tags/caf%C3%A9"],
  ["/tags/caf%C3%A9", "/tags/caf%C3%A9"],
  ["/日本", "/%E6%97%A5%E6%9C%AC"],
  ["/a%20b", "/a%20b"],
  ["/100%25", "/100%25"],
  ["/...", "/..."],
  ["/／evil.example", "/%EF%BC%8Fevil.example"],
  ["/".padEnd(2048, "a"), "/".padEnd(2048, "a")],
];

describe("a return path never leads off the host", () => {
  test("the corpus is as long as it has to be", () => {
    expect(REFUSED.length + ACCEPTED.length).toBeGreaterThanOrEqual(60);
  });

  test.each(REFUSED.map((input) => [input]))("%j is replaced", (input) => {
    expect(parseReturnPath(input)).toBe("/");
    expect(isSafePath(input)).toBe(false);
  });

  test.each(ACCEPTED)("%j is kept", (input, path) => {
    expect(parseReturnPath(input)).toBe(path);
    expect(isSafePath(input)).toBe(true);
    expect(new URL(path, "https://tango.example").origin).toBe("https://tango.example");
  });
});
