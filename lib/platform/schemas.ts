import { z } from "zod";
import { cursorSchema } from "@/lib/feed/cursor";
import { communityCardSchema } from "@/lib/tenants/schemas";
import { cleanText, countCharacters } from "@/lib/text/characters";

export const PLATFORM_PAGE_SIZE = 50;

/** A community as the staff see it. */
export const platformCommunitySchema = communityCardSchema.extend({
  member_count: z.number().int(),
  post_count: z.number().int(),
  tier: z.string(),
  isolation: z.string(),
  region: z.string(),
  created_at: z.string(),
});
export type PlatformCommunity = z.infer<typeof platformCommunitySchema>;

/** The answer of `platform_communities`. */
export const platformAnswerSchema = z.object({ items: z.array(platformCommunitySchema) });

/** The address of the list: what is searched for, and where the page begins. */
export const platformQuerySchema = z.object({
  q: z.string().max(80).catch(""),
  before: cursorSchema.optional().catch(undefined),
});

/** Pausing a community or bringing it back; the reason goes into the audit log. */
export const communityStatusInput = z.strictObject({
  id: z.uuid(),
  status: z.enum(["active", "suspended"]),
  reason: z
    .string()
    .transform((text) => cleanText(text).trim())
    .refine((text) => countCharacters(text) >= 3 && countCharacters(text) <= 500, "reason_needed"),
});
export type CommunityStatusInput = z.output<typeof communityStatusInput>;
