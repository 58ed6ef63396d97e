import { z } from "zod";
import { ADDRESSES_MAX_LENGTH } from "./addresses";
import { DAYS, INVITED_ROLES, USES } from "./choices";

const days = z.coerce
  .number()
  .pipe(z.union(DAYS.map((n) => z.literal(n))))
  .default(7);
const role = z.enum(INVITED_ROLES).default("member");

/** A link for whoever gets it. */
export const newLinkInput = z.strictObject({
  role,
  days,
  uses: z.coerce
    .number()
    .pipe(z.union(USES.map((n) => z.literal(n))))
    .default(25),
});
export type NewLinkInput = z.output<typeof newLinkInput>;

/** A link for each address of a list. */
export const personalLinksInput = z.strictObject({
  role,
  days,
  addresses: z.string().max(ADDRESSES_MAX_LENGTH, "addresses_many"),
});
export type PersonalLinksInput = z.output<typeof personalLinksInput>;

export const revokeInput = z.strictObject({ id: z.uuid() });

/** The form of who was invited. `rules` is the tick that accepts them, as they were in `version`. */
export const acceptInput = z
  .strictObject({
    code: z.string().min(1).max(200),
    rules: z.literal("on").optional(),
    version: z.coerce.number().int().min(1).max(1_000_000_000).optional(),
  })
  .transform(({ code, rules, version }) => ({ code, rules: rules ? (version ?? null) : null }));

/** A link that lets people in. The code itself is kept nowhere. */
export const invitationSchema = z.object({
  id: z.uuid(),
  role: z.enum(INVITED_ROLES),
  uses: z.number().int(),
  max_uses: z.number().int(),
  /** Made for one address. */
  personal: z.boolean(),
  expires_at: z.string(),
  created_at: z.string(),
  /** Who made it. */
  by: z.string(),
  /** False where its maker may no longer invite: it comes back with their power. */
  works: z.boolean(),
});
export type Invitation = z.infer<typeof invitationSchema>;

/** The answer of `list_invitations`. */
export const invitationsAnswerSchema = z.object({
  items: z.array(invitationSchema),
  next: z.object({ at: z.string(), id: z.uuid() }).nullable(),
});
export type InvitationPage = z.infer<typeof invitationsAnswerSchema>;

/** The answer of `invitation_page`: the community that a link leads to. */
export const invitedSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  tagline: z.string(),
  accent: z.string(),
  logo_path: z.string().nullable(),
  locale: z.string(),
  rules: z.string(),
  rules_version: z.number().int(),
  role: z.enum(INVITED_ROLES),
  member_count: z.number().int(),
  /** Whether the asker is a member already. */
  inside: z.boolean(),
});
export type Invited = z.infer<typeof invitedSchema>;
