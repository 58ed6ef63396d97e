import { beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { withGuestApi, withTenantApi } from "@/lib/actions/with-api";
import { createCommunity, createPerson } from "../people.ts";
import { at, type Browser, call, network, newBrowser, openAt } from "./request.ts";

vi.mock("next/headers", async () => (await import("./request.ts")).nextHeaders);
vi.mock("next-intl/server", async () => (await import("./request.ts")).nextIntl);

const echo = withTenantApi({
  permission: "post.create",
  input: z.looseObject({}),
  run: async (_ctx, input) => ({ input }),
});
const strict = withGuestApi({
  rate: "read",
  input: z.strictObject({ q: z.string().default("") }),
  run: async (_ctx, input) => ({ input }),
});

let browser: Browser;
let url: string;

beforeAll(async () => {
  const owner = await createPerson("Owner");
  const community = await createCommunity(owner);
  browser = newBrowser();
  await openAt(browser, owner, community);
  url = `${at(community.slug)}api/v1/x`;
});

const json = { "content-type": "application/json" };
const post = (body: BodyInit | undefined, headers: Record<string, string> = json, more = {}) =>
  call(browser, echo, { url, method: "POST", headers, body, ...more });

describe("bodies", () => {
  it("are JSON objects", async () => {
    const answer = await post('{"title":"Tides","n":[1]}');
    expect(await answer.json()).toEqual({ input: { title: "Tides", n: [1] } });
    expect((await post(undefined)).status).toBe(200);
  });

  it.each(["null", "[]", '[{"title":"x"}]', '"text"', "7", "true", "{", "title=x", "\u0000"])(
    "refuses %s",
    async (body) => {
      const answer = await post(body);
      expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([
        422,
        "about:blank#not_json",
      ]);
    },
  );

  it.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "text/json",
    "",
  ])("refuses the type %j: a form of another site can send it", async (type) => {
    const answer = await post("{}", { "content-type": type });
    expect(answer.status).toBe(422);
  });

  it.each(["application/json; charset=utf-8", "APPLICATION/JSON", "application/merge-patch+json"])(
    "takes the type %j",
    async (type) => {
      expect((await post('{"a":1}', { "content-type": type })).status).toBe(200);
    },
  );

  it("refuses bytes that are no UTF-8", async () => {
    const broken = new Uint8Array([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d]);
    expect((await post(broken)).status).toBe(422);
  });

  it("keeps a prototype out of reach", async () => {
    const answer = await post('{"__proto__":{"role":"owner"},"a":1}');
    expect(answer.status).toBe(200);
    expect(((await answer.json()) as { input: { role?: string } }).input.role).toBeUndefined();
    expect(({} as Record<string, unknown>).role).toBeUndefined();
  });

  it("counts bytes, not letters", async () => {
    const letters = (count: number) => `{"t":"${"é".repeat(count)}"}`;
    expect((await post(letters(499_900))).status).toBe(200);
    const answer = await post(letters(500_100));
    expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([
      422,
      "about:blank#too_large",
    ]);
  });

  it("stops reading where it is too much, whatever the length that was announced", async () => {
    let given = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 1;
        controller.enqueue(new Uint8Array(100_000).fill(32));
      },
    });
    const { NextRequest } = await import("next/server");
    const { readPayload } = await import("@/lib/actions/read-payload");
    const init = { method: "POST", headers: json, body: endless, duplex: "half" };
    const request = new NextRequest(url, init as ConstructorParameters<typeof NextRequest>[1]);
    await expect(readPayload(request, {})).rejects.toMatchObject({ reason: "too_large" });
    expect(given).toBeLessThan(15);
  });

  it("reads nothing of a body before the sender is let in", async () => {
    const visitor = newBrowser();
    const answer = await call(visitor, echo, { url, method: "POST", headers: json, body: "{" });
    expect(answer.status).toBe(401);
  });
});

describe("queries", () => {
  const get = (search: string) => call(newBrowser(), strict, { url: `${network}/api/tenants${search}` });

  it("are checked strictly; a parameter twice is not one of the two", async () => {
    expect(await (await get("?q=a")).json()).toEqual({ input: { q: "a" } });
    for (const search of ["?q=a&q=b", "?q=a&tenant=x", "?__proto__=x&constructor=y", "?q[]=a"])
      expect((await get(search)).status, search).toBe(422);
  });

  it("cannot name the path's own parameters", async () => {
    const named = { url: `${url}?id=query`, method: "GET" };
    const answer = await call(browser, echo, named, { id: "path", tenant: "other" });
    expect(await answer.json()).toEqual({ input: { id: "path" } });
    const body = await call(
      browser,
      echo,
      { ...named, method: "POST", headers: json, body: '{"id":"body"}' },
      { id: "path" },
    );
    expect(await body.json()).toEqual({ input: { id: "path" } });
  });
});

describe("methods and origins", () => {
  it.each(["POST", "PUT", "PATCH", "DELETE"])("%s must come from the host's own pages", async (method) => {
    for (const origin of [null, "null", network, "https://evil.example"]) {
      const answer = await call(browser, echo, { url, method, origin, headers: json, body: "{}" });
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, "forbidden"]);
    }
    expect((await call(browser, echo, { url, method, headers: json, body: "{}" })).status).toBe(200);
  });

  it.each(["GET", "HEAD"])("%s changes nothing and needs no origin", async (method) => {
    expect((await call(browser, echo, { url, method })).status).toBe(200);
  });

  it("a community's call through the network host must come from the network's pages", async () => {
    const slug = new URL(url).hostname.split(".")[0] ?? "";
    const asked = { url: `${network}/api/v1/x`, method: "POST", body: "{}" };
    const headers = { ...json, "x-community": slug };
    const foreign = await call(browser, echo, { ...asked, headers, origin: at(slug).slice(0, -1) });
    expect(foreign.status).toBe(403);
    expect((await call(browser, echo, { ...asked, headers })).status).toBe(401);
  });
});

describe("every answer", () => {
  it("is kept by nobody and says where one stands", async () => {
    const answer = await call(browser, echo, { url });
    const again = await call(browser, echo, { url });
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(answer.headers.get("ratelimit-policy")).toBe('"read";q=600;w=60');
    const left = (response: Response) => Number(/r=(\d+)/.exec(response.headers.get("ratelimit") ?? "")?.[1]);
    expect(left(again)).toBe(left(answer) - 1);
  });

  it("says so too where what was sent is not accepted", async () => {
    const answer = await post("{");
    expect(answer.status).toBe(422);
    expect(answer.headers.get("ratelimit")).toMatch(/^"write";r=\d+;t=\d+$/);
  });
});
