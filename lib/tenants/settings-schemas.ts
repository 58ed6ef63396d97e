import { z } from "zod";
import { cleanText, countCharacters } from "@/lib/text/characters";
import { lineField } from "@/lib/text/fields";
import { isTimeZone } from "@/lib/time/zones";
import { JOIN_POLICIES, PRIVACIES } from "./choices";
import { findSlugText } from "./create-rules";

export const DESCRIPTION_MAX = 10_000;
export const RULES_MAX = 20_000;

function textField(max: number) {
  return z
    .string()
    .transform((text) => cleanText(text).trim())
    .refine((text) => countCharacters(text) <= max, "too_long");
}

/**
 * Changed settings of a community; `version` is the one that the person saw. Nobody can ask to join what nobody can
 * see, nor find it: a secret community is by invitation and stands in no directory.
 */
export const settingsInput = z
  .strictObject({
    name: lineField(80).refine((name) => name !== "", "required"),
    tagline: lineField(160),
    description: textField(DESCRIPTION_MAX),
    rules: textField(RULES_MAX),
    locale: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
    time_zone: z.string().refine(isTimeZone, "time_zone_unknown"),
    accent: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^#[0-9a-f]{6}$/, "accent_invalid"),
    privacy: z.enum(PRIVACIES),
    join_policy: z.enum(JOIN_POLICIES).optional(),
    listed: z.literal("on").optional(),
    ai_allowed: z.literal("on").optional(),
    version: z.coerce.number().int().min(1),
  })
  .transform(({ listed, ai_allowed, join_policy, ...input }) => {
    const secret = input.privacy === "secret";
    return {
      ...input,
      listed: listed === "on" && !secret,
      ai_allowed: ai_allowed === "on",
      join_policy: secret ? ("invite" as const) : (join_policy ?? "invite"),
    };
  });
export type SettingsInput = z.output<typeof settingsInput>;

/** What the settings of a community are now. */
export const communitySettingsSchema = z.object({
  name: z.string(),
  tagline: z.string(),
  description: z.string(),
  rules: z.string(),
  locale: z.string(),
  time_zone: z.string(),
  accent: z.string(),
  privacy: z.enum(PRIVACIES),
  join_policy: z.enum(JOIN_POLICIES),
  listed: z.boolean(),
  /** Whether texts that a member may read may be shown to a provider for suggestions to that member. */
  ai_allowed: z.boolean(),
  version: z.number().int(),
});
export type CommunitySettings = z.infer<typeof communitySettingsSchema>;

const slug = z
  .string({ error: "required" })
  .trim()
  .toLowerCase()
  .superRefine((value, ctx) => {
    const message = value === "" ? "required" : findSlugText(value);
    if (message) ctx.addIssue({ code: "custom", message });
  });

/** A change of address; it is typed twice, because old links then lead through a redirect. */
export const renameInput = z
  .strictObject({ slug, again: z.string().trim().toLowerCase() })
  .refine(({ slug: wanted, again }) => wanted === again, { path: ["again"], message: "slug_differs" });
export type RenameInput = z.output<typeof renameInput>;

/** Removing the sample posts takes nothing to say. */
export const removeSamplesInput = z.strictObject({});

/** How many sample posts, and comments on them, were removed. */
export const removedSamplesSchema = z.object({ posts: z.number().int(), comments: z.number().int() });
export type RemovedSamples = z.infer<typeof removedSamplesSchema>;
