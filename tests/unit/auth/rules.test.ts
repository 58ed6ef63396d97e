import { describe, expect, it } from "vitest";
import { isFreshSignIn, parseMailTarget, wantedHost, withNext } from "@/lib/auth/rules";

const ORIGIN = "http://archipelago.localhost:3000";
const ISSUE = "/session/issue?host=milonga.localhost&nonce=ab&path=%2Fp%2F7";

describe("parseMailTarget", () => {
  it("takes the path of our own address, and a bare path", () => {
    expect(parseMailTarget(`${ORIGIN}${ISSUE}`, ORIGIN)).toBe(ISSUE);
    expect(parseMailTarget(ISSUE, ORIGIN)).toBe(ISSUE);
    expect(parseMailTarget(ORIGIN, ORIGIN)).toBe("/");
  });

  it.each([
    "https://evil.example/x",
    "http://archipelago.localhost:3000.evil.example/x",
    "http://archipelago.localhost:30001/x",
    "//evil.example",
    `${ORIGIN}//evil.example`,
    `${ORIGIN}@evil.example/`,
    "javascript:alert(1)",
    undefined,
    ["/a"],
  ])("leads nowhere else: %s", (next) => {
    expect(parseMailTarget(next, ORIGIN)).toBe("/");
  });
});

describe("wantedHost", () => {
  const config = { rootDomain: "archipelago.localhost:3000" };

  it("names the host that asked, with the port of the deployment", () => {
    expect(wantedHost(ISSUE, config)).toBe("milonga.localhost:3000");
    expect(
      wantedHost("/session/issue?host=tango.archipelago.example", { rootDomain: "archipelago.example" }),
    ).toBe("tango.archipelago.example");
  });

  it.each([
    "/",
    "/feed",
    "/session/issue",
    "/session/issue?host=%3Cb%3E",
    "https://x.example/session/issue?host=a.b",
  ])("is silent for %s", (next) => expect(wantedHost(next, config)).toBeNull());
});

describe("withNext", () => {
  it("carries a path along, and nothing for the front page", () => {
    expect(withNext("/sign-up", "/feed?c=tango")).toBe("/sign-up?next=%2Ffeed%3Fc%3Dtango");
    expect(withNext("/sign-up", "/")).toBe("/sign-up");
    expect(withNext("/sign-up", "https://evil.example")).toBe("/sign-up");
  });
});

describe("isFreshSignIn", () => {
  const now = new Date("2026-11-21T12:00:00Z");

  it("holds for a quarter of an hour", () => {
    expect(isFreshSignIn("2026-11-21T11:46:00+00:00", now)).toBe(true);
    expect(isFreshSignIn("2026-11-21T11:44:00+00:00", now)).toBe(false);
  });

  it("does not hold for what is not known", () => {
    expect(isFreshSignIn(undefined, now)).toBe(false);
    expect(isFreshSignIn("yesterday", now)).toBe(false);
  });
});
