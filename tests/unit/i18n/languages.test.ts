import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { CATALOGUES } from "@/lib/i18n/messages";

type Part = ReturnType<IntlMessageFormat["getAst"]>[number];
type Tree = { [key: string]: string | Tree };

/** Texts by path. */
function textsOf(tree: Tree, prefix = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") found.set(prefix + key, value);
    else for (const [path, text] of textsOf(value, `${prefix}${key}.`)) found.set(path, text);
  }
  return found;
}

/** What a text needs from its caller, and the forms of its plurals. */
function needsOf(parts: Part[]): { names: Set<string>; plurals: string[][] } {
  const names = new Set<string>();
  const plurals: string[][] = [];
  const visit = (part: Part): void => {
    if ("value" in part && part.type !== 0) names.add(part.value);
    if ("children" in part) part.children.forEach(visit);
    if (!("options" in part) || !part.options) return;
    if (part.type === 6) plurals.push(Object.keys(part.options));
    for (const { value } of Object.values(part.options)) value.forEach(visit);
  };
  parts.forEach(visit);
  return { names, plurals };
}

// "many" of Spanish is for a million and more written in words.
function pluralsOf(locale: string): string[] {
  const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
  return locale === "es" ? pluralCategories.filter((form) => form !== "many") : pluralCategories;
}

const english = textsOf(CATALOGUES.en);

describe.each(LOCALES.filter((locale) => locale !== "en"))("the texts in %s", (locale) => {
  const texts = textsOf(CATALOGUES[locale]);

  it("are the same as in English, none missing and none more", () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
    expect([...texts].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("take the same names and tags, and have the plural forms of the language", () => {
    const wrong = [...texts].flatMap(([path, text]) => {
      const mine = needsOf(new IntlMessageFormat(text, locale).getAst());
      const theirs = needsOf(new IntlMessageFormat(english.get(path) ?? "", "en").getAst());
      const forms = mine.plurals.every((given) => pluralsOf(locale).every((form) => given.includes(form)));
      const same = [...mine.names].sort().join() === [...theirs.names].sort().join();
      return same && forms ? [] : [`${path}: ${text}`];
    });
    expect(wrong).toEqual([]);
  });
});
