import { z } from "zod";
import { MEMBERSHIP_STATUSES } from "@/lib/auth/roles";
import { cleanText, countCharacters } from "@/lib/text/characters";
import { lineField } from "@/lib/text/fields";
import { findTimeZone } from "@/lib/time/zones";
import { APPEARANCES } from "./choices";

const BIO_MAX = 2000;

/** An empty choice means "as the community or browser has it". */
const emptyIsNull = (text: string) => (text === "" ? null : text);

/** A box that is not ticked is not sent. */
const box = z
  .literal("on")
  .optional()
  .transform((ticked) => ticked === "on");

/** A changed profile. `version` is the one that the person saw. */
export const profileInput = z.strictObject({
  display_name: lineField(80).refine((name) => name !== "", "required"),
  bio: z
    .string()
    .transform((text) => cleanText(text).trim())
    .refine((text) => countCharacters(text) <= BIO_MAX, "too_long"),
  locale: z
    .string()
    .regex(/^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$/)
    .transform(emptyIsNull),
  time_zone: z
    .string()
    .max(100)
    .refine((name) => name.trim() === "" || findTimeZone(name) !== null, "time_zone_unknown")
    .transform(findTimeZone),
  appearance: z.enum(APPEARANCES),
  shortcuts: box,
  ai_help: box,
  ai_texts: box,
  primary_tenant_id: z.union([z.literal(""), z.uuid()]).transform(emptyIsNull),
  version: z.coerce.number().int().min(1),
});
export type ProfileInput = z.output<typeof profileInput>;

/**
 * What of a profile comes along from an export. What somebody agreed to about AI does not: that was said to where the
 * export was made.
 */
export const takenProfileInput = profileInput
  .pick({ display_name: true, bio: true, locale: true, time_zone: true, appearance: true })
  .extend({ shortcuts: z.boolean() });
export type TakenProfile = z.input<typeof takenProfileInput>;

/** One's own profile with the communities that could be home. */
export const myProfileSchema = z.object({
  display_name: z.string(),
  bio: z.string(),
  locale: z.string().nullable(),
  time_zone: z.string().nullable(),
  appearance: z.enum(APPEARANCES),
  shortcuts: z.boolean(),
  /** Whether a provider may be asked for suggestions to this person; whether what they organise may be shown to one. */
  ai_help: z.boolean(),
  ai_texts: z.boolean(),
  primary_tenant_id: z.uuid().nullable(),
  version: z.number().int(),
  memberships: z.array(
    z.object({
      tenant_id: z.uuid(),
      status: z.enum(MEMBERSHIP_STATUSES),
      tenant: z.object({ name: z.string() }).nullable(),
    }),
  ),
});
export type MyProfile = z.infer<typeof myProfileSchema>;
