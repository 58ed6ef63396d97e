import { describe, expect, it } from "vitest";
import { cutAtLinks } from "@/lib/mailbox/rules";

describe("cutAtLinks", () => {
  it("finds addresses and leaves the rest as it is", () => {
    const text =
      "Confirm: http://archipelago.localhost:3000/auth/confirm?token_hash=ab&type=signup.\n\nBye (https://a.example/x).";
    const pieces = cutAtLinks(text);
    expect(pieces.map(({ text: part }) => part).join("")).toBe(text);
    expect(pieces.filter(({ href }) => href).map(({ href }) => href)).toEqual([
      "http://archipelago.localhost:3000/auth/confirm?token_hash=ab&type=signup",
      "https://a.example/x",
    ]);
  });

  it("follows nothing but http", () => {
    expect(cutAtLinks("javascript:alert(1) mailto:a@b.c")).toEqual([
      { text: "javascript:alert(1) mailto:a@b.c", href: null, at: 0 },
    ]);
    expect(cutAtLinks("")).toEqual([]);
  });
});
