import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { excerpt } from "@/lib/markdown/excerpt";

describe("excerpt", () => {
  test.each([
    ["**Bold**, _soft_, ~~gone~~ and [a link](https://a.example)", "Bold, soft, gone and a link"],
    ["We need:\n\n- oars.\n- tea", "We need: oars. tea"],
    ["# Title\n\nText\n\n- one\n- two", "Title · Text · one · two"],
    ["- [x] milk\n- [ ] seeds", "milk · seeds"],
    ["> quoted\n\n1. first", "quoted · first"],
    ["![picture](https://a.example/x.png)After", "After"],
    ["[Rust][rust] is here", "Rust is here"],
    ["Use `Vec<T>` now", "Use Vec<T> now"],
    ["<b onclick=x>bold</b> <!-- note -->text", "bold text"],
    ["a < b and c > d", "a < b and c > d"],
    ["a &amp; b &copy; c", "a & b © c"],
    ["line\nnext  \nlast", "line next last"],
    ["| a | b |\n|--|--|\n| 1 | 2 |", "a · b · 1 · 2"],
    ["Before\n\n```js\nlet a\n```\n\nAfter", "Before · After"],
    ["```js\nlet a = 1;\n```", "let a = 1;"],
    ["[x](javascript:alert(1))", "x"],
    ["", ""],
  ])("%j reads %j", (source, expected) => {
    expect(excerpt(source, 200)).toBe(expected);
  });

  test("cuts at a space and says that there is more", () => {
    expect(excerpt("The quick brown fox jumps over", 18)).toBe("The quick brown…");
    expect(excerpt("The quick brown fox", 19)).toBe("The quick brown fox");
  });

  test("cuts Japanese where there are no spaces", () => {
    expect(excerpt("日本語の文章です。次の文です。", 9)).toBe("日本語の文章です…");
  });

  test("reads only the beginning of a long text", () => {
    expect(excerpt("word ".repeat(1_000_000), 280)).toMatch(/^(word ){50,}word…$/);
  });

  test("a family stays together", () => {
    const family = "👩‍👩‍👧‍👦";
    expect(excerpt(family.repeat(5), family.length * 2 + 3)).toBe(`${family.repeat(2)}…`);
  });

  test("never splits what a reader sees as one character, never grows", () => {
    const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 80 }),
        fc.integer({ min: 1, max: 60 }),
        (text, max) => {
          const short = excerpt(text, max);
          expect(short.isWellFormed()).toBe(true);
          expect(short.length).toBeLessThanOrEqual(max + 1);
          expect([...graphemes.segment(short)].length).toBeLessThanOrEqual(max + 1);
        },
      ),
    );
  });
});
