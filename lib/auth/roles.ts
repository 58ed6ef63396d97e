/** Roles of a membership, the highest first. */
export const ROLES = ["owner", "admin", "moderator", "member"] as const;
export type Role = (typeof ROLES)[number];

/** States of a membership. */
export const MEMBERSHIP_STATUSES = ["active", "invited", "requested", "suspended", "removed"] as const;
export type MembershipStatus = (typeof MEMBERSHIP_STATUSES)[number];

/** Roles of the platform's staff. */
export const STAFF_ROLES = ["super_admin", "operator", "support", "auditor"] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];
