/** Roles that an invitation may give. */
export const INVITED_ROLES = ["member", "moderator", "admin"] as const;
export type InvitedRole = (typeof INVITED_ROLES)[number];

/** How many people a link may let in, and for how many days. */
export const USES = [1, 5, 25, 100, 1000] as const;
export const DAYS = [1, 7, 30, 90] as const;
