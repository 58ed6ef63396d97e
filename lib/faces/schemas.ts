import { z } from "zod";
import { parseTags } from "@/lib/posts/tags";
import { cleanText, countCharacters } from "@/lib/text/characters";
import { lineField } from "@/lib/text/fields";
import { AUDIENCES, CITY_MAX, FACE_BIO_MAX, FACE_NAME_MAX, WORD_MAX, WORDS_MAX } from "./limits";

/** Words separated by commas, each once however it is written. */
const wordsField = z
  .string()
  .max(1000)
  .transform((text) => parseTags(text.normalize("NFC")))
  .refine((words) => words.length <= WORDS_MAX, "too_many_words")
  .refine((words) => words.every((word) => countCharacters(word) <= WORD_MAX), "word_too_long");

const audience = z.enum(AUDIENCES);

/** A box that is not ticked is not sent. */
const tick = z
  .literal("on")
  .optional()
  .transform((ticked) => ticked === "on");

/** How somebody shows themselves in one community: everything there is, each part with who sees it. */
export const faceInput = z.strictObject({
  display_name: lineField(FACE_NAME_MAX).refine((name) => name !== "", "required"),
  bio: z
    .string()
    .transform((text) => cleanText(text).trim())
    .refine((text) => countCharacters(text) <= FACE_BIO_MAX, "too_long"),
  city: lineField(CITY_MAX).transform((city) => city.normalize("NFC")),
  city_for: audience,
  skills: wordsField,
  skills_for: audience,
  interests: wordsField,
  interests_for: audience,
  listed: tick,
  shows_membership: tick,
});
export type FaceInput = z.output<typeof faceInput>;

const knownWords = z.array(z.object({ label: z.string() }).transform(({ label }) => label));

/** One's own face, with words that others in the community use. */
export const faceSchema = z.object({
  display_name: z.string(),
  bio: z.string(),
  city: z.string(),
  city_for: audience,
  skills: z.array(z.string()),
  skills_for: audience,
  interests: z.array(z.string()),
  interests_for: audience,
  listed: z.boolean(),
  shows_membership: z.boolean(),
  known_cities: knownWords,
  known_words: knownWords,
});
export type Face = z.infer<typeof faceSchema>;
