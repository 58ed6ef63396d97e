import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { directionOf, pickLocale } from "@/lib/i18n/locales";
import { CATALOGUES } from "@/lib/i18n/messages";
import { projectRoot } from "../../support/source-files.ts";

function keysOf(tree: object, prefix: string): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [`${prefix}.${key}`] : keysOf(value, `${prefix}.${key}`),
  );
}

const messages = CATALOGUES.en;

describe("messages", () => {
  it("registers every file of texts", () => {
    const files = readdirSync(path.join(projectRoot, "lib/i18n/messages/en"))
      .filter((file) => file.endsWith(".json"))
      .map((file) => file.replace(/\.json$/, ""));
    expect(Object.keys(messages).sort()).toEqual(files.sort());
  });

  it("holds no empty text", () => {
    const texts = Object.entries(messages).flatMap(([name, tree]) => keysOf(tree, name));
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.length).toBeGreaterThan(40);
  });

  it("never says tenant or organisation to a person", () => {
    expect(JSON.stringify(messages)).not.toMatch(/\b(tenant|organi[sz]ation)s?\b/i);
  });
});

describe("languages", () => {
  it("takes the first one it speaks, else English", () => {
    expect(pickLocale([null, "xx-XX", "en-GB"])).toBe("en");
    expect(pickLocale([])).toBe("en");
  });

  it("knows which scripts run from right to left", () => {
    expect(["ar-EG", "he", "fa", "ur-PK"].map(directionOf)).toEqual(["rtl", "rtl", "rtl", "rtl"]);
    expect(["en", "ja", "es-AR"].map(directionOf)).toEqual(["ltr", "ltr", "ltr"]);
  });
});
