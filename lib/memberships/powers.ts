import { ROLES, type Role } from "@/lib/auth/roles";
import type { MemberCard } from "./schemas";

/** Who acts: somebody active in the community. */
export interface Actor {
  id: string;
  role: Role;
}

/** What somebody may do with a member. The database holds the same rules and has the last word. */
export interface MemberPowers {
  /** Roles that may be given, the highest first; empty where none may. */
  roles: readonly Role[];
  suspend: boolean;
  remove: boolean;
  restore: boolean;
  /** Makes a link for an imported person. */
  offerClaim: boolean;
}

export const NO_POWERS: MemberPowers = {
  roles: [],
  suspend: false,
  remove: false,
  restore: false,
  offerClaim: false,
};

const rank = (role: Role) => ROLES.length - ROLES.indexOf(role);
const ADMIN = rank("admin");
const MODERATOR = rank("moderator");
const OWNER = rank("owner");

/** Those above may change those below, owners also one another; nobody lifts anybody above themselves. */
export function decidePowers(
  actor: Actor,
  member: Pick<MemberCard, "id" | "role" | "status" | "imported">,
): MemberPowers {
  const mine = rank(actor.role);
  const theirs = rank(member.role);
  const self = actor.id === member.id;
  const above = theirs < mine || (theirs === mine && mine === OWNER);
  if (mine < MODERATOR || !(above || self)) return NO_POWERS;
  const active = member.status === "active";
  return {
    roles: mine >= ADMIN && active ? ROLES.filter((role) => rank(role) <= mine) : [],
    suspend: active && !self && !member.imported,
    remove: member.status !== "removed" && !self,
    restore: member.status === "suspended" || member.status === "removed",
    offerClaim: member.imported && mine >= ADMIN && theirs <= mine,
  };
}

/** Whether there is anything to do at all. */
export function hasPowers({ roles, ...rest }: MemberPowers): boolean {
  return roles.length > 0 || Object.values(rest).some(Boolean);
}
