import { decodeJwt } from "jose";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { POST as communityTicket } from "@/app/[tenant]/api/v1/realtime/route";
import { POST as networkTicket } from "@/app/network/api/v1/realtime/route";
import type { Ticket } from "@/lib/realtime/schemas";
import { sql, stackEnv } from "../../support/stack.ts";
import { at, type Browser, call, network, newBrowser, openAt, signedIn } from "../core/request.ts";
import { createCommunity, createPerson, join } from "../people.ts";
import { comesTo, connect, describeRealtime, embedded, listen } from "./listeners.ts";

vi.mock("next/headers", async () => (await import("../core/request.ts")).nextHeaders);
vi.mock("next-intl/server", async () => (await import("../core/request.ts")).nextIntl);

let here: { id: string; slug: string };
let there: { id: string; slug: string };

beforeAll(async () => {
  const owner = await createPerson();
  [here, there] = [await createCommunity(owner), await createCommunity(owner)];
});

const ofNetwork = (browser: Browser, more = {}) =>
  call(browser, networkTicket, { url: `${network}/api/v1/realtime`, method: "POST", ...more });
const ofHost = (browser: Browser, more = {}) =>
  call(browser, communityTicket, { url: at(here.slug, "/api/v1/realtime"), method: "POST", ...more });

async function member() {
  const { person, browser } = await signedIn();
  await join(person, here.id);
  await join(person, there.id);
  await openAt(browser, person, here);
  return { person, browser };
}

describe("a page's ticket", () => {
  it("is for those who are signed in, of this host's own pages, and kept by nobody", async () => {
    const { browser } = await member();
    for (const ask of [ofNetwork, ofHost]) {
      const answer = await ask(browser);
      expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
      expect(answer.headers.has("access-control-allow-origin")).toBe(false);
      expect((await ask(browser, { origin: "https://evil.example" })).status).toBe(403);
      expect((await ask(browser, { origin: null })).status).toBe(403);
      expect((await ask(newBrowser())).status).toBe(401);
    }
  });

  it("of a community's host is for its members", async () => {
    const { person, browser } = await signedIn();
    await openAt(browser, person, here);
    expect((await ofHost(browser)).status).toBe(403);
    expect((await ofNetwork(browser)).status).toBe(200);
  });

  it("says where and as whom, and holds no rights but to listen", async () => {
    const { person, browser } = await member();
    const ticket = (await (await ofHost(browser)).json()) as Ticket;
    expect(ticket).toEqual({
      url: stackEnv().SUPABASE_URL,
      key: stackEnv().SUPABASE_PUBLISHABLE_KEY,
      token: expect.any(String),
      seconds: 300,
    });
    const claims = decodeJwt(ticket.token);
    expect(claims).toMatchObject({
      scope: "realtime",
      role: "anon",
      listener: person.id,
      listener_tenant: here.id,
    });
    expect(claims).not.toHaveProperty("sub");
    const headers = { apikey: ticket.key, authorization: `Bearer ${ticket.token}` };
    const paths = [
      "/auth/v1/user",
      "/rest/v1/profiles?select=id",
      "/rest/v1/posts?select=id",
      "/rest/v1/tenant_users?select=user_id",
    ];
    for (const path of paths) {
      const answer = await fetch(`${ticket.url}${path}`, { headers });
      expect(answer.ok ? await answer.json() : [], path).toEqual([]);
    }
    const change = await fetch(`${ticket.url}/auth/v1/user`, {
      ...{ method: "PUT", headers: { ...headers, "content-type": "application/json" } },
      body: JSON.stringify({ password: "another-password-2026" }),
    });
    expect(change.ok).toBe(false);
  });
});

describeRealtime("a page with its ticket", () => {
  it("of a community's host listens there, until it is signed out there", async () => {
    const { person, browser } = await member();
    const { token } = (await (await ofHost(browser)).json()) as Ticket;
    const client = await connect(token);
    const ear = await listen(client, `tenant:${here.id}:feed`);
    expect(ear.statuses).toEqual(["SUBSCRIBED"]);
    expect((await listen(client, `tenant:${there.id}:feed`)).statuses[0]).toBe("CHANNEL_ERROR");
    expect((await listen(client, `user:${person.id}`)).statuses[0]).toBe("CHANNEL_ERROR");
    await sql("update private.host_sessions set revoked_at = now() where user_id = $1", [person.id]);
    if (embedded) await comesTo(ear, "CLOSED", 25_000);
    expect((await ofHost(browser)).status).toBe(401);
  });

  it("of the network listens to its person and all their communities", async () => {
    const { person, browser } = await member();
    const { token } = (await (await ofNetwork(browser)).json()) as Ticket;
    const client = await connect(token);
    const topics = [`user:${person.id}`, `tenant:${here.id}:feed`, `tenant:${there.id}:feed`];
    const ears = await Promise.all(topics.map((topic) => listen(client, topic)));
    expect(ears.map(({ statuses }) => statuses)).toEqual(topics.map(() => ["SUBSCRIBED"]));
  });
});
