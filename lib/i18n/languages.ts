import { remember } from "@/lib/cache/remember";
import { LOCALES } from "./locales";

/** Languages that communities here are asked about first; any other can be set by its code. */
const TAGS = [
  "ar",
  "bg",
  "bn",
  "ca",
  "cs",
  "da",
  "de",
  "el",
  "en",
  "es",
  "et",
  "eu",
  "fa",
  "fi",
  "fr",
  "ga",
  "gl",
  "gu",
  "he",
  "hi",
  "hr",
  "hu",
  "hy",
  "id",
  "is",
  "it",
  "ja",
  "ka",
  "kn",
  "ko",
  "lt",
  "lv",
  "mk",
  "ml",
  "mr",
  "ms",
  "nb",
  "nl",
  "pa",
  "pl",
  "pt",
  "pt-BR",
  "ro",
  "ru",
  "sk",
  "sl",
  "sq",
  "sr",
  "sv",
  "sw",
  "ta",
  "te",
  "th",
  "tl",
  "tr",
  "uk",
  "ur",
  "vi",
  "zh-Hans",
  "zh-Hant",
] as const;

export interface LanguageChoice {
  tag: string;
  /** In the language itself. */
  name: string;
}

function findName(tag: string): string {
  try {
    const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    return tag;
  }
}

/**
 * A language by its own name: "español" for `es`. The tag itself where the runtime knows no name. To ask the runtime
 * takes as long as to draw a good part of a page.
 */
export const languageName = remember(500, findName);

/** Languages to choose from by their own names, and the given one even where it is not among them. */
export function listLanguages(current?: string | null): LanguageChoice[] {
  const tags = new Set<string>(TAGS);
  if (current) tags.add(current);
  return [...tags]
    .map((tag) => ({ tag, name: languageName(tag) }))
    .sort((one, other) => one.name.localeCompare(other.name, "en"));
}

/** Languages that the app speaks by their own names, and the given one even where it is not among them. */
export function listSpoken(current: string | null): LanguageChoice[] {
  const tags = new Set<string>(LOCALES);
  if (current) tags.add(current);
  return [...tags].map((tag) => ({ tag, name: languageName(tag) }));
}
