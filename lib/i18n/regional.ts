import { type Locale, languageOf } from "./locales";

/** Where nothing tells a region. The day stands before the month nearly everywhere that English is written. */
const HOME_REGION: Partial<Record<Locale, string>> = { en: "GB" };

/** Browsers everywhere add it behind their own language: there it says nothing about dates. */
const FALLBACK = "en-US";

/**
 * The tag by which dates and numbers are written for somebody: the language of the texts with the region that their
 * browser names for it, such as `es-MX`. `en-US` counts only where it is the first wish. The calendar is the Gregorian
 * one, by which communities write their dates, and the digits are those of CLDR for the tag; both stand in it, so that
 * a browser with other data writes what the server wrote.
 *
 * @param wished languages of the browser, the most wanted first
 */
export function regionalTag(locale: Locale, wished: readonly string[]): string {
  const region = wished
    .filter((tag, index) => index === 0 || tag.toLowerCase() !== FALLBACK.toLowerCase())
    .map((tag) => regionOf(tag, locale))
    .find((found) => found !== undefined);
  const base = [locale, region ?? HOME_REGION[locale]].filter(Boolean).join("-");
  const { numberingSystem } = new Intl.NumberFormat(base).resolvedOptions();
  return `${base}-u-ca-gregory-nu-${numberingSystem}`;
}

function regionOf(tag: string, locale: Locale): string | undefined {
  if (languageOf(tag) !== locale) return undefined;
  try {
    return new Intl.Locale(tag).region;
  } catch {
    return undefined;
  }
}

/** The tag by which dates are written in a language where nobody in particular reads them, as in a picture of a page. */
export function homeTag(tag: string): string {
  const region = tag === "en" ? HOME_REGION.en : undefined;
  return region ? `${tag}-${region}` : tag;
}

/** A tag without what concerns calendars and digits alone: for `lang`. */
export function plainTag(tag: string): string {
  return tag.split("-u-", 1)[0] ?? tag;
}
