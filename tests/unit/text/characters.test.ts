import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseTags } from "@/lib/posts/tags";
import { cleanLine } from "@/lib/text/characters";
import { lineField } from "@/lib/text/fields";
import { hostileNames } from "../../support/hostile-names";

const DISTURBING = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b]/u;

describe("a line of text", () => {
  test.each([
    ["  two \t words\r\n", "two words"],
    ["a\u2028b\u2029c\ufeffd", "a b c d"],
    ["\u202egnp.exe", "gnp.exe"],
    ["ab\u200bcd\0\u0007", "abcd"],
    ["a\u0007b", "a b"],
    ["\u3164\u115f\u2800", ""],
    ["\u2067سلمى\u2069", "سلمى"],
    ["=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"],
  ])("%j becomes %j", (given, kept) => {
    expect(cleanLine(given)).toBe(kept);
  });

  test.each([
    "Nguyễn Thị Ánh",
    "Nguyễn Thị Ánh".normalize("NFD"),
    "שָׁלוֹם עֲלֵיכֶם",
    "ٱلسَّلَامُ عَلَيْكُمْ",
    "ကြွေးကြော်",
    "བརྒྱད་",
    "हिन्दी क्षत्रिय",
    "می‌خواهم",
    "👨‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "Мария 李 Ana",
  ])("keeps %s as it is written", (name) => {
    expect(cleanLine(name)).toBe(name);
  });

  test("has room for the marks of a language, and no tower of them", () => {
    const tower = `Z${"\u0301".repeat(500)}oe\u0301`;
    expect(cleanLine(tower)).toBe(`Z${"\u0301".repeat(6)}oe\u0301`);
    expect(lineField(20).parse(tower)).toBe(cleanLine(tower));
  });

  test("is never turned, hidden, or different when it is cleaned again", () => {
    const text = fc.oneof(fc.constantFrom(...hostileNames), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (parts) => {
        const line = cleanLine(parts.join(""));
        expect(line).not.toMatch(DISTURBING);
        expect(line).not.toMatch(/^\s|\s$|\s\s|\p{M}{7}/u);
        expect(cleanLine(line)).toBe(line);
      }),
      { numRuns: 200 },
    );
  });

  test("stands in tags as well", () => {
    expect(parseTags("#\u202etide, \u3164, tide\u200b")).toEqual(["tide"]);
  });
});
