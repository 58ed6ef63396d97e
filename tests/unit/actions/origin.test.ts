import { describe, expect, it } from "vitest";
import { requireSameOrigin } from "@/lib/actions/origin";

const host = "tango.archipelago.localhost:3000";

describe("requireSameOrigin", () => {
  it("admits the page's own host", () => {
    expect(() => requireSameOrigin(`http://${host}`, host, "http")).not.toThrow();
    expect(() => requireSameOrigin("HTTPS://Milonga.Example", "milonga.example", "https")).not.toThrow();
  });

  it.each([
    ["a missing origin", null],
    ["a sandboxed page", "null"],
    ["the network host", "http://archipelago.localhost:3000"],
    ["a sibling community", "http://harbour.archipelago.localhost:3000"],
    ["another port", "http://tango.archipelago.localhost:4000"],
    ["another scheme", "https://tango.archipelago.localhost:3000"],
    ["a host that only begins alike", "http://tango.archipelago.localhost:3000.evil.example"],
    ["an empty one", ""],
  ])("refuses %s", (_what, origin) => {
    expect(() => requireSameOrigin(origin, host, "http")).toThrow(
      expect.objectContaining({ code: "forbidden", reason: "foreign_origin" }),
    );
  });

  it("refuses a request without a host", () => {
    expect(() => requireSameOrigin("http://x", null, "http")).toThrow(
      expect.objectContaining({ code: "forbidden" }),
    );
  });
});
