import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bringText, readBroughtText } from "@/lib/drafts/brought-text";

const hashOf = (address: string) => new URL(address, "https://network.test").hash;

describe("a text that an address brings", () => {
  it("arrives as it was written, whatever it holds, and stands in no part that is sent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }), (text) => {
        const address = bringText("/go/harbour", text);
        const { pathname, search } = new URL(address, "https://network.test");
        expect(pathname + search).toBe("/go/harbour");
        expect(readBroughtText(hashOf(address))).toBe(text.trim() || null);
      }),
    );
  });

  it("is read from its own mark alone, and cut where it is too long", () => {
    for (const hash of ["", "#", "#write", "#write=", "#write=%20", "#comment-1", "#write=%E0%A4"])
      expect(readBroughtText(hash)).toBeNull();
    expect(readBroughtText(hashOf(bringText("/", "潮".repeat(6000))))).toBe("潮".repeat(5000));
  });
});
