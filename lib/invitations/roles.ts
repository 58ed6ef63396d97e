import { ROLES, type Role } from "@/lib/auth/roles";
import { INVITED_ROLES, type InvitedRole } from "./choices";

/** The roles that somebody may give with an invitation: up to their own, and never that of an owner. */
export function rolesToGive(own: Role): readonly InvitedRole[] {
  return INVITED_ROLES.filter((role) => ROLES.indexOf(role) >= ROLES.indexOf(own));
}
