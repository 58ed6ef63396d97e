import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { shareRefreshes } from "@/lib/auth/shared-refresh";

const url = "http://127.0.0.1:54321/auth/v1/token?grant_type=refresh_token";
const refresh = (token: string) => ({ method: "POST", body: JSON.stringify({ refresh_token: token }) });

let served: number;
const send = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.useFakeTimers();
  served = 0;
  send.mockReset().mockImplementation(async () => {
    served += 1;
    return Response.json({ access_token: `token ${served}` }, { headers: { "x-request": "1" } });
  });
});

afterEach(() => {
  vi.useRealTimers();
});

describe("shareRefreshes", () => {
  it("redeems a token once for all who ask, at once or within ten seconds", async () => {
    const shared = shareRefreshes(send);
    const together = await Promise.all(Array.from({ length: 5 }, () => shared(url, refresh("a"))));
    vi.advanceTimersByTime(9_000);
    const late = await shared(url, refresh("a"));
    const bodies = await Promise.all([...together, late].map((response) => response.json()));
    expect(bodies).toEqual(Array(6).fill({ access_token: "token 1" }));
    expect(late.headers.get("x-request")).toBe("1");
    expect(send).toHaveBeenCalledOnce();
  });

  it("asks anew after ten seconds, and for another token", async () => {
    const shared = shareRefreshes(send);
    await shared(url, refresh("a"));
    await shared(url, refresh("b"));
    vi.advanceTimersByTime(10_001);
    await shared(url, refresh("a"));
    expect(send).toHaveBeenCalledTimes(3);
  });

  it("shares a refusal too: the token is spent", async () => {
    send.mockResolvedValue(Response.json({ error_code: "refresh_token_not_found" }, { status: 400 }));
    const shared = shareRefreshes(send);
    const answers = [await shared(url, refresh("a")), await shared(url, refresh("a"))];
    expect(answers.map(({ status }) => status)).toEqual([400, 400]);
    expect(send).toHaveBeenCalledOnce();
  });

  it.each([
    ["a lost connection", () => Promise.reject(new TypeError("fetch failed"))],
    ["an answer of a gateway", async () => new Response("bad gateway", { status: 502 })],
  ])("tells %s as out of reach, and keeps it for nobody", async (_what, answer) => {
    const shared = shareRefreshes(send);
    send.mockImplementationOnce(answer);
    expect((await shared(url, refresh("a"))).status).toBe(599);
    expect((await shared(url, refresh("a"))).status).toBe(200);
  });

  it("leaves every other call alone", async () => {
    const shared = shareRefreshes(send);
    const signIn = "http://127.0.0.1:54321/auth/v1/token?grant_type=password";
    await shared(signIn, { method: "POST", body: '{"email":"a"}' });
    await shared(signIn, { method: "POST", body: '{"email":"a"}' });
    await shared(url, { method: "POST", body: "[]" });
    expect(send).toHaveBeenCalledTimes(3);
  });

  it("keeps a bounded number of answers", async () => {
    const shared = shareRefreshes(send);
    for (let token = 0; token <= 1_000; token += 1) await shared(url, refresh(`t${token}`));
    await shared(url, refresh("t1000"));
    expect(send).toHaveBeenCalledTimes(1_001);
    await shared(url, refresh("t0"));
    expect(send).toHaveBeenCalledTimes(1_002);
  });
});
