import { randomUUID } from "node:crypto";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const secret = "s".repeat(40);
const userId = randomUUID();
const sessionId = randomUUID();

type Signing = { key: Uint8Array | CryptoKey; alg: string; kid?: string };
const hs256: Signing = { key: new TextEncoder().encode(secret), alg: "HS256" };

/** A fresh module each time: key sets and the environment are kept otherwise. */
async function read(cookie: string | undefined) {
  const { readAuthState } = await import("@/lib/auth/access-token");
  return readAuthState((name) => (name === "archipelago-auth" ? cookie : undefined));
}

async function sign(over: Record<string, unknown> = {}, { key, alg, kid }: Signing = hs256): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    sub: userId,
    session_id: sessionId,
    role: "authenticated",
    aud: "authenticated",
    iat: now,
    exp: now + 3600,
  };
  const body = Object.fromEntries(
    Object.entries({ ...claims, ...over }).filter(([, value]) => value !== undefined),
  );
  return new SignJWT(body).setProtectedHeader({ alg, kid }).sign(key);
}

const stored = (token: unknown) =>
  `base64-${Buffer.from(JSON.stringify({ access_token: token, refresh_token: "r" })).toString("base64url")}`;

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv("SUPABASE_URL", "http://127.0.0.1:54321");
  vi.stubEnv("SUPABASE_PUBLISHABLE_KEY", "sb_publishable_x");
  vi.stubEnv("SUPABASE_JWT_SECRET", secret);
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe("readAuthState", () => {
  it("believes a token that Auth signed", async () => {
    expect(await read(stored(await sign()))).toEqual({ state: "valid", userId, sessionId });
  });

  it("knows a token past its hour", async () => {
    expect(await read(stored(await sign({ exp: Math.floor(Date.now() / 1000) - 1 })))).toEqual({
      state: "expired",
    });
  });

  it.each([
    ["nothing", () => undefined],
    ["an empty cookie", () => ""],
    ["no JSON", () => "base64-!!!!"],
    ["JSON that is no session", () => "[]"],
    ["a token that is no text", () => stored({ a: 1 })],
    ["a token that is no token", () => stored("a.b.c")],
  ])("takes %s for nobody", async (_what, cookie) => {
    expect(await read(cookie())).toEqual({ state: "none" });
  });

  it.each([
    ["another audience", { aud: "anon" }],
    ["another role", { role: "anon" }],
    ["the role of the service", { role: "service_role" }],
    ["no session", { session_id: undefined }],
    ["no person", { sub: undefined }],
    ["a person that is no id", { sub: "admin" }],
    ["a scope of this app's own tokens", { scope: "network" }],
    ["the scope of a page's realtime token", { scope: "realtime" }],
  ])("takes a token with %s for nobody", async (_what, over) => {
    expect(await read(stored(await sign(over)))).toEqual({ state: "none" });
  });

  it("takes a token that somebody else signed for nobody, expired or not, or signed by nobody", async () => {
    const other: Signing = { key: new TextEncoder().encode("x".repeat(40)), alg: "HS256" };
    expect(await read(stored(await sign({}, other)))).toEqual({ state: "none" });
    expect(await read(stored(await sign({ exp: 1 }, other)))).toEqual({ state: "none" });
    const [, claims] = (await sign()).split(".");
    const none = Buffer.from('{"alg":"none"}').toString("base64url");
    vi.spyOn(globalThis, "fetch").mockResolvedValue(Response.json({ keys: [] }));
    expect(await read(stored(`${none}.${claims}.`))).toEqual({ state: "none" });
  });
});

describe("a project that signs with a key pair", () => {
  async function keyPair(kid: string) {
    const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
    return {
      signing: { key: privateKey, alg: "ES256", kid },
      jwk: { ...(await exportJWK(publicKey)), kid, alg: "ES256" },
    };
  }

  it("is believed by its published keys, and by no other", async () => {
    const [ours, theirs] = [await keyPair("one"), await keyPair("one")];
    const fetched = vi
      .spyOn(globalThis, "fetch")
      .mockImplementation(async () => Response.json({ keys: [ours.jwk] }));
    expect(await read(stored(await sign({}, ours.signing)))).toMatchObject({ state: "valid" });
    expect(await read(stored(await sign({}, theirs.signing)))).toEqual({ state: "none" });
    expect(await read(stored(await sign({}, { ...theirs.signing, kid: "two" })))).toEqual({ state: "none" });
    expect(fetched).toHaveBeenCalledOnce();
  });

  it.each([
    ["cannot be reached", () => Promise.reject(new TypeError("fetch failed"))],
    ["answer 503", async () => new Response("", { status: 503 })],
    ["are no JSON", async () => new Response("<html>")],
  ])("is out of reach where its keys %s: nobody is signed out by that", async (_what, answer) => {
    const { signing } = await keyPair("one");
    vi.spyOn(globalThis, "fetch").mockImplementation(answer);
    await expect(read(stored(await sign({}, signing)))).rejects.toMatchObject({
      code: "unavailable",
      reason: "sign_in_down",
    });
  });
});
