import { describe, expect, test } from "vitest";
import { parseHostConfig } from "@/lib/env/hosts";

describe("the host configuration", () => {
  test("has defaults for development", () => {
    expect(parseHostConfig({ ROOT_DOMAIN: "", TRUSTED_PROXY: " " })).toEqual({
      rootDomain: "archipelago.localhost:3000",
      protocol: "http",
      trustedProxies: 0,
      production: false,
      supabaseOrigin: null,
    });
  });

  test("is read from the environment", () => {
    const environment = {
      ROOT_DOMAIN: " Archipelago.Example ",
      APP_PROTOCOL: "https",
      TRUSTED_PROXY: "2",
      NODE_ENV: "production",
      SUPABASE_URL: "https://project.supabase.example/ignored",
    };
    expect(parseHostConfig(environment)).toEqual({
      rootDomain: "archipelago.example",
      protocol: "https",
      trustedProxies: 2,
      production: true,
      supabaseOrigin: "https://project.supabase.example",
    });
  });

  test("lets pages reach the API by the address that browsers know", () => {
    const inside = { SUPABASE_URL: "http://kong:8000" };
    const both = { ...inside, SUPABASE_PUBLIC_URL: "https://api.archipelago.example/x" };
    expect(parseHostConfig(inside).supabaseOrigin).toBe("http://kong:8000");
    expect(parseHostConfig(both).supabaseOrigin).toBe("https://api.archipelago.example");
  });

  test.each([
    ["ROOT_DOMAIN", "http://archipelago.example"],
    ["ROOT_DOMAIN", "127.0.0.1:3000"],
    ["ROOT_DOMAIN", "archipelago.example."],
    ["ROOT_DOMAIN", "archipelago.example/x"],
    ["APP_PROTOCOL", "ftp"],
    ["TRUSTED_PROXY", "true"],
    ["TRUSTED_PROXY", "-1"],
    ["TRUSTED_PROXY", "1.5"],
    ["TRUSTED_PROXY", "10"],
    ["SUPABASE_URL", "supabase"],
    ["SUPABASE_URL", "ftp://supabase.example"],
    ["SUPABASE_PUBLIC_URL", "api"],
  ])("names %s where it is %j", (name, value) => {
    expect(() => parseHostConfig({ [name]: value })).toThrow(name);
  });

  test("names everything that is wrong at once", () => {
    expect(() => parseHostConfig({ APP_PROTOCOL: "ftp", TRUSTED_PROXY: "x" })).toThrow(
      /APP_PROTOCOL[\s\S]*TRUSTED_PROXY/,
    );
  });
});
