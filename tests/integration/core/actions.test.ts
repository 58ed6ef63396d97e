import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { withTenantApi } from "@/lib/actions/with-api";
import { withTenantAuth } from "@/lib/actions/with-tenant-auth";
import { withGuest, withViewer } from "@/lib/actions/with-viewer";
import { AppError } from "@/lib/errors/app-error";
import { createCommunity, createPerson, type Person } from "../people.ts";
import { act, at, type Browser, call, network, newBrowser, openAt, signInTo, staff } from "./request.ts";

const logged = vi.hoisted(() => ({ lines: [] as Record<string, unknown>[] }));
vi.mock("next/headers", async () => (await import("./request.ts")).nextHeaders);
vi.mock("next-intl/server", async () => (await import("./request.ts")).nextIntl);
vi.mock("@/lib/observability/log", () => {
  const keep = (line: Record<string, unknown>) => logged.lines.push(line);
  return { log: { error: keep, warn: keep, info: keep } };
});

afterEach(() => {
  logged.lines.length = 0;
});

const input = z.strictObject({ title: z.string().min(1, "required").max(10, "too_long") });
const run = vi.fn(async (_ctx: unknown, { title }: { title: string }) => ({ title }));
const write = withTenantAuth({ permission: "post.create", input, run });
const failing = (error: unknown) =>
  withTenantAuth({
    permission: "post.create",
    input,
    run: async () => {
      throw error;
    },
  });

let owner: Person;
let community: { id: string; slug: string };
let browser: Browser;
const here = () => ({ url: at(community.slug) });

beforeAll(async () => {
  owner = await createPerson("Owner");
  community = await createCommunity(owner);
  browser = newBrowser();
  await openAt(browser, owner, community);
});

describe("one order for every action", () => {
  it("asks for the origin first, then who it is, then the permission, then what was sent", async () => {
    const bad = { title: "" };
    const visitor = newBrowser();
    const outsider = newBrowser();
    await openAt(outsider, await createPerson(), community);
    const foreign = { ...here(), origin: network };
    const codes = [
      await act(visitor, foreign, () => write(bad)),
      await act(visitor, here(), () => write(bad)),
      await act(outsider, here(), () => write(bad)),
      await act(browser, here(), () => write(bad)),
    ].map((result) => (result.ok ? "ok" : `${result.error.code} ${result.error.reason}`));
    expect(codes).toEqual([
      "forbidden foreign_origin",
      "unauthenticated sign_in_first",
      "forbidden not_allowed",
      "invalid check_fields",
    ]);
    expect(run).not.toHaveBeenCalled();
    expect(await act(browser, here(), () => write({ title: "Tides" }))).toEqual({
      ok: true,
      data: { title: "Tides" },
    });
    expect(run).toHaveBeenCalledOnce();
  });

  it("counts nothing of a request from elsewhere, and reads no session for it", async () => {
    const send = vi.spyOn(globalThis, "fetch");
    for (const origin of [null, "null", network, "https://evil.example", at("harbour").slice(0, -1)]) {
      const result = await act(browser, { ...here(), origin }, () => write({ title: "x" }));
      expect(result).toMatchObject({ ok: false, error: { reason: "foreign_origin" } });
    }
    expect(send).not.toHaveBeenCalled();
    send.mockRestore();
  });

  it("refuses an action of another kind of host", async () => {
    const viewer = withViewer({ input, run });
    const guest = withGuest({ input, run });
    await signInTo(browser, owner);
    for (const url of [at(community.slug), staff]) {
      for (const action of [viewer, guest]) {
        const result = await act(browser, { url }, () => action({ title: "x" }));
        expect(result).toMatchObject({ ok: false, error: { code: "not_found" } });
      }
    }
    expect(await act(browser, { url: network }, () => viewer({ title: "x" }))).toMatchObject({ ok: true });
    const tenant = await act(browser, { url: network }, () => write({ title: "x" }));
    expect(tenant).toMatchObject({ ok: false, error: { code: "not_found" } });
  });
});

describe("a page that was made for somebody else", () => {
  const form = (viewer: string) => {
    const sent = new FormData();
    sent.set("title", "Tides");
    sent.set("$viewer", viewer);
    return sent;
  };
  const refused = { ok: false, error: { code: "conflict", reason: "other_viewer" } };

  it("is refused whoever says so, form or script, with the words kept", async () => {
    const other = (await createPerson()).id;
    run.mockClear();
    expect(await act(browser, here(), () => write(form(other)))).toMatchObject({
      ...refused,
      error: { ...refused.error, values: { title: "Tides" } },
    });
    for (const viewer of [other, "nobody"]) {
      const asked = { ...here(), headers: { "x-viewer": viewer } };
      expect(await act(browser, asked, () => write({ title: "Tides" }))).toMatchObject(refused);
    }
    expect(run).not.toHaveBeenCalled();
    const own = { ...here(), headers: { "x-viewer": owner.id } };
    expect(await act(browser, own, () => write(form(owner.id)))).toMatchObject({ ok: true });
  });

  it("is told so before it hears of permissions, and may still sign in", async () => {
    const outsider = newBrowser();
    await openAt(outsider, await createPerson(), community);
    expect(await act(outsider, here(), () => write(form(owner.id)))).toMatchObject(refused);
    await signInTo(browser, owner);
    const guest = withGuest({ input, run });
    expect(await act(browser, { url: network }, () => guest(form("nobody")))).toMatchObject({ ok: true });
  });

  it("changes nothing through the API, and reads as before", async () => {
    const api = withTenantApi({ permission: "post.create", input: z.object({}), run: async () => ({}) });
    const asked = { url: `${at(community.slug)}api/v1/x`, headers: { "x-viewer": "nobody" } };
    expect((await call(browser, api, { ...asked, method: "PUT" })).status).toBe(409);
    expect((await call(browser, api, asked)).status).toBe(200);
  });
});

