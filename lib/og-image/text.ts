import type { Coverage } from "./fonts";

/** Longest title that is looked at, in characters as readers count them. */
const MOST_CHARACTERS = 240;
const MOST_UNITS = 2_000;
const MOST_MARKS = 2;

const JOINERS = new Set(["\u200c", "\u200d"]);
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** What a reader sees as single characters. */
export function splitCharacters(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/**
 * A title as a picture can show it: one line of text without control characters, with at most two marks on a letter,
 * and only what the fonts can draw. Empty where they lack one letter in ten: half a word is worse than none.
 */
export function drawableText(text: string, covered: Coverage): string {
  const line = text
    .slice(0, MOST_UNITS)
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
  const characters = splitCharacters(line.trim()).slice(0, MOST_CHARACTERS);
  const drawn = characters.map((character) => drawableCharacter(character, covered));
  const isLetter = (character: string) => /[\p{L}\p{N}]/u.test(character);
  const missing = characters.filter((character, index) => isLetter(character) && !drawn[index]).length;
  if (missing * 10 > characters.filter(isLetter).length) return "";
  return drawn.join("").replace(/ +/g, " ").trim();
}

function drawableCharacter(character: string, covered: Coverage): string {
  let marks = 0;
  const points = [...character].filter((point) => {
    if (JOINERS.has(point)) return true;
    if (!covered.has(point.codePointAt(0) ?? 0) || /[\p{Cf}\p{Co}\p{Cn}\p{Me}]/u.test(point)) return false;
    if (/\p{Mn}/u.test(point)) marks += 1;
    return marks <= MOST_MARKS;
  });
  // What is left of a character whose letter is missing would sit on its neighbour.
  return points.length > 0 && !/^[\p{M}\u200c\u200d]/u.test(points[0] ?? "") ? points.join("") : "";
}

const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u;

/** Which way a text runs, by its first letter; null where it has none. */
export function directionOfText(text: string): "ltr" | "rtl" | null {
  const letter = /\p{L}/u.exec(text)?.[0];
  if (letter === undefined) return null;
  return RIGHT_TO_LEFT.test(letter) ? "rtl" : "ltr";
}

/** A text as Pango markup that says nothing but itself. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
