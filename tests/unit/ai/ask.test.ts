import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, CHAIN_MS } from "@/lib/ai/ask";
import type { Standing } from "@/lib/ai/breaker";
import { type AiRequest, openProvider, type Provider } from "@/lib/ai/provider";
import {
  type Behaviour,
  behaviours,
  type ProviderServer,
  startProvider,
} from "../../support/provider-server.ts";

const request: AiRequest = { instructions: "i", data: "d", shape: { name: "s", schema: {} }, maxTokens: 50 };
const good = behaviours.says('{"n":1}');

let servers: ProviderServer[];
beforeAll(async () => {
  servers = [await startProvider(good), await startProvider(good)];
});
afterAll(() => Promise.all(servers.map((server) => server.stop())));

let round = 0;
/** Two providers with breakers of their own that behave like that, and how they stand. */
function chain(...behaves: Behaviour[]) {
  round += 1;
  const providers: Provider[] = behaves.map((behaviour, index) => {
    const server = servers[index];
    if (!server) throw new Error("two servers only");
    server.behave(behaviour);
    server.caught.splice(0);
    return openProvider({
      name: `p${index + 1} ${round}`,
      url: server.url,
      model: `m${index + 1}`,
      key: null,
    });
  });
  const standing = new Map<string, Standing>(providers.map(({ name }) => [name, "closed"]));
  const put = (ms: number = CHAIN_MS) =>
    ask(providers, request, {
      admission: { standing },
      deadline: Date.now() + ms,
      read: (text) => (text === '{"n":1}' ? 1 : null),
    });
  const stand = (state: Standing) => {
    for (const { name } of providers) standing.set(name, state);
  };
  return { put, stand, standing, names: providers.map(({ name }) => name) };
}

describe("the chain", () => {
  it("asks the first alone where it answers", async () => {
    const { put, names } = chain(good, good);
    expect(await put()).toEqual({
      answer: { value: 1, provider: names[0], model: "m1" },
      failures: [],
      tokens: 100,
      transitions: [],
    });
    expect(servers[1]?.caught).toEqual([]);
  });

  it("asks the second where the first cannot be read", async () => {
    const { put, names } = chain(behaviours.says("No."), good);
    const { answer, failures } = await put();
    expect(answer?.provider).toBe(names[1]);
    expect(failures).toEqual([{ provider: names[0], kind: "unfit" }]);
  });

  it("leaves the second its part of the time where the first hangs", async () => {
    const { put, names } = chain(behaviours.hangs(), good);
    const from = performance.now();
    const { answer, failures } = await put(500);
    expect(answer?.provider).toBe(names[1]);
    expect(failures).toEqual([{ provider: names[0], kind: "late" }]);
    expect(performance.now() - from).toBeLessThan(500);
  });

  it("ends in time where all hang", async () => {
    const { put } = chain(behaviours.hangs(), behaviours.stalls());
    const from = performance.now();
    const { answer, failures } = await put(400);
    expect(answer).toBeNull();
    expect(failures.map(({ kind }) => kind)).toEqual(["late", "late"]);
    expect(performance.now() - from).toBeLessThan(650);
  });

  it("waits no longer for one that does not heed being stopped", async () => {
    const deaf: Provider = { name: "deaf", model: "m", complete: () => new Promise(() => undefined) };
    const from = performance.now();
    const { failures } = await ask([deaf], request, {
      admission: { standing: new Map([["deaf", "closed"]]) },
      deadline: Date.now() + 100,
      read: (text) => text,
    });
    expect(failures).toEqual([{ provider: "deaf", kind: "late" }]);
    expect(performance.now() - from).toBeLessThan(600);
  });

  it("asks nobody that all know to be open, and nobody it knows nothing of", async () => {
    const { put, stand, standing } = chain(good);
    stand("open");
    expect((await put()).answer).toBeNull();
    standing.clear();
    expect((await put()).answer).toBeNull();
    expect(servers[0]?.caught).toEqual([]);
  });
});

describe("the breaker", () => {
  it("opens after three failures in a row and says so once", async () => {
    const { put, names } = chain(behaviours.fails(503));
    expect((await put()).transitions).toEqual([]);
    expect((await put()).transitions).toEqual([]);
    expect((await put()).transitions).toEqual([{ provider: names[0], openForMs: 120_000, reason: "broken" }]);
  });

  it("counts in a row only", async () => {
    const { put } = chain(behaviours.fails(503));
    await put();
    await put();
    servers[0]?.behave(good);
    await put();
    servers[0]?.behave(behaviours.fails(503));
    expect((await put()).transitions).toEqual([]);
  });

  it("opens at once, for as long as it is asked to", async () => {
    const { put, names } = chain(behaviours.fails(429, { "retry-after": "7" }));
    expect((await put()).transitions).toEqual([{ provider: names[0], openForMs: 7000, reason: "limited" }]);
  });

  it.each([
    ["a fault of what was asked", behaviours.fails(400)],
    ["a refusal", behaviours.refuses()],
    ["a tool call", behaviours.callsTool()],
    ["an answer to something else", behaviours.says("<b>no</b>")],
  ])("stays closed on %s", async (_, behaviour) => {
    const { put } = chain(behaviour);
    for (let time = 0; time < 6; time++) expect((await put()).transitions).toEqual([]);
    expect(servers[0]?.caught).toHaveLength(6);
  });

  it("closes when the one that tries gets an answer, and opens anew when it gets none", async () => {
    const { put, stand, names } = chain(good);
    stand("probe");
    expect((await put()).transitions).toEqual([{ provider: names[0], openForMs: null, reason: "answered" }]);
    servers[0]?.behave(behaviours.fails(500));
    expect((await put()).transitions).toEqual([{ provider: names[0], openForMs: 120_000, reason: "broken" }]);
  });

  it("takes on what all know: another process closed it", async () => {
    const { put, stand } = chain(behaviours.fails(500));
    for (let time = 0; time < 3; time++) await put();
    servers[0]?.behave(good);
    stand("closed");
    expect((await put()).answer?.value).toBe(1);
  });
});
