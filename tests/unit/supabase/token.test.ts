import { decodeJwt, jwtVerify } from "jose";
import { beforeAll, describe, expect, it } from "vitest";

const secret = "a secret of the test that is long enough";

beforeAll(() => {
  Object.assign(process.env, {
    SUPABASE_URL: "http://127.0.0.1:1",
    SUPABASE_PUBLISHABLE_KEY: "sb_publishable_test",
    SUPABASE_JWT_SECRET: secret,
  });
});

const ids = {
  userId: "11111111-1111-4111-8111-111111111111",
  sessionId: "22222222-2222-4222-8222-222222222222",
};
const tenantId = "33333333-3333-4333-8333-333333333333";

async function mint(claims: Parameters<typeof import("@/lib/supabase/token").mintToken>[0]) {
  const { mintToken } = await import("@/lib/supabase/token");
  return mintToken(claims);
}

describe("mintToken", () => {
  it("binds a person on a community host to that community for five minutes", async () => {
    const token = await mint({ scope: "community", ...ids, tenantId });
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret));
    expect(payload).toMatchObject({
      sub: ids.userId,
      session_id: ids.sessionId,
      role: "authenticated",
      tenant_id: tenantId,
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
  });

  it("gives a visitor the role anon, bound all the same", async () => {
    const payload = decodeJwt(await mint({ scope: "community", tenantId }));
    expect(payload).toMatchObject({ role: "anon", tenant_id: tenantId });
    expect(payload.sub).toBeUndefined();
  });

  it("never puts a person or a community into the app's own token", async () => {
    const payload = decodeJwt(await mint({ scope: "server" }));
    expect(payload).toMatchObject({ role: "anon", scope: "server" });
    expect(payload).not.toHaveProperty("sub");
    expect(payload).not.toHaveProperty("tenant_id");
  });
});

describe("mintRealtimeToken", () => {
  it("names a listener for five minutes, and nobody whom another service would know", async () => {
    const { mintRealtimeToken } = await import("@/lib/supabase/token");
    const hostSessionId = "44444444-4444-4444-8444-444444444444";
    const token = await mintRealtimeToken({ ...ids, hostSessionId, tenantId });
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret));
    const { iat = 0, exp, ...said } = payload;
    expect(said).toEqual({
      ...{ scope: "realtime", role: "anon", aud: "realtime", listener: ids.userId },
      ...{ listener_session: ids.sessionId, listener_host: hostSessionId, listener_tenant: tenantId },
    });
    expect(exp).toBe(iat + 300);
  });

  it("leaves out the community on the network host", async () => {
    const { mintRealtimeToken } = await import("@/lib/supabase/token");
    const payload = decodeJwt(await mintRealtimeToken(ids));
    expect(Object.keys(payload)).not.toContain("listener_tenant");
    expect(Object.keys(payload)).not.toContain("listener_host");
  });
});
