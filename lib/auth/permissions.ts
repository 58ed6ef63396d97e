import type { MembershipStatus, Role, StaffRole } from "./roles";

/** Who may do something in a community: anybody, anybody signed in, or those who hold one of these roles. */
type Audience = "anyone" | "signed_in" | readonly Role[];

const MEMBERS = ["owner", "admin", "moderator", "member"] as const;
const MODERATORS = ["owner", "admin", "moderator"] as const;
const ADMINS = ["owner", "admin"] as const;

/** What may be done in a community, and by whom. The database holds the same rules and has the last word. */
const TENANT_PERMISSIONS = {
  "community.view": "anyone",
  "community.join": "signed_in",
  "community.leave": "signed_in",
  "community.settings": ADMINS,
  "community.rename": ["owner"],
  "community.remove_samples": ["owner"],
  "session.end": "anyone",
  "feed.read": "anyone",
  "feed.keep": MEMBERS,
  "post.read": "anyone",
  "post.create": MEMBERS,
  "post.edit": MEMBERS,
  "post.remove": MEMBERS,
  "post.pin": MODERATORS,
  "post.announce": MODERATORS,
  "post.like": MEMBERS,
  "post.save": MEMBERS,
  "revision.remove": MODERATORS,
  "share.review": MODERATORS,
  "comment.create": MEMBERS,
  "comment.edit": MEMBERS,
  "comment.remove": MEMBERS,
  "share.read": MEMBERS,
  "share.revoke": MEMBERS,
  "event.read": "anyone",
  "event.create": MEMBERS,
  "member.list": MEMBERS,
  "member.manage": MODERATORS,
  "member.export": ADMINS,
  "member.claim": "signed_in",
  "member.offer_claim": ADMINS,
  "member.invite": ADMINS,
  "profile.edit": MEMBERS,
  "realtime.listen": MEMBERS,
} as const satisfies Record<string, Audience>;

export type TenantPermission = keyof typeof TENANT_PERMISSIONS;

const PLATFORM_PERMISSIONS = {
  "communities.list": ["super_admin", "operator", "support", "auditor"],
  "communities.set_status": ["super_admin", "operator"],
} as const satisfies Record<string, readonly StaffRole[]>;

export type PlatformPermission = keyof typeof PLATFORM_PERMISSIONS;

/** Who asks: `null` for a visitor who is not signed in, `membership: null` for somebody who is no member. */
export interface Asker {
  signedIn: boolean;
  membership: { role: Role; status: MembershipStatus } | null;
}

function lookUp<V>(table: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Whether the asker may do it. An unknown permission, role or status is a no. */
export function canInTenant(asker: Asker, permission: TenantPermission): boolean {
  const audience = lookUp<Audience>(TENANT_PERMISSIONS, permission);
  if (audience === undefined) return false;
  if (audience === "anyone") return true;
  if (!asker.signedIn) return false;
  if (audience === "signed_in") return true;
  return asker.membership?.status === "active" && audience.includes(asker.membership.role);
}

/** Whether somebody of the platform's staff may do it. An unknown permission or role is a no. */
export function canOnPlatform(role: StaffRole | null, permission: PlatformPermission): boolean {
  const roles = lookUp<readonly StaffRole[]>(PLATFORM_PERMISSIONS, permission);
  return role !== null && (roles?.includes(role) ?? false);
}
