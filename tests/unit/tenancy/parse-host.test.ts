import { describe, expect, test } from "vitest";
import { parseHost } from "@/lib/tenancy/host";

describe("parseHost", () => {
  test.each<[string, string, number | null]>([
    ["example.org", "example.org", null],
    ["Example.ORG:8080", "example.org", 8080],
    ["example.org.", "example.org", null],
    ["example.org.:443", "example.org", 443],
    ["localhost:3000", "localhost", 3000],
    ["münchen.example:0", "xn--mnchen-3ya.example", 0],
  ])("%s", (raw, host, port) => {
    expect(parseHost(raw)).toEqual({ host, port });
  });

  test.each([undefined, null, 0, true, {}, [], ["example.org"], Symbol("x"), () => "x"])(
    "refuses %s",
    (raw) => {
      expect(parseHost(raw)).toBeNull();
    },
  );
});
