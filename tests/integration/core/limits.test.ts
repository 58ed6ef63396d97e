import { beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { withGuestApi, withHostApi, withTenantApi } from "@/lib/actions/with-api";
import { withTenantAuth } from "@/lib/actions/with-tenant-auth";
import { nothing } from "@/lib/auth/schemas";
import { createCommunity, createPerson, join } from "../people.ts";
import { act, at, type Browser, call, network, newBrowser, openAt } from "./request.ts";

vi.mock("next/headers", async () => (await import("./request.ts")).nextHeaders);
vi.mock("next-intl/server", async () => (await import("./request.ts")).nextIntl);
vi.mock("@/lib/rate-limit/classes", () => ({
  RATE_CLASSES: {
    read: { person: 5, tenant: 12, windowSeconds: 60 },
    write: { person: 3, tenant: 1000, windowSeconds: 60 },
    auth: { person: 4, tenant: 40, windowSeconds: 300 },
    account: { person: 3, tenant: 3, windowSeconds: 900 },
    handoff: { person: 4, tenant: 1000, windowSeconds: 60 },
    found: { person: 1, tenant: 1, windowSeconds: 3600 },
  },
}));

const read = withTenantApi({ permission: "feed.read", input: z.object({}), run: async () => ({}) });
const write = withTenantAuth({ permission: "post.create", input: nothing, run: async () => "written" });
const guest = withGuestApi({ input: z.object({}), run: async () => ({}) });
const step = withHostApi({ input: z.object({}), run: async () => ({}) });

interface Community {
  id: string;
  slug: string;
}
let owner: Awaited<ReturnType<typeof createPerson>>;

beforeAll(async () => {
  owner = await createPerson("Owner");
});

const reads = (browser: Browser, { slug }: Community) =>
  call(browser, read, { url: `${at(slug)}api/v1/feed` });

async function statuses(count: number, ask: () => Promise<Response>): Promise<number[]> {
  const seen: number[] = [];
  for (let turn = 0; turn < count; turn += 1) seen.push((await ask()).status);
  return seen;
}

async function memberOf(community: Community): Promise<Browser> {
  const person = await createPerson();
  await join(person, community.id);
  const browser = newBrowser();
  await openAt(browser, person, community);
  return browser;
}

describe("limits", () => {
  it("stop somebody at their limit, and say when to come back", async () => {
    const community = await createCommunity(owner);
    const browser = await memberOf(community);
    expect(await statuses(6, () => reads(browser, community))).toEqual([200, 200, 200, 200, 200, 429]);
    const refused = await reads(browser, community);
    const wait = Number(refused.headers.get("retry-after"));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(refused.headers.get("ratelimit-policy")).toBe('"read";q=5;w=60');
    expect(refused.headers.get("ratelimit")).toBe(`"read";r=0;t=${wait}`);
    expect(refused.headers.get("content-type")).toBe("application/problem+json");
    expect(await refused.json()).toMatchObject({ code: "rate_limited", status: 429 });
    expect((await reads(await memberOf(community), community)).status).toBe(200);
  });

  it("follow the person and not the address: one connection, several people", async () => {
    const community = await createCommunity(owner);
    const [one, other] = [await memberOf(community), await memberOf(community)];
    one.ip = other.ip;
    await statuses(5, () => reads(one, community));
    expect((await reads(one, community)).status).toBe(429);
    expect((await reads(other, community)).status).toBe(200);
    one.ip = newBrowser().ip;
    expect((await reads(one, community)).status).toBe(429);
  });

  it("count a visitor's address over all communities, and an IPv6 connection as one", async () => {
    const [one, other] = [await createCommunity(owner), await createCommunity(owner)];
    const visitor = newBrowser();
    await statuses(3, () => reads(visitor, one));
    expect(await statuses(3, () => reads(visitor, other))).toEqual([200, 200, 429]);
    let host = 0;
    const hopping = () => {
      host += 1;
      return reads(newBrowser(`2001:db8:7:1::${host.toString(16)}`), one);
    };
    expect(await statuses(6, hopping)).toEqual([200, 200, 200, 200, 200, 429]);
    expect((await reads(newBrowser("2001:db8:7:2::1"), one)).status).toBe(200);
  });

  it("bound a community's visitors together, without locking its members out", async () => {
    const community = await createCommunity(owner);
    const seen = await statuses(13, () => reads(newBrowser(), community));
    expect(seen).toEqual([...Array(12).fill(200), 429]);
    expect((await reads(await memberOf(community), community)).status).toBe(200);
    expect((await reads(newBrowser(), await createCommunity(owner))).status).toBe(200);
  });

  it("do not make everybody whose address is unknown one person", async () => {
    const unknown = () => call(newBrowser(""), guest, { url: `${network}/api/x`, method: "POST" });
    expect(await statuses(6, unknown)).toEqual(Array(6).fill(200));
    expect(await statuses(40, unknown)).toContain(429);
  });

  it("keep classes apart: reading does not use up writing", async () => {
    const community = await createCommunity(owner);
    const browser = await memberOf(community);
    await statuses(5, () => reads(browser, community));
    const writes = [];
    for (let turn = 0; turn < 4; turn += 1)
      writes.push(await act(browser, { url: at(community.slug) }, () => write({})));
    expect(writes.map(({ ok }) => ok)).toEqual([true, true, true, false]);
    expect(writes[3]).toMatchObject({
      error: { code: "rate_limited", retryAfterSeconds: expect.any(Number) },
    });
  });

  it("hold for the steps of a hand-off on every host, there or not", async () => {
    const visitor = newBrowser();
    const ask = (slug: string) => call(visitor, step, { url: `${at(slug)}session/start` });
    expect(await statuses(4, () => ask("nobody-here"))).toEqual([200, 200, 200, 200]);
    expect((await ask((await createCommunity(owner)).slug)).status).toBe(429);
  });

  it("admit exactly the limit where requests come at once", async () => {
    const community = await createCommunity(owner);
    const browser = await memberOf(community);
    const answers = await Promise.all(Array.from({ length: 20 }, () => reads(browser, community)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
  });
});

describe("attempts at one password", () => {
  it("are counted by address, known or not, from wherever they come", async () => {
    const { signInAction } = await import("@/lib/auth/actions");
    for (const email of [owner.email, "nobody@example.test"]) {
      const reasons: (string | null)[] = [];
      for (let turn = 0; turn < 4; turn += 1) {
        const form = new FormData();
        form.set("email", turn % 2 === 0 ? email : email.toUpperCase());
        form.set("password", `guess number ${turn}`);
        const result = await act(newBrowser(), { url: network }, () => signInAction(form));
        reasons.push(result.ok ? null : result.error.reason);
      }
      expect(reasons).toEqual([...Array(3).fill("wrong_credentials"), "too_many_requests"]);
    }
  });
});
