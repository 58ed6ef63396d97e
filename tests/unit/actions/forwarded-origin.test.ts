import { afterEach, describe, expect, it, vi } from "vitest";
import { HOST_HEADER, IP_HEADER, KIND_HEADER, REQUEST_ID_HEADER } from "@/lib/tenancy/headers";

const sent = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({
  headers: async () => sent.headers,
  cookies: async () => ({ get: () => undefined }),
}));
vi.mock("next-intl/server", () => ({ getTranslations: async () => (key: string) => key }));

/** A request as the middleware leaves it: behind a trusted proxy with the host that the proxy was asked for. */
async function ask(trusted: string, headers: Record<string, string>): Promise<string> {
  vi.resetModules();
  vi.stubEnv("TRUSTED_PROXY", trusted);
  vi.stubEnv("APP_PROTOCOL", "https");
  vi.stubEnv("ROOT_DOMAIN", "archipelago.example");
  vi.stubEnv("SUPABASE_URL", "http://127.0.0.1:54321");
  vi.stubEnv("SUPABASE_PUBLISHABLE_KEY", "sb_publishable_x");
  vi.stubEnv("SUPABASE_JWT_SECRET", "s".repeat(32));
  sent.headers = new Headers({
    [HOST_HEADER]: "tango.archipelago.example",
    [KIND_HEADER]: "community",
    [REQUEST_ID_HEADER]: "0".repeat(36),
    [IP_HEADER]: "192.0.2.7",
    ...headers,
  });
  const { admitHost } = await import("@/lib/actions/core");
  return admitHost(true, "handoff").then(
    () => "admitted",
    (error: { reason: string }) => error.reason,
  );
}

afterEach(() => {
  vi.unstubAllEnvs();
});

const tango = "https://tango.archipelago.example";

describe("the origin of a change behind a proxy", () => {
  it("is compared with the host that the request was routed by", async () => {
    const forwarded = { host: "10.0.0.5:3000", "x-forwarded-host": "tango.archipelago.example" };
    expect(await ask("1", { ...forwarded, origin: tango })).toBe("admitted");
    expect(await ask("1", { ...forwarded, origin: "https://10.0.0.5:3000" })).toBe("foreign_origin");
    expect(await ask("1", { ...forwarded, origin: "https://harbour.archipelago.example" })).toBe(
      "foreign_origin",
    );
  });

  it("cannot be argued with by a header where no proxy is trusted", async () => {
    const lie = { host: "tango.archipelago.example", "x-forwarded-host": "evil.example" };
    expect(await ask("none", { ...lie, origin: "https://evil.example" })).toBe("foreign_origin");
    expect(await ask("none", { ...lie, origin: tango })).toBe("admitted");
  });
});
