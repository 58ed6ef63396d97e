import { z } from "zod";
import { MEMBERSHIP_STATUSES, ROLES } from "@/lib/auth/roles";
import { JOIN_POLICIES, PRIVACIES, TENANT_STATUSES } from "./choices";

/** What a link, chip or header needs of a community. */
export const communityCardSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  tagline: z.string(),
  accent: z.string(),
  logo_path: z.string().nullable(),
  locale: z.string(),
  time_zone: z.string(),
  status: z.enum(TENANT_STATUSES),
  privacy: z.enum(PRIVACIES),
  join_policy: z.enum(JOIN_POLICIES),
  domain: z.string().nullable(),
});
export type CommunityCard = z.infer<typeof communityCardSchema>;

/** The community that a request is about. */
export const tenantSchema = communityCardSchema.extend({
  flags: z.record(z.string(), z.unknown()),
  settings: z.record(z.string(), z.unknown()),
});
export type Tenant = z.infer<typeof tenantSchema>;

export const membershipSchema = z.object({
  role: z.enum(ROLES),
  status: z.enum(MEMBERSHIP_STATUSES),
  display_name: z.string(),
  avatar_path: z.string().nullable(),
  joined_at: z.string(),
});
export type Membership = z.infer<typeof membershipSchema>;
