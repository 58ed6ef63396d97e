import { z } from "zod";
import { cleanText, countCharacters } from "@/lib/text/characters";
import { COMPANION_ROLES, JOURNEY_ROLES } from "./choices";

export const inviteInput = z.strictObject({
  journey: z.uuid(),
  role: z.enum(COMPANION_ROLES),
  days: z.coerce.number().int().min(1).max(60).default(7),
});
export type InviteInput = z.output<typeof inviteInput>;

export const revokeInviteInput = z.strictObject({ journey: z.uuid(), id: z.uuid() });

/** Without a role the companion is taken off. */
export const companionInput = z.strictObject({
  journey: z.uuid(),
  person: z.uuid(),
  role: z.enum(COMPANION_ROLES).optional(),
});
export type CompanionInput = z.output<typeof companionInput>;

export const voteInput = z.strictObject({
  journey: z.uuid(),
  id: z.uuid(),
  vote: z.union([z.literal(1), z.literal(-1)]).nullable(),
});

export const commentInput = z.strictObject({
  journey: z.uuid(),
  id: z.uuid(),
  activity: z.uuid().optional(),
  body: z
    .string()
    .transform((text) => cleanText(text).trim())
    .refine((text) => text !== "", "required")
    .refine((text) => countCharacters(text) <= 2000, "too_long"),
});
export type CommentInput = z.output<typeof commentInput>;

/** Somebody who is to be invited by name. */
export const inviteByNameInput = z.strictObject({
  journey: z.uuid(),
  person: z.uuid(),
  role: z.enum(COMPANION_ROLES),
});
export type InviteByNameInput = z.output<typeof inviteByNameInput>;

export const withdrawInput = z.strictObject({ journey: z.uuid(), person: z.uuid() });

/** An answer to an invitation by name. */
export const answerInput = z.strictObject({ journey: z.uuid(), answer: z.enum(["yes", "no"]) });

/** Query of `GET /api/journeys/<id>/people`. */
export const choicesQuerySchema = z.strictObject({ id: z.uuid(), q: z.string().max(80).default("") });

/** Fellow members whose name begins as asked, and what each is to the journey already. */
export const companionChoicesSchema = z.array(
  z.object({
    id: z.uuid(),
    name: z.string(),
    avatar: z.string().nullable(),
    /** Name of a community of both. */
    community: z.string(),
    standing: z.enum(["companion", "invited", "declined"]).nullable(),
  }),
);
export type CompanionChoice = z.infer<typeof companionChoicesSchema>[number];

export const joinInput = z.strictObject({ code: z.string().min(1).max(200) });

/** The answer of `journey_invitation` and `invitation_to_me`; null where there is no invitation (any more). */
export const invitationSchema = z
  .object({
    journey_id: z.uuid(),
    title: z.string(),
    role: z.enum(COMPANION_ROLES),
    owner: z.string(),
    starts_on: z.string().nullable(),
    ends_on: z.string().nullable(),
    /** What one is to it already. */
    mine: z.enum(JOURNEY_ROLES).nullable(),
  })
  .nullable();
export type JourneyInvitation = z.infer<typeof invitationSchema>;

export const calendarInput = z.strictObject({ journey: z.uuid() });
