import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AiFailure } from "@/lib/ai/failure";
import { type AiRequest, openProvider, type Provider, retryAfterMs } from "@/lib/ai/provider";
import {
  type Behaviour,
  behaviours,
  type ProviderServer,
  startProvider,
} from "../../support/provider-server.ts";

const request: AiRequest = {
  instructions: "Order these.",
  data: '{"events":[]}',
  shape: { name: "order", schema: { type: "object" } },
  maxTokens: 500,
};

let server: ProviderServer;
let provider: Provider;
beforeAll(async () => {
  server = await startProvider(behaviours.says("{}"));
  provider = openProvider({ name: "near", url: server.url, model: "m-1", key: "sk-test" });
});
beforeEach(() => void server.caught.splice(0));
afterAll(() => server.stop());

async function failure(behaviour: Behaviour, signal = AbortSignal.timeout(1000)): Promise<AiFailure> {
  server.behave(behaviour);
  const error = await provider.complete(request, signal).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AiFailure)) throw new Error(`no AiFailure but ${String(error)}`);
  return error;
}

describe("a provider over the wire", () => {
  it("is asked for a stream of strict JSON with the key it wants, once", async () => {
    server.behave(behaviours.says('{"items":[]}', 321));
    const answer = await provider.complete(request, AbortSignal.timeout(1000));
    expect(answer).toEqual({ text: '{"items":[]}', tokens: 321 });
    expect(server.caught).toHaveLength(1);
    const [{ authorization, body }] = server.caught as [(typeof server.caught)[0]];
    expect(authorization).toBe("Bearer sk-test");
    expect(body).toMatchObject({
      model: "m-1",
      stream: true,
      response_format: { type: "json_schema", json_schema: { name: "order", strict: true } },
      messages: [
        { role: "system", content: "Order these." },
        { role: "user", content: '{"events":[]}' },
      ],
    });
    expect(body).not.toHaveProperty("tools");
  });

  it.each([
    ["500", behaviours.fails(500), "broken"],
    ["429", behaviours.fails(429), "limited"],
    ["401", behaviours.fails(401), "denied"],
    ["400", behaviours.fails(400), "request"],
    ["404", behaviours.fails(404), "request"],
    ["a connection that breaks off", behaviours.breaksOff(), "cut"],
    ["a stream that ends early", behaviours.cuts(), "cut"],
    ["a page of HTML", behaviours.showsPage(), "broken"],
    ["a redirect", behaviours.movesAway(), "unreachable"],
    ["babble", behaviours.babbles(), "broken"],
    ["a tool call", behaviours.callsTool(), "unfit"],
    ["an answer that is too long for it", behaviours.runsOut(), "unfit"],
    ["an answer without end", behaviours.says("x".repeat(40_000)), "unfit"],
    ["a refusal", behaviours.refuses(), "refused"],
  ])("tells %s", async (_, behaviour, kind) => {
    expect((await failure(behaviour)).kind).toBe(kind);
    expect(server.caught).toHaveLength(1);
  });

  it.each([
    ["hangs", behaviours.hangs()],
    ["stalls", behaviours.stalls()],
  ])("gives up in time where it %s", async (_, behaviour) => {
    const from = performance.now();
    expect((await failure(behaviour, AbortSignal.timeout(80))).kind).toBe("late");
    expect(performance.now() - from).toBeLessThan(700);
  });

  it("tells that nobody waits any more from being late", async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    expect((await failure(behaviours.hangs(), stop.signal)).kind).toBe("stopped");
  });

  it("tells one that is not there", async () => {
    const gone = openProvider({ name: "gone", url: "http://127.0.0.1:9/v1", model: "m", key: null });
    await expect(gone.complete(request, AbortSignal.timeout(1000))).rejects.toMatchObject({
      kind: "unreachable",
    });
  });

  it("reads how long it wants to be left alone, in seconds or as a date, an hour at most", async () => {
    expect((await failure(behaviours.fails(429, { "retry-after": "7" }))).retryAfterMs).toBe(7000);
    const now = Date.UTC(2026, 0, 1);
    expect(retryAfterMs(new Date(now + 9000).toUTCString(), now)).toBe(9000);
    expect(retryAfterMs("999999", now)).toBe(3_600_000);
    expect(retryAfterMs("soon", now)).toBeNull();
  });
});
