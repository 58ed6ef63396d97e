import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMoment } from "@/lib/format/time";
import { parseAcceptLanguage } from "@/lib/i18n/accept-language";
import { LOCALES, type Locale } from "@/lib/i18n/locales";
import { plainTag, regionalTag } from "@/lib/i18n/regional";

describe("the languages that a browser wants", () => {
  it.each([
    ["de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7", ["de-DE", "de", "en-US", "en"]],
    ["en;q=0.5, ja", ["ja", "en"]],
    ["es;q=0,ar", ["ar"]],
    ["*, en-GB ; q=0.1", ["en-GB"]],
    ["en;q=many, <script>", []],
    ["", []],
  ])("%s", (header, tags) => {
    expect(parseAcceptLanguage(header)).toEqual(tags);
  });

  it("are none without a header", () => {
    expect(parseAcceptLanguage(null)).toEqual([]);
  });
});

const NOON = new Date("2026-03-05T13:05:00Z");

describe("the region by which dates are written", () => {
  it.each<[Locale, string, string]>([
    ["en", "", "5 March 2026 at 13:05"],
    ["en", "en", "5 March 2026 at 13:05"],
    ["en", "en-US,en;q=0.9", "March 5, 2026 at 1:05 PM"],
    ["en", "de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7", "5 March 2026 at 13:05"],
    ["en", "hi-IN,en-IN;q=0.9", "5 March 2026 at 1:05 pm"],
    ["es", "en-US,en;q=0.9", "5 de marzo de 2026 a las 13:05"],
    ["es", "es-MX", "5 de marzo de 2026 a las 1:05 p.m."],
    ["ja", "ja-JP-u-ca-japanese", "2026年3月5日 13:05"],
    ["ar", "ar", "5 مارس 2026 في 1:05 م"],
    ["ar", "ar-EG", "٥ مارس ٢٠٢٦ في ١:٠٥ م"],
  ])("in %s with a browser of %j", (locale, header, written) => {
    const tag = regionalTag(locale, parseAcceptLanguage(header));
    const spaces = (text: string) => text.replace(/[\s\u200e\u200f]+/g, " ");
    expect(spaces(formatMoment(NOON, tag, "UTC", "datetime"))).toBe(spaces(written));
  });

  it("writes the Gregorian calendar and fixed digits whatever a header says", () => {
    const anyHeader = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom("ar-SA", "th-TH", "en-TH", "fa-IR", "ar-u-ca-islamic", "en-US", "es-419"))
        .map((tags) => tags.join(",")),
    );
    fc.assert(
      fc.property(fc.constantFrom(...LOCALES), anyHeader, (locale, header) => {
        const tag = regionalTag(locale, parseAcceptLanguage(header));
        const { calendar, numberingSystem } = new Intl.DateTimeFormat(tag).resolvedOptions();
        expect(calendar).toBe("gregory");
        expect(tag).toMatch(new RegExp(`-u-ca-gregory-nu-${numberingSystem}$`));
        expect(plainTag(tag)).toMatch(new RegExp(`^${locale}(-[A-Z0-9]{2,3})?$`));
      }),
    );
  });
});
