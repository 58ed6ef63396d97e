import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as finish } from "../../../app/[tenant]/session/finish/route";
import { GET as start } from "../../../app/[tenant]/session/start/route";
import { GET as issue } from "../../../app/network/session/issue/route";
import { createCommunity, createPerson, dbOf, type Person } from "../people.ts";
import { follow, meAt } from "./journey.ts";
import { at, call, jarOf, network, newBrowser, signedIn, signInTo } from "./request.ts";

vi.mock("next/headers", async () => (await import("./request.ts")).nextHeaders);
vi.mock("next-intl/server", async () => (await import("./request.ts")).nextIntl);

const SESSION = "archipelago-session";
const NONCE = "archipelago-handoff";

let owner: Person;
let open: { id: string; slug: string };

beforeAll(async () => {
  owner = await createPerson("Owner");
  open = await createCommunity(owner);
});

describe("the way to a session on a community's host", () => {
  it("lands on the page one wanted, signed in, without a sign-in page", async () => {
    const { person, browser } = await signedIn();
    const { way } = await follow(browser, at(open.slug, "/session/start?path=%2Fp%2F1%3Fx%3D2%23c"));
    expect(way.at(-1)).toBe(at(open.slug, "/p/1?x=2#c"));
    expect(way.some((url) => url.includes("/sign-in"))).toBe(false);
    expect(await meAt(browser, at(open.slug))).toBe(person.id);
    expect(jarOf(browser, at(open.slug)).has(NONCE)).toBe(false);
  });

  it("asks a visitor to sign in and comes back to the same step", async () => {
    const { way } = await follow(newBrowser(), at(open.slug, "/session/start?path=/events"));
    const signIn = new URL(way.at(-1) ?? "");
    expect(signIn.origin + signIn.pathname).toBe(`${network}/sign-in`);
    expect(signIn.searchParams.get("next")).toMatch(/^\/session\/issue\?host=.*path=%2Fevents/);
  });

  it("serves two tabs that began together", async () => {
    const { person, browser } = await signedIn();
    const urls = ["/a", "/b"].map((path) => at(open.slug, `/session/start?path=${path}`));
    const steps = await Promise.all(urls.map((url) => call(browser, start, { url })));
    const codes = await Promise.all(
      steps.map((step) => call(browser, issue, { url: step.headers.get("location") ?? "" })),
    );
    for (const [index, code] of codes.entries()) {
      const { way } = await follow(browser, code.headers.get("location") ?? "");
      expect(way.at(-1)).toBe(at(open.slug, ["/a", "/b"][index]));
    }
    expect(await meAt(browser, at(open.slug))).toBe(person.id);
  });

  it("replaces the session that was there: the old one is worth nothing any more", async () => {
    const { person, browser } = await signedIn();
    await follow(browser, at(open.slug, "/session/start"));
    const first = jarOf(browser, at(open.slug)).get(SESSION) ?? "";
    const thief = newBrowser();
    jarOf(thief, at(open.slug)).set(SESSION, first);
    expect(await meAt(thief, at(open.slug))).toBe(person.id);
    await follow(browser, at(open.slug, "/session/start"));
    expect(await meAt(thief, at(open.slug))).toBeNull();
    expect(await meAt(browser, at(open.slug))).toBe(person.id);
    const { data } = await dbOf(person).rpc("list_my_sessions");
    expect((data as { hosts: unknown[] }).hosts).toHaveLength(1);
  });

  it("does not let somebody else's code sign a browser in", async () => {
    const attacker = await signedIn();
    const begun = await call(attacker.browser, start, { url: at(open.slug, "/session/start") });
    const code = await call(attacker.browser, issue, { url: begun.headers.get("location") ?? "" });
    const link = code.headers.get("location") ?? "";
    const victim = await signedIn();
    const { way } = await follow(victim.browser, link);
    expect(way.at(-1)).toBe(at(open.slug, "/"));
    expect(await meAt(victim.browser, at(open.slug))).toBe(victim.person.id);
  });

  it("gives up after a second try where the browser keeps no cookies", async () => {
    const { person, browser } = await signedIn();
    const begun = await call(browser, start, { url: at(open.slug, "/session/start?path=/x") });
    const code = await call(browser, issue, { url: begun.headers.get("location") ?? "" });
    const forgetful = newBrowser();
    await signInTo(forgetful, person);
    const url = `${code.headers.get("location")}&again=1`;
    const last = await call(forgetful, finish, { url });
    expect(last.headers.get("location")).toBe(at(open.slug, "/x"));
  });

  it("draws a nonce of its own where the cookie holds anything else", async () => {
    const browser = newBrowser();
    for (const planted of ["", "short", "x".repeat(44), "a b".repeat(14)]) {
      jarOf(browser, at(open.slug)).set(NONCE, planted);
      await call(browser, start, { url: at(open.slug, "/session/start") });
      expect(jarOf(browser, at(open.slug)).get(NONCE)).toMatch(/^[A-Za-z0-9_-]{43}$/);
      expect(jarOf(browser, at(open.slug)).get(NONCE)).not.toBe(planted);
    }
  });
});

describe("where it may lead", () => {
  it.each([
    "evil.example",
    "archipelago.localhost",
    "OPEN.archipelago.localhost",
    "open.archipelago.localhost:8080",
    "open.archipelago.localhost.",
    "open.archipelago.localhost@evil.example",
    "a.open.archipelago.localhost",
    "support.archipelago.localhost",
    "127.0.0.1",
    "[::1]",
    "admin.archipelago.localhost",
  ])("never to %s", async (name) => {
    const { browser } = await signedIn();
    const host = name.replace("OPEN", open.slug.toUpperCase()).replace("open", open.slug);
    const query = new URLSearchParams({ host, nonce: "0".repeat(64), path: "/" });
    const answer = await call(browser, issue, { url: `${network}/session/issue?${query}` });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `${network}/session/none`]);
  });

  it.each([
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "/%2F%2Fevil.example",
    "javascript:alert(1)",
  ])("to the front page in place of %s", async (path) => {
    const { browser } = await signedIn();
    const { way } = await follow(browser, at(open.slug, `/session/start?${new URLSearchParams({ path })}`));
    expect(way.at(-1)).toBe(at(open.slug, "/"));
  });

  it("takes no parameter twice", async () => {
    const answer = await call(newBrowser(), start, { url: at(open.slug, "/session/start?path=/a&path=/b") });
    expect(answer.status).toBe(422);
  });
});
