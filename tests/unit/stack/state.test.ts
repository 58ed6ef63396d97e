import { describe, expect, it } from "vitest";
import { createSecrets, parseSecrets } from "../../../supabase/local/secrets.ts";
import { dataState, fallbackStateDir, parseInstance, stateFiles } from "../../../supabase/local/state.ts";

describe("the data folder", () => {
  it.each([
    [{ database: false, ready: false }, "absent"],
    [{ database: false, ready: true }, "absent"],
    [{ database: true, ready: false }, "half-written"],
    [{ database: true, ready: true }, "ready"],
  ] as const)("%o is %s", (found, state) => {
    expect(dataState(found)).toBe(state);
  });

  it("keeps every file inside its folder", () => {
    const { dir, ...files } = stateFiles("/somewhere/state");
    expect(Object.values(files).every((file) => file.startsWith(`${dir}/`))).toBe(true);
  });

  it("has a fallback that is stable and its own for each project", () => {
    expect(fallbackStateDir("/a")).toBe(fallbackStateDir("/a"));
    expect(fallbackStateDir("/a")).not.toBe(fallbackStateDir("/b"));
    expect(fallbackStateDir("/a")).toMatch(/^\/var\/tmp\/archipelago-[0-9a-f]{12}$/);
  });
});

describe("the instance file", () => {
  it("is read as it was written", () => {
    const instance = { pid: 12, apiPort: 54321, dbPort: 54322 };
    expect(parseInstance(JSON.stringify(instance))).toEqual(instance);
  });

  it.each(["", "null", "12", "{", '{"pid":"12","apiPort":1,"dbPort":2}', '{"pid":12}'])(
    "ignores %j",
    (text) => {
      expect(parseInstance(text)).toBeUndefined();
    },
  );
});

describe("the keys", () => {
  it("are long, different each time, and of the kinds Supabase uses", () => {
    const [one, two] = [createSecrets(), createSecrets()];
    expect(one.publishableKey).toMatch(/^sb_publishable_[\w-]{43}$/);
    expect(one.secretKey).toMatch(/^sb_secret_[\w-]{43}$/);
    expect(one.jwtSecret.length).toBeGreaterThanOrEqual(64);
    expect(new Set([...Object.values(one.passwords), ...Object.values(two.passwords)]).size).toBe(6);
    expect(one.jwtSecret).not.toBe(two.jwtSecret);
  });

  it("survive being written", () => {
    const secrets = createSecrets();
    expect(parseSecrets(JSON.stringify(secrets), "stack.json")).toEqual(secrets);
  });

  it.each([
    ["half a file", '{"publishableKey": "sb_pub', /stack\.json is not valid JSON/],
    ["another object", '{"hello": 1}', /stack\.json is damaged \(.*jwtSecret/],
    ["no object", "[]", /stack\.json is damaged/],
  ])("say what is wrong with %s and what to do", (_, text, message) => {
    expect(() => parseSecrets(text, "stack.json")).toThrow(message);
    expect(() => parseSecrets(text, "stack.json")).toThrow("npm run reset");
  });
});
