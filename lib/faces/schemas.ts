import { z } from "zod";
import { cleanText, countCharacters } from "@/lib/text/characters";
import { lineField } from "@/lib/text/fields";
import { FACE_BIO_MAX, FACE_NAME_MAX } from "./limits";

/** How somebody shows themselves in one community. */
export const faceInput = z.strictObject({
  display_name: lineField(FACE_NAME_MAX).refine((name) => name !== "", "required"),
  bio: z
    .string()
    .transform((text) => cleanText(text).trim())
    .refine((text) => countCharacters(text) <= FACE_BIO_MAX, "too_long"),
});
export type FaceInput = z.output<typeof faceInput>;

export const faceSchema = z.object({ display_name: z.string(), bio: z.string() });
export type Face = z.infer<typeof faceSchema>;
