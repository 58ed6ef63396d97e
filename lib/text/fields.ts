import { z } from "zod";
import { cleanLine, cleanText, countCharacters } from "./characters";

/** Markdown that somebody wrote: kept as typed, up to `max` characters, not only white space. */
export function bodyField(max: number) {
  return z
    .string()
    .transform(cleanText)
    .refine((text) => text.trim() !== "", "required")
    .refine((text) => countCharacters(text) <= max, "too_long");
}

/** A line of text (see `cleanLine`), up to `max` characters. */
export function lineField(max: number) {
  return z
    .string()
    .transform(cleanLine)
    .refine((text) => countCharacters(text) <= max, "too_long");
}

/** Such a line where an empty one means that there is none. */
export function optionalLineField(max: number) {
  return lineField(max)
    .transform((text) => (text === "" ? null : text))
    .nullish()
    .transform((text) => text ?? null);
}
