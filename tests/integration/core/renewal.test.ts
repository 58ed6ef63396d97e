import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { withTenantApi, withViewerApi } from "@/lib/actions/with-api";
import { withViewer } from "@/lib/actions/with-viewer";
import { GET as issue } from "../../../app/network/session/issue/route";
import { GET as refresh } from "../../../app/network/session/refresh/route";
import { sql, stackEnv } from "../../support/stack.ts";
import { createCommunity, type Person } from "../people.ts";
import { act, type Browser, call, jarOf, network, newBrowser, signedIn, signInTo } from "./request.ts";

vi.mock("next/headers", async () => (await import("./request.ts")).nextHeaders);
vi.mock("next-intl/server", async () => (await import("./request.ts")).nextIntl);

const keepNote = withViewer({
  input: z.strictObject({ note: z.string() }),
  run: async ({ viewer }, { note }) => ({ by: viewer.id, note }),
});
const whoami = withViewerApi({ input: z.object({}), run: async ({ viewer }) => ({ id: viewer.id }) });
const member = withTenantApi({
  permission: "post.create",
  input: z.object({}),
  run: async ({ viewer }) => ({ id: viewer?.id }),
});

const authCookie = (browser: Browser) => jarOf(browser, network).get("archipelago-auth");
const note = (browser: Browser) =>
  act(browser, { url: network }, () => keepNote({ note: "an hour of writing" }));

let person: Person;
let browser: Browser;

beforeEach(async () => {
  ({ person, browser } = await signedIn(-60));
});

describe("a tab that stood open for more than an hour", () => {
  it("keeps what was written: the sign-in is renewed in place", async () => {
    const before = authCookie(browser);
    expect(await note(browser)).toEqual({
      ok: true,
      data: { by: person.id, note: "an hour of writing" },
    });
    expect(authCookie(browser)).not.toBe(before);
    expect(await note(browser)).toMatchObject({ ok: true });
  });

  it("calls the API as before, on the network host and for a community through it", async () => {
    const { slug } = await createCommunity(person);
    const answer = await call(browser, whoami, { url: `${network}/api/v1/me` });
    expect(await answer.json()).toEqual({ id: person.id });
    await signInTo(browser, person, -60);
    const there = await call(browser, member, {
      url: `${network}/api/v1/posts`,
      headers: { "x-community": slug },
    });
    expect(await there.json()).toEqual({ id: person.id });
  });

  it("is handed on to a community without a detour", async () => {
    const { slug } = await createCommunity(person);
    const query = new URLSearchParams({ host: `${slug}.archipelago.localhost`, nonce: "0".repeat(64) });
    const answer = await call(browser, issue, { url: `${network}/session/issue?${query}` });
    expect(answer.headers.get("location")).toContain(
      `http://${slug}.archipelago.localhost:3000/session/finish?`,
    );
  });

  it("renews once for all calls under way, also for those that left with the old cookie", async () => {
    const tabs = Array.from({ length: 12 }, () => {
      const tab = newBrowser(browser.ip);
      for (const [name, value] of jarOf(browser, network)) jarOf(tab, network).set(name, value);
      return tab;
    });
    const late = tabs.splice(10);
    const answers = await Promise.all(tabs.map(note));
    expect(answers.map(({ ok }) => ok)).toEqual(tabs.map(() => true));
    expect((await Promise.all(late.map(note))).map(({ ok }) => ok)).toEqual([true, true]);
    expect(new Set([...tabs, ...late].map(authCookie)).size).toBe(1);
    const live = await sql("select 1 from auth.refresh_tokens where session_id = $1 and not revoked", [
      person.sessionId,
    ]);
    expect(live).toHaveLength(1);
  });

  it("comes back to its page through /session/refresh", async () => {
    const answer = await call(browser, refresh, { url: `${network}/session/refresh?next=/feed%3Fc=tango` });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/feed?c=tango"]);
    expect(await note(browser)).toMatchObject({ ok: true });
  });

  it("is told so where the sign-in ended meanwhile, and keeps no dead cookie", async () => {
    await sql("delete from auth.sessions where id = $1", [person.sessionId]);
    expect(await note(browser)).toMatchObject({ ok: false, error: { code: "unauthenticated" } });
    expect(authCookie(browser)).toBeUndefined();
  });

  it("stays signed in where Auth is out of reach: that is an outage and no sign-out", async () => {
    const before = authCookie(browser);
    const { SUPABASE_URL } = stackEnv();
    const send = globalThis.fetch;
    const away = vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
      if (String(input).startsWith(`${SUPABASE_URL}/auth/`)) throw new TypeError("fetch failed");
      return send(input, init);
    });
    expect(await note(browser)).toMatchObject({
      ok: false,
      error: { code: "unavailable", reason: "sign_in_down" },
    });
    const page = await call(browser, refresh, { url: `${network}/session/refresh?next=/feed` });
    expect(page.status).toBe(503);
    expect(authCookie(browser)).toBe(before);
    away.mockRestore();
    expect(await note(browser)).toMatchObject({ ok: true });
  });

  it("does not believe an expired token that somebody else signed", async () => {
    const value = authCookie(browser) ?? "";
    const session = JSON.parse(Buffer.from(value.slice("base64-".length), "base64url").toString());
    const [head, , signature] = session.access_token.split(".");
    const claims = Buffer.from(JSON.stringify({ sub: person.id, exp: 1 })).toString("base64url");
    session.access_token = [head, claims, signature].join(".");
    const forged = `base64-${Buffer.from(JSON.stringify(session)).toString("base64url")}`;
    jarOf(browser, network).set("archipelago-auth", forged);
    expect(await note(browser)).toMatchObject({ ok: false, error: { code: "unauthenticated" } });
    expect(authCookie(browser)).toBe(forged);
  });
});
