import { describe, expect, test } from "vitest";
import { communityUrl, networkUrl, platformUrl } from "@/lib/tenancy/links";
import { development, production } from "./support";

describe("links between hosts", () => {
  test("lead to the network", () => {
    expect(networkUrl("/sign-in?next=%2Ffeed", development)).toBe(
      "http://archipelago.localhost:3000/sign-in?next=%2Ffeed",
    );
    expect(networkUrl(undefined, production)).toBe("https://archipelago.example/");
  });

  test("lead to the platform", () => {
    expect(platformUrl("/tenants", production)).toBe("https://admin.archipelago.example/tenants");
  });

  test("lead to a community's own domain where it has one, else to its subdomain", () => {
    const tango = { slug: "tango" };
    const milonga = { slug: "milonga", domain: "milonga.localhost" };
    expect(communityUrl(tango, "/feed", development)).toBe("http://tango.archipelago.localhost:3000/feed");
    expect(communityUrl({ ...tango, domain: null }, "/", production)).toBe(
      "https://tango.archipelago.example/",
    );
    expect(communityUrl(milonga, "/feed", development)).toBe("http://milonga.localhost:3000/feed");
    expect(communityUrl({ ...milonga, domain: "milonga.org" }, "/feed", production)).toBe(
      "https://milonga.org/feed",
    );
  });

  test.each(["//evil.example", "@evil.example", ".evil.example", ":80@evil.example", "\\evil.example"])(
    "never leave the host by a path of %j",
    (path) => {
      expect(networkUrl(path, production)).toBe("https://archipelago.example/");
      expect(communityUrl({ slug: "tango" }, path, production)).toBe("https://tango.archipelago.example/");
    },
  );
});
