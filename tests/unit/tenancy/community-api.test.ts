import { describe, expect, test } from "vitest";
import { HOST_HEADER, KIND_HEADER, TENANT_HEADER, VIA_HEADER } from "@/lib/tenancy/headers";
import { decide, production, summarise } from "./support";

const path = "/api/v1/posts";

describe("a community's API on the network host", () => {
  test.each([
    ["tango", "community /tango/api/v1/posts"],
    ["milonga.localhost", "community /milonga.localhost/api/v1/posts"],
    ["MILONGA.localhost", "community /milonga.localhost/api/v1/posts"],
    ["tango.archipelago.localhost", "community /tango/api/v1/posts"],
    ["", "404 unknown_community"],
    ["Tango", "404 unknown_community"],
    ["t", "404 unknown_community"],
    ["tango, harbour", "404 unknown_community"],
    ["tango/harbour", "404 unknown_community"],
    ["../harbour", "404 unknown_community"],
    ["admin", "404 unknown_community"],
    ["admin.archipelago.localhost", "404 unknown_community"],
    ["network", "404 unknown_community"],
    ["archipelago.localhost", "404 unknown_community"],
    ["www", "404 unknown_community"],
    ["a.tango.archipelago.localhost", "404 unknown_community"],
    ["127.0.0.1", "404 unknown_community"],
  ])("x-community %j: %s", (name, outcome) => {
    expect(summarise(decide({ path, headers: { "x-community": name } }))).toBe(outcome);
  });

  test("keeps the network's host and session", () => {
    const decision = decide({ path, headers: { "x-community": "tango" } });
    expect(decision.action === "rewrite" && decision.headers.set).toMatchObject({
      [HOST_HEADER]: "archipelago.localhost",
      [KIND_HEADER]: "community",
      [TENANT_HEADER]: "tango",
      [VIA_HEADER]: "network",
    });
  });

  test.each(["/api/v1", "/api/v10/posts", "/api/v2/posts", "/feed", "/x/api/v1/posts", "/API/v1/posts"])(
    "means nothing to %s",
    (other) => {
      const decision = decide({ path: other, headers: { "x-community": "tango" } });
      expect(summarise(decision)).toBe(`network /network${other}`);
    },
  );

  test.each([
    ["harbour.archipelago.localhost", `community /harbour${path}`],
    ["milonga.localhost", `community /milonga.localhost${path}`],
    ["admin.archipelago.localhost", `platform /platform${path}`],
  ])("means nothing on %s", (host, outcome) => {
    const decision = decide({ host, path, search: "?community=tango", headers: { "x-community": "tango" } });
    expect(summarise(decision)).toBe(outcome);
    expect(decision.action === "rewrite" && decision.headers.set).not.toHaveProperty(VIA_HEADER);
  });
});

describe("?community= names one too", () => {
  test.each([
    ["?community=tango", "community /tango/api/v1/posts"],
    ["?a=1&community=milonga.localhost", "community /milonga.localhost/api/v1/posts"],
    ["?community=", "404 unknown_community"],
    ["?community=tango&community=harbour", "404 unknown_community"],
    ["?community=..%2Fharbour", "404 unknown_community"],
    ["?communities=tango", "network /network/api/v1/posts"],
  ])("in development %s: %s", (search, outcome) => {
    expect(summarise(decide({ path, search }))).toBe(outcome);
  });

  test("but the header counts first", () => {
    const decision = decide({ path, search: "?community=harbour", headers: { "x-community": "tango" } });
    expect(summarise(decision)).toBe("community /tango/api/v1/posts");
  });

  test("and never in production", () => {
    const request = { host: "archipelago.example", path, search: "?community=tango", config: production };
    expect(summarise(decide(request))).toBe("network /network/api/v1/posts");
  });
});
