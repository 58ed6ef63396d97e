import { hashText } from "./random";

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** One or two letters for a person without a picture: `Ana María Ruiz` is AR, `山田太郎` is 山. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s._-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const [first = "", last = ""] = [firstLetter(words[0]), firstLetter(words.length > 1 ? words.at(-1) : "")];
  // Two Han characters or two joined Arabic letters side by side read as a word of their own.
  return /^[\p{Lu}\p{Ll}\p{N}]/u.test(first) ? (first + last).toUpperCase() : first;
}

function firstLetter(word = ""): string {
  for (const { segment } of segmenter.segment(word)) {
    if (/[\p{L}\p{N}]/u.test(segment)) return segment;
  }
  return "";
}

/** Background and text colour for both themes, always the same for a name; contrast is at least 4.5:1. */
export function avatarTint(name: string): { backgroundColor: string; color: string } {
  const hue = (hashText(name) % 24) * 15;
  return {
    backgroundColor: `light-dark(oklch(0.905 0.034 ${hue}), oklch(0.36 0.05 ${hue}))`,
    color: `light-dark(oklch(0.36 0.07 ${hue}), oklch(0.9 0.05 ${hue}))`,
  };
}
