/** Languages the app speaks. */
export const LOCALES = ["en", "es", "ar", "ja"] as const;
export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = "en";

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ps", "ur", "yi"]);

/** The language of a tag: `es` for `es-MX`. */
export function languageOf(tag: string): string {
  return tag.split("-", 1)[0]?.toLowerCase() ?? "";
}

/** The first wanted language that the app speaks. */
export function pickLocale(wanted: readonly (string | null | undefined)[]): Locale {
  for (const tag of wanted) {
    const found = LOCALES.find((locale) => tag && languageOf(tag) === locale);
    if (found) return found;
  }
  return DEFAULT_LOCALE;
}

/** Direction of a language's script. */
export function directionOf(tag: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(languageOf(tag)) ? "rtl" : "ltr";
}
