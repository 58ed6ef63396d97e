import { z } from "zod";
import { cleanText, countCharacters } from "./characters";

/** Markdown that somebody wrote: kept as typed, up to `max` characters, not only white space. */
export function bodyField(max: number) {
  return z
    .string()
    .transform(cleanText)
    .refine((text) => text.trim() !== "", "required")
    .refine((text) => countCharacters(text) <= max, "too_long");
}

/** A line of text without white space around it, up to `max` characters. */
export function lineField(max: number) {
  return z
    .string()
    .transform((text) => cleanText(text).replace(/\s+/g, " ").trim())
    .refine((text) => countCharacters(text) <= max, "too_long");
}

/** Such a line where an empty one means that there is none. */
export function optionalLineField(max: number) {
  return lineField(max)
    .transform((text) => (text === "" ? null : text))
    .nullish()
    .transform((text) => text ?? null);
}
