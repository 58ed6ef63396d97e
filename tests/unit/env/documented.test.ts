import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseHostConfig } from "@/lib/env/hosts";
import { parseServerEnv } from "@/lib/env/server";
import { readWorkerEnv } from "@/lib/env/worker";

const root = path.join(import.meta.dirname, "../../..");
const example = readFileSync(path.join(root, ".env.example"), "utf8");
const guide = readFileSync(path.join(root, "docs/deploy.md"), "utf8");

/** Every variable that lib/env parses: keys of its schemas, as they are written there. */
const parsed = new Set(
  readdirSync(path.join(root, "lib/env")).flatMap((file) => {
    const source = readFileSync(path.join(root, "lib/env", file), "utf8");
    return [...source.matchAll(/^ +([A-Z][A-Z0-9_]+): (?:z\b|present|privateKey)/gm)].map(
      ([, name]) => name ?? "",
    );
  }),
);
const documented = [...example.matchAll(/^(?:# )?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name ?? "");
// Set by whatever starts the app, and read by Next.js itself.
const given = ["NODE_ENV"];

/** What an operator has who copies the file and fills in what it leaves empty. */
function environmentOf(text: string): Record<string, string> {
  const lines = text.split("\n").map((line) => /^([A-Z][A-Z0-9_]+)=(.*)$/.exec(line));
  return Object.fromEntries(lines.flatMap((line) => (line ? [[line[1] ?? "", line[2] ?? ""]] : [])));
}

describe(".env.example", () => {
  it("documents every variable that is read, and none besides", () => {
    expect(parsed.size).toBeGreaterThan(10);
    expect([...documented].sort()).toEqual([...parsed].filter((name) => !given.includes(name)).sort());
  });

  it("says something about each", () => {
    for (const name of documented) {
      const before = example.slice(0, example.search(new RegExp(`^(# )?${name}=`, "m")));
      expect(before.trimEnd().split("\n").at(-1), name).toMatch(/^#|=/);
    }
  });

  it("is a working environment once the empty ones are filled in", () => {
    const environment = environmentOf(example);
    expect(Object.keys(environment).filter((name) => environment[name] === "")).toEqual([
      "SUPABASE_JWT_SECRET",
    ]);
    expect(() => parseServerEnv(environment)).toThrow(/SUPABASE_JWT_SECRET/);
    const filled = { ...environment, SUPABASE_JWT_SECRET: "s".repeat(32) };
    expect(parseServerEnv(filled).SUPABASE_URL).toBe(environment.SUPABASE_URL);
    expect(readWorkerEnv(filled).DATABASE_URL).toBe(environment.DATABASE_URL);
    expect(parseHostConfig(filled).rootDomain).toBe(environment.ROOT_DOMAIN);
  });
});

describe("docs/deploy.md", () => {
  it("names only variables and commands that there are", () => {
    const named = [
      ...guide.matchAll(/`?\b((?:ROOT|APP|TRUSTED|SUPABASE|DATABASE|REDIS|RATE|LOG|DEV)_[A-Z_]+)/g),
    ].map(([, name]) => name ?? "");
    // The tests alone use the secret key.
    expect([...new Set(named)].filter((name) => !parsed.has(name))).toEqual(["SUPABASE_SECRET_KEY"]);
    const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    const commands = [...guide.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name ?? "");
    expect(commands.length).toBeGreaterThan(3);
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe("the worker's environment", () => {
  it("names what is missing; what is left empty counts as not set", () => {
    expect(() => readWorkerEnv({ DATABASE_URL: " ", LOG_LEVEL: "" })).toThrow(/DATABASE_URL/);
    expect(readWorkerEnv({ DATABASE_URL: "postgresql://x/y", LOG_LEVEL: "" }).LOG_LEVEL).toBe("info");
    expect(() => readWorkerEnv({ DATABASE_URL: "mysql://x/y" })).toThrow(/DATABASE_URL/);
  });
});
