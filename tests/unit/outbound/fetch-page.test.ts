import net from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isPublicAddress } from "@/lib/outbound/addresses";
import { fetchPage, type Outbound } from "@/lib/outbound/fetch-page";
import { OutboundRefused, type Refusal } from "@/lib/outbound/refused";
import { createTransport, type Reply } from "@/lib/outbound/transport";
import { INNER_ANSWERS, LITERALS, OTHER_WAYS } from "./spellings.ts";

const PUBLIC = "93.184.216.34";
const PAGE = "https://news.test-site.net/";

/** Where sockets wanted to go. None gets there: tests reach nothing. */
let dialled: string[] = [];

beforeEach(() => {
  dialled = [];
  vi.spyOn(net.Socket.prototype, "connect").mockImplementation(function (
    this: net.Socket,
    ...args: unknown[]
  ) {
    const [options] = args.flat() as [{ host?: string; port?: number }];
    dialled.push(`${options.host}:${options.port}`);
    queueMicrotask(() => this.destroy(new Error("recorded")));
    return this;
  });
});
afterEach(() => vi.restoreAllMocks());

/** The real way out, with names of the test's own. */
function out(answers: readonly string[] | ((name: string) => readonly string[])): Outbound {
  const resolve = async (name: string) => (typeof answers === "function" ? answers(name) : answers);
  return { resolve, send: createTransport(), timeoutMs: 2000 };
}

const refusal = async (work: Promise<unknown>): Promise<Refusal | "fetched"> => {
  try {
    await work;
    return "fetched";
  } catch (error) {
    if (error instanceof OutboundRefused) return error.reason;
    throw error;
  }
};

const reply = (over: Partial<Reply> = {}): Reply => ({
  status: 200,
  location: null,
  contentType: "text/html; charset=utf-8",
  body: Buffer.from("<title>News</title>"),
  ...over,
});

describe("the way out", () => {
  it("knows more than 150 spellings", () => {
    expect(LITERALS.length + OTHER_WAYS.length).toBeGreaterThan(150);
    expect(new Set([...LITERALS, ...OTHER_WAYS]).size).toBe(LITERALS.length + OTHER_WAYS.length);
  });

  it("goes to a public address, by number, on the port of https", async () => {
    expect(await refusal(fetchPage(PAGE, out([PUBLIC])))).toBe("unreachable");
    expect(await refusal(fetchPage(PAGE, out(["2606:4700:4700::1111"])))).toBe("unreachable");
    expect(dialled).toEqual([`${PUBLIC}:443`, "2606:4700:4700::1111:443"]);
  });

  it("makes no connection for any spelling of an inner host, even where its name resolves to a public one", async () => {
    for (const address of LITERALS) {
      expect(await refusal(fetchPage(address, out([PUBLIC]))), address).not.toBe("fetched");
    }
    expect(dialled).toEqual([]);
  });

  it("makes none for another scheme, port or a user", async () => {
    for (const address of OTHER_WAYS) await refusal(fetchPage(address, out([PUBLIC])));
    expect(dialled).toEqual([]);
  });

  it("makes none for a name with an inner address, be it one among public ones", async () => {
    for (const address of INNER_ANSWERS) {
      expect(isPublicAddress(address), address).toBe(false);
      expect(await refusal(fetchPage(PAGE, out([address]))), address).toBe("not_public");
      expect(await refusal(fetchPage(PAGE, out([PUBLIC, address]))), address).toBe("not_public");
    }
    expect(await refusal(fetchPage(PAGE, out([])))).toBe("unresolved");
    expect(dialled).toEqual([]);
  });

  it("asks for a name once and stays with the answer, whatever it resolves to a moment later", async () => {
    for (const inner of INNER_ANSWERS) {
      const answers = [[PUBLIC], [inner], [inner]];
      await refusal(
        fetchPage(
          PAGE,
          out(() => answers.shift() ?? [inner]),
        ),
      );
      expect(answers).toHaveLength(2);
    }
    expect(new Set(dialled)).toEqual(new Set([`${PUBLIC}:443`]));
  });

  it("follows no redirect to any of them, by name or by number", async () => {
    const real = createTransport();
    const towards = (location: string): Outbound => ({
      ...out((name) => (name === "news.test-site.net" ? [PUBLIC] : ["10.0.0.1"])),
      // The first answer comes from the test; whatever it leads to would be dialled.
      send: (call) =>
        call.url.href === PAGE ? Promise.resolve(reply({ status: 302, location })) : real(call),
    });
    const inner = [
      "https://inner.test-site.net/",
      "https://news.test-site.net:8080/",
      "http://news.test-site.net/x",
    ];
    for (const location of [...LITERALS, ...inner]) {
      const reason = await refusal(fetchPage(PAGE, towards(location)));
      expect(reason, location).not.toBe("fetched");
    }
    // Some spellings are paths on the very same host; nothing but that host may be dialled.
    expect([...new Set(dialled)].filter((to) => to !== `${PUBLIC}:443`)).toEqual([]);
  });
});

describe("what comes back", () => {
  const answering = (...replies: Reply[]): Outbound => ({
    ...out([PUBLIC]),
    send: async () => replies.shift() ?? reply({ status: 500 }),
  });

  it("is a page, after three redirects at most", async () => {
    const hop = reply({ status: 301, location: "/next" });
    expect((await fetchPage(PAGE, answering(hop, hop, hop, reply()))).url.href).toBe(`${PAGE}next`);
    expect(await refusal(fetchPage(PAGE, answering(hop, hop, hop, hop, reply())))).toBe("redirects");
  });

  it.each<[Refusal, Partial<Reply>]>([
    ["status", { status: 404 }],
    ["status", { status: 302 }],
    ["type", { contentType: "application/json" }],
    ["type", { contentType: "" }],
    ["type", { contentType: "image/svg+xml" }],
    ["type", { contentType: "text/htmlx" }],
  ])("is refused for its %s: %o", async (reason, over) => {
    expect(await refusal(fetchPage(PAGE, answering(reply(over))))).toBe(reason);
  });

  it("is given up when it takes too long, be it the name that never resolves", async () => {
    const never = new Promise<never>(() => undefined);
    expect(await refusal(fetchPage(PAGE, { ...answering(), send: () => never, timeoutMs: 20 }))).toBe(
      "too_slow",
    );
    expect(await refusal(fetchPage(PAGE, { ...answering(), resolve: () => never, timeoutMs: 20 }))).toBe(
      "too_slow",
    );
  });
});
