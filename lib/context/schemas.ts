import { z } from "zod";
import { STAFF_ROLES } from "@/lib/auth/roles";
import { APPEARANCES } from "@/lib/profiles/choices";
import { membershipSchema, tenantSchema } from "@/lib/tenants/schemas";

export const viewerSchema = z.object({
  id: z.uuid(),
  display_name: z.string(),
  avatar_path: z.string().nullable(),
  locale: z.string().nullable(),
  time_zone: z.string().nullable(),
  appearance: z.enum(APPEARANCES),
  shortcuts: z.boolean(),
  session_id: z.uuid(),
  host_session_id: z.uuid().nullable(),
  /** When the account is to be deleted; null where nobody asked for that. */
  leaves_at: z.string().nullable(),
  staff_role: z.enum(STAFF_ROLES).nullable(),
});

/** The person who asks, as the database knows them at this moment. */
export type Viewer = z.infer<typeof viewerSchema>;

/** What a member of a community is asked or shown because they are new, or its rules are. */
export const arrivalSchema = z.object({
  /** The version of the rules that they have not accepted yet; null where there is nothing to ask. */
  rules: z.number().int().nullable(),
  /** Whether they joined and have not looked around yet. */
  arriving: z.boolean(),
  /** What an owner has done of what a new community needs; for owners who are `arriving`. */
  done: z
    .object({ look: z.boolean(), rules: z.boolean(), post: z.boolean(), people: z.boolean() })
    .nullable(),
  /** Whether posts that came with the founding are still there; for owners. */
  samples: z.boolean(),
});
export type Arrival = z.infer<typeof arrivalSchema>;

/** The answer of `request_context`. */
export const contextAnswerSchema = z.object({
  tenant: tenantSchema.nullable(),
  viewer: viewerSchema.nullable(),
  membership: membershipSchema.nullable(),
  moved_to: z.string().nullable(),
  arrival: arrivalSchema.nullable(),
});
