import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderMarkdown } from "@/lib/markdown/render";
import {
  addPicture,
  describePicture,
  listPictures,
  removePicture,
  swapPictures,
  type TextChange,
  writePicture,
} from "@/lib/media/in-text";

const one = "/media/0192a1b2-0000-7000-8000-000000000001/800x600.webp";
const two = "/media/0192a1b2-0000-7000-8000-000000000002/640x480.webp";
const apply = (text: string, { from, to, insert }: TextChange) =>
  text.slice(0, from) + insert + text.slice(to);
const need = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("missing");
  return value;
};

describe("pictures in a text", () => {
  it("are those of ours, in its order", () => {
    const text = `Hello ![a](${two}) and ![b](https://elsewhere.example/x.png)\n\n![](${one})`;
    expect(listPictures(text).map(({ src, alt }) => [src, alt])).toEqual([
      [two, "a"],
      [one, ""],
    ]);
  });

  it("keep any words, in the list and on the page", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (words) => {
        const alt = words.replace(/\s+/g, " ");
        const [found] = listPictures(`x ${writePicture(one, words)} y`);
        expect(found?.alt).toBe(alt);
      }),
    );
    const html = renderMarkdown(writePicture(one, "a [b] \\ `c` *d* ](x)"));
    expect(html.match(/<img/g)).toHaveLength(1);
    expect(html).toContain(one);
    expect(html).toContain('alt="a [b] \\ &#x60;c&#x60; *d* ](x)"');
  });

  it("stand in a paragraph of their own, after the line one is in", () => {
    expect(apply("", addPicture("", 0, one))).toBe(`![](${one})\n\n`);
    expect(apply("Hello", addPicture("Hello", 2, one))).toBe(`Hello\n\n![](${one})\n\n`);
    expect(apply("A\nB\n\nC", addPicture("A\nB\n\nC", 3, one))).toBe(`A\nB\n\n![](${one})\n\nC`);
  });

  it("are described, moved and taken out where they stand", () => {
    const text = `A\n\n![](${one})\n\nB\n\n![x](${two})\n\nC`;
    const [first, second] = listPictures(text).map(need);
    expect(apply(text, describePicture(need(first), "A pier"))).toContain(`![A pier](${one})`);
    expect(apply(text, swapPictures(text, need(second), need(first)))).toBe(
      `A\n\n![x](${two})\n\nB\n\n![](${one})\n\nC`,
    );
    expect(apply(text, removePicture(text, need(first)))).toBe(`A\n\nB\n\n![x](${two})\n\nC`);
    const inline = `Look ![a](${one}) here`;
    expect(apply(inline, removePicture(inline, need(listPictures(inline)[0])))).toBe("Look  here");
  });
});
