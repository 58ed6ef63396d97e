import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { RATE_CLASSES } from "@/lib/rate-limit/classes";

const wantStatus = vi.hoisted(() => vi.fn());
vi.mock("@/lib/http/response-status", () => ({ wantStatus }));

beforeEach(() => {
  vi.resetModules();
  for (const [name, value] of Object.entries({
    SUPABASE_URL: "http://127.0.0.1:54321",
    SUPABASE_PUBLISHABLE_KEY: "sb_publishable_x",
    SUPABASE_JWT_SECRET: "s".repeat(32),
    REDIS_URL: "",
    RATE_LIMIT_FACTOR: "",
  }))
    vi.stubEnv(name, value);
});
afterEach(() => {
  vi.unstubAllEnvs();
  wantStatus.mockReset();
});

describe("a page that nobody should carry off whole", () => {
  it("ends with a 429 that says when to come back, for that person in that community alone", async () => {
    const { isWithinRate } = await import("@/lib/context/page-rate");
    const ask = (viewer: string, tenant: string) =>
      isWithinRate("people", {
        viewer: { id: viewer },
        tenant: { id: tenant },
        ip: "198.51.100.7",
        requestId: "r1",
      } as unknown as Parameters<typeof isWithinRate>[1]);
    for (let n = 0; n < RATE_CLASSES.people.person; n++) expect(await ask("ana", "reef")).toBe(true);
    expect(wantStatus).not.toHaveBeenCalled();
    expect(await ask("ana", "reef")).toBe(false);
    expect(wantStatus).toHaveBeenCalledExactlyOnceWith(
      "r1",
      429,
      expect.objectContaining({ "retry-after": expect.stringMatching(/^[1-9]\d*$/) }),
    );
    expect(await ask("ben", "reef")).toBe(true);
    expect(await ask("ana", "isle")).toBe(true);
  });
});
