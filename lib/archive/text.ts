import { z } from "zod";

/** Characters as PostgreSQL counts them: code points, not UTF-16 units. */
export function countCharacters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    // The second half of a pair is no character of its own.
    const unit = text.charCodeAt(at);
    if (unit < 0xdc00 || unit > 0xdfff) count += 1;
  }
  return count;
}

const number = new Intl.NumberFormat("en");

/** Why a text cannot be kept byte for byte within `min` to `max` characters; undefined when it can. */
export function findTextProblem(text: string, min: number, max: number): string | undefined {
  if (text.includes("\0")) return "holds the character U+0000, which no database text can keep";
  if (!text.isWellFormed())
    return "holds half of a surrogate pair (\\ud800 to \\udfff), which is no character";
  const count = text.length <= max ? text.length : countCharacters(text);
  if (count < min) return "is empty";
  if (count > max)
    return `has ${number.format(count)} characters, at most ${number.format(max)} are possible`;
  return undefined;
}

/** Text of `min` to `max` characters that a database keeps byte for byte. */
export function limitedText(min: number, max: number) {
  return z.string().refine((text) => findTextProblem(text, min, max) === undefined, {
    error: (issue) => findTextProblem(String(issue.input), min, max),
  });
}
