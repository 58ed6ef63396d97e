import { z } from "zod";
import { ROLES } from "@/lib/auth/roles";
import { communityCardSchema } from "@/lib/tenants/schemas";
import { LEAVE_KINDS, LEAVE_MODES, type LeaveKind } from "./kinds";

const countsShape = Object.fromEntries(LEAVE_KINDS.map((kind) => [kind, z.number().int().nonnegative()]));

/** Somebody who could own a community next. */
export const heirSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  avatar: z.string().nullable(),
  role: z.enum(ROLES),
});

/** The answer of `leave_preview`; null where there is nothing to leave. */
export const leavePreviewSchema = z
  .object({
    community: communityCardSchema,
    /** Nobody else owns it: somebody has to, first. */
    last_owner: z.boolean(),
    /** Who could follow, those who look after the community first; empty unless one is the last owner. */
    heirs: z.array(heirSchema),
    counts: z.strictObject(countsShape as Record<LeaveKind, z.ZodNumber>),
  })
  .nullable();
export type LeavePreview = NonNullable<z.infer<typeof leavePreviewSchema>>;

/** The form by which one leaves. `sure` is the tick that confirms it. */
export const leaveSchema = z.strictObject({
  tenant: z.uuid(),
  mode: z.enum(LEAVE_MODES, { error: "required" }),
  sure: z.literal("on", { error: "leave_sure" }),
});
export type LeaveInput = z.output<typeof leaveSchema>;
