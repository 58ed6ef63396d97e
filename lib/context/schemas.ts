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
  staff_role: z.enum(STAFF_ROLES).nullable(),
});

/** The person who asks, as the database knows them at this moment. */
export type Viewer = z.infer<typeof viewerSchema>;

/** The answer of `request_context`. */
export const contextAnswerSchema = z.object({
  tenant: tenantSchema.nullable(),
  viewer: viewerSchema.nullable(),
  membership: membershipSchema.nullable(),
  moved_to: z.string().nullable(),
});
