import { describe, expect, it } from "vitest";
import { parseServerEnv } from "@/lib/env/server";

const complete = {
  SUPABASE_URL: "http://127.0.0.1:54321",
  SUPABASE_PUBLISHABLE_KEY: "sb_publishable_x",
  SUPABASE_JWT_SECRET: "s".repeat(32),
};

describe("parseServerEnv", () => {
  it("reads a complete environment and fills in defaults", () => {
    expect(parseServerEnv(complete)).toMatchObject({ LOG_LEVEL: "info", RATE_LIMIT_FACTOR: 1 });
  });

  it("names every variable that is missing, empty or wrong, in one message", () => {
    const read = () => parseServerEnv({ SUPABASE_URL: "not an address", SUPABASE_PUBLISHABLE_KEY: " " });
    expect(read).toThrow(/SUPABASE_URL/);
    expect(read).toThrow(/SUPABASE_PUBLISHABLE_KEY/);
    expect(read).toThrow(/SUPABASE_JWT_SECRET/);
    expect(read).toThrow(/\.env\.example/);
  });

  it("needs a secret or a signing key", () => {
    const { SUPABASE_JWT_SECRET: _, ...rest } = complete;
    expect(() => parseServerEnv(rest)).toThrow(/SUPABASE_JWT_SECRET/);
    const key = JSON.stringify({ kty: "EC", crv: "P-256", x: "x", y: "y", d: "d" });
    expect(parseServerEnv({ ...rest, SUPABASE_JWT_SIGNING_KEY: key }).SUPABASE_JWT_SIGNING_KEY).toBe(key);
  });

  it.each(["{}", "not json", "[]", '{"kty":"EC","x":"x"}'])(
    "refuses %s as a signing key at the start",
    (key) => {
      expect(() => parseServerEnv({ ...complete, SUPABASE_JWT_SIGNING_KEY: key })).toThrow(
        /SUPABASE_JWT_SIGNING_KEY/,
      );
    },
  );
});
