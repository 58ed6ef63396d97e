import { beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { withTenantApi } from "@/lib/actions/with-api";
import { withTenantAuth } from "@/lib/actions/with-tenant-auth";
import { sql } from "../../support/stack.ts";
import { createCommunity, createPerson, type Person } from "../people.ts";
import { act, at, type Browser, newBrowser, openAt, past } from "./request.ts";

vi.mock("next/headers", async () => (await import("./request.ts")).nextHeaders);
vi.mock("next-intl/server", async () => (await import("./request.ts")).nextIntl);
const input = z.strictObject({ title: z.string().min(1, "required").max(10, "too_long") });
const write = withTenantAuth({
  permission: "post.create",
  input,
  run: async (_ctx, { title }) => ({ title }),
});

let owner: Person;
let community: { id: string; slug: string };
let browser: Browser;

beforeAll(async () => {
  owner = await createPerson("Owner");
  community = await createCommunity(owner);
  browser = newBrowser();
  await openAt(browser, owner, community);
});

describe("hosts", () => {
  it("an unknown community, a secret one and a deleted one are told apart by nobody", async () => {
    const secret = await createCommunity(owner, { privacy: "secret" });
    const deleted = await createCommunity(owner);
    await sql("update tenants set status = 'deleted' where id = $1", [deleted.id]);
    const answers = await Promise.all(
      ["nobody-here", secret.slug, deleted.slug].map(async (slug) =>
        act(newBrowser(), { url: at(slug) }, () => write({ title: "x" })),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ ok: false, error: { code: "not_found", reason: "community" } });
  });

  it("a suspended community is paused for its owner too", async () => {
    const paused = await createCommunity(owner);
    const own = newBrowser();
    await openAt(own, owner, paused);
    expect(await act(own, { url: at(paused.slug) }, () => write({ title: "x" }))).toMatchObject({ ok: true });
    await sql("update tenants set status = 'suspended' where id = $1", [paused.id]);
    const result = await act(own, { url: at(paused.slug) }, () => write({ title: "x" }));
    expect(result).toMatchObject({
      ok: false,
      error: { code: "unavailable", reason: "community_paused", retryAfterSeconds: 600 },
    });
  });

  it("a session of one community is nothing in another", async () => {
    const other = await createCommunity(owner);
    const cookies = browser.jars.get(new URL(at(community.slug)).hostname) ?? new Map();
    const carried = { ...newBrowser(), jars: new Map([[new URL(at(other.slug)).hostname, cookies]]) };
    const result = await act(carried, { url: at(other.slug) }, () => write({ title: "x" }));
    expect(result).toMatchObject({ ok: false, error: { code: "unauthenticated" } });
  });

  it("what never passed the middleware finds nothing, as an action and as an API", async () => {
    const host = `${community.slug}.archipelago.localhost:3000`;
    const bare = { host, origin: `http://${host}` };
    const forged = { ...bare, "x-archipelago-tenant": community.slug, "x-archipelago-host": host };
    for (const headers of [bare, forged]) {
      const result = await past(headers, () => write({ title: "x" }));
      expect(result).toMatchObject({ ok: false, error: { code: "not_found", reason: "unknown_host" } });
    }
    const api = withTenantApi({ permission: "feed.read", input: z.object({}), run: async () => ({}) });
    const { NextRequest } = await import("next/server");
    const answer = await past(bare, () =>
      api(new NextRequest(at(community.slug)), { params: Promise.resolve({}) }),
    );
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
  });
});