describe("results are values", () => {
  it("names each field, and gives back what was typed but no secret", async () => {
    const form = new FormData();
    for (const [name, value] of [
      ["title", "much too long a title"],
      ["password", "tidewater"],
      ["__proto__", "x"],
      ["constructor", "y"],
    ] as const)
      form.set(name, value);
    const result = await act(browser, here(), () => write(form));
    expect(result).toMatchObject({ ok: false, error: { code: "invalid", fields: { title: "too_long" } } });
    const values = result.ok ? undefined : result.error.values;
    expect(values).toMatchObject({ title: "much too long a title" });
    expect(values).not.toHaveProperty("password");
  });

  it.each([
    null,
    undefined,
    7,
    "text",
    [],
    [{ title: "x" }],
    new Map([["title", "x"]]),
    { title: "x", more: 1 },
  ])("refuses %j as a payload", async (payload) => {
    const result = await act(browser, here(), () => write(payload));
    expect(result).toMatchObject({ ok: false, error: { code: "invalid" } });
  });

  it("refuses what would reach a prototype", async () => {
    const payload = JSON.parse('{"title":"x","__proto__":{"role":"owner"},"constructor":{}}');
    const result = await act(browser, here(), () => write(payload));
    expect(result).toMatchObject({ ok: false, error: { code: "invalid" } });
    expect(({} as Record<string, unknown>).role).toBeUndefined();
  });

  it("takes the last argument: React puts the former state first", async () => {
    const result = await act(browser, here(), () => write({ ok: false }, { title: "Second" }));
    expect(result).toEqual({ ok: true, data: { title: "Second" } });
  });

  it("passes expected failures on as they are", async () => {
    const result = await act(browser, here(), () =>
      failing(new AppError("conflict", "last_owner", { detail: "for the log" }))({ title: "x" }),
    );
    expect(result).toEqual({
      ok: false,
      error: {
        code: "conflict",
        reason: "last_owner",
        message: "last_owner",
        fields: undefined,
        requestId: undefined,
        retryAfterSeconds: undefined,
        values: undefined,
      },
    });
    expect(logged.lines).toEqual([]);
  });

  it.each([[new Error("relation secret_table is missing")], ["thrown text"], [null], [undefined]])(
    "masks what nobody expected (%s) and logs it under the id that the person reads",
    async (thrown) => {
      const result = await act(browser, here(), () => failing(thrown)({ title: "x" }));
      expect(result).toMatchObject({ ok: false, error: { code: "internal", reason: "unexpected" } });
      expect(JSON.stringify(result)).not.toContain("secret_table");
      const requestId = result.ok ? "" : result.error.requestId;
      expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
      expect(logged.lines).toMatchObject([{ requestId, reason: "unexpected" }]);
      if (thrown instanceof Error) expect(logged.lines[0]?.stack).toContain("secret_table");
    },
  );

  it("lets the framework's own signals through", async () => {
    const { redirect } = await import("next/navigation");
    const leaving = withTenantAuth({
      permission: "post.create",
      input,
      run: async () => redirect("/elsewhere"),
    });
    await expect(act(browser, here(), () => leaving({ title: "x" }))).rejects.toMatchObject({
      digest: expect.stringContaining("NEXT_REDIRECT"),
    });
    expect(logged.lines).toEqual([]);
  });

  it("answers with the database away, and again when it is back", async () => {
    const away = vi.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("fetch failed"));
    const result = await act(browser, here(), () => write({ title: "x" }));
    expect(result).toMatchObject({ ok: false, error: { code: "unavailable", reason: "database_down" } });
    away.mockRestore();
    expect(await act(browser, here(), () => write({ title: "x" }))).toMatchObject({ ok: true });
  });
});

describe("what an API tells of a failure", () => {
  it.each([
    ["invalid", 422],
    ["unauthenticated", 401],
    ["forbidden", 403],
    ["not_found", 404],
    ["conflict", 409],
    ["rate_limited", 429],
    ["unavailable", 503],
    ["internal", 500],
  ] as const)("%s is %i, as problem details", async (code, status) => {
    const api = withTenantApi({
      permission: "feed.read",
      input: z.object({}),
      run: async () => {
        throw new AppError(code, "some_reason", { detail: "for the log", retryAfterSeconds: 7 });
      },
    });
    const answer = await call(browser, api, { url: `${at(community.slug)}api/v1/x` });
    expect(answer.status).toBe(status);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/problem+json",
      "cache-control": "private, no-store",
      "retry-after": "7",
      ratelimit: expect.stringMatching(/^"read";r=\d+;t=\d+$/),
    });
    expect(await answer.json()).toEqual({
      type: "about:blank#some_reason",
      title: "some_reason",
      status,
      code,
      request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });
});
