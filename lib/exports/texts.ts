import type { SectionName } from "@/lib/personal-data/sections";
import arabic from "./headings/ar.json";
import english from "./headings/en.json";
import spanish from "./headings/es.json";
import japanese from "./headings/ja.json";

const TEXTS = { ar: arabic, en: english, es: spanish, ja: japanese } as const;

/** The language of an export's readable pages: the person's own, else English. */
export function exportLanguage(locale: string | null): keyof typeof TEXTS {
  const language = locale?.split("-")[0] ?? "en";
  return language in TEXTS ? (language as keyof typeof TEXTS) : "en";
}

/** The heading of a section, or of the whole, in a language. */
export function exportText(locale: keyof typeof TEXTS, name: SectionName | "title"): string {
  return TEXTS[locale][name];
}
