import { z } from "zod";
import { MEMBERSHIP_STATUSES, ROLES } from "@/lib/auth/roles";

const rulesVersion = z.coerce.number().int().min(1).max(1_000_000_000);

/** The form at the door. `rules` is the tick that accepts them, as they were in `version`. */
export const joinSchema = z
  .strictObject({ rules: z.literal("on").optional(), version: rulesVersion.optional() })
  .transform(({ rules, version }) => ({ rules: rules ? (version ?? null) : null }));

/** A member's yes to the rules of this version. */
export const acceptRulesSchema = z.strictObject({ version: rulesVersion });

export const nothingSchema = z.strictObject({});

/** What a membership became. */
export const membershipStatusSchema = z.enum(MEMBERSHIP_STATUSES);

/** What those who look after a community do with a member. */
export const setMemberSchema = z.strictObject({
  userId: z.uuid(),
  role: z.enum(ROLES).optional(),
  status: z.enum(["active", "suspended", "removed"]).optional(),
});
export type SetMemberInput = z.output<typeof setMemberSchema>;

/** A member as a list of members shows them. */
export const memberCardSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  avatar: z.string().nullable(),
  role: z.enum(ROLES),
  status: membershipStatusSchema,
  joined_at: z.string(),
  /** The beginning of what they wrote about themselves here. */
  bio: z.string(),
  /** Named by an imported archive; nobody signs in as them. */
  imported: z.boolean(),
  /** What of the rest they let this viewer see; "" and empty for nothing. */
  city: z.string().default(""),
  skills: z.array(z.string()).default([]),
  interests: z.array(z.string()).default([]),
  /** Asked to be left out of the list; moderators and they themselves are told. */
  unlisted: z.boolean().default(false),
});
export type MemberCard = z.infer<typeof memberCardSchema>;

const choiceSchema = z.object({ key: z.string(), label: z.string(), count: z.number().int().nullable() });
/** A word that the list can be narrowed to, and how many that would leave; null where nobody counted. */
export type MemberChoice = z.infer<typeof choiceSchema>;

/** What the list can be narrowed to. Figures are exact or left out; letters are there for the whole list alone. */
export const memberChoicesSchema = z.object({
  roles: z.record(z.enum(ROLES), z.number().int().nullable()),
  tags: z.array(choiceSchema),
  cities: z.array(choiceSchema),
  letters: z.array(z.string()).optional(),
});
export type MemberChoices = z.infer<typeof memberChoicesSchema>;

/**
 * A page of members. `waiting` are the oldest requests, for those who answer them; `waiting_shares` counts the posts at
 * the door, of which 100 stands for more.
 */
export const membersAnswerSchema = z.object({
  items: z.array(memberCardSchema),
  next: z.object({ at: z.string(), id: z.uuid() }).nullable(),
  waiting: z.array(memberCardSchema).optional(),
  waiting_shares: z.number().int().optional(),
  choices: memberChoicesSchema.optional(),
});
export type MemberPage = z.infer<typeof membersAnswerSchema>;

/** Query of `GET /api/v1/members`. */
export const memberQuerySchema = z.strictObject({ q: z.string().trim().min(1).max(80) });

/** Its answer: few members whose name holds the query, the newest first. */
export interface FoundMembers {
  members: Pick<MemberCard, "id" | "name" | "role">[];
}

/** Makes a link for an imported person. */
export const offerClaimSchema = z.strictObject({ userId: z.uuid() });

/** Spends the code of such a link. */
export const claimSchema = z.strictObject({ code: z.string().min(1).max(200) });
