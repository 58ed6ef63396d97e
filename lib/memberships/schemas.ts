import { z } from "zod";
import { MEMBERSHIP_STATUSES, ROLES } from "@/lib/auth/roles";

/** The form at the door. `rules` is the tick that accepts them. */
export const joinSchema = z.strictObject({ rules: z.literal("on").optional() });

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
