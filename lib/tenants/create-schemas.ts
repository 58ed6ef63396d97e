import { z } from "zod";
import { lineField } from "@/lib/text/fields";
import { isTimeZone } from "@/lib/time/zones";
import { JOIN_POLICIES, PRIVACIES } from "./choices";
import { findSlugText, type SlugText } from "./create-rules";
import { PURPOSE_CHOICES } from "./purposes";

const slug = z
  .string({ error: "required" })
  .trim()
  .superRefine((value, ctx) => {
    const message = value === "" ? "required" : findSlugText(value);
    if (message) ctx.addIssue({ code: "custom", message });
  });

/** What founding a community takes. Nobody can ask to join what nobody can see: a secret one is by invitation. */
export const createCommunityInput = z
  .strictObject({
    name: lineField(80).refine((name) => name !== "", "required"),
    slug,
    tagline: lineField(160).default(""),
    purpose: z.enum(PURPOSE_CHOICES).default("blank"),
    privacy: z.enum(PRIVACIES).default("public"),
    join_policy: z.enum(JOIN_POLICIES).default("open"),
    locale: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
      .default("en"),
    time_zone: z.string().refine(isTimeZone, "time_zone_unknown").default("UTC"),
    accent: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^#[0-9a-f]{6}$/, "accent_invalid"),
  })
  .transform((input) => (input.privacy === "secret" ? { ...input, join_policy: "invite" as const } : input));
export type CreateCommunityInput = z.output<typeof createCommunityInput>;

/** Query of `GET /api/slugs`. */
export const slugQuerySchema = z.strictObject({ slug: z.string().max(100) });

/** Whether an address may be had, and why not. */
export interface SlugAnswer {
  available: boolean;
  problem: SlugText | null;
}
