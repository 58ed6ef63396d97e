import { describe, expect, it } from "vitest";
import { canInTenant, canOnPlatform, type TenantPermission } from "@/lib/auth/permissions";
import { MEMBERSHIP_STATUSES, ROLES, type Role, STAFF_ROLES } from "@/lib/auth/roles";

const visitor = { signedIn: false, membership: null };
const outsider = { signedIn: true, membership: null };
const active = (role: Role) => ({ signedIn: true, membership: { role, status: "active" as const } });

/** Lowest role that may do it; "anyone" and "signed_in" need no membership. */
const EXPECTED: Record<TenantPermission, "anyone" | "signed_in" | Role> = {
  "community.view": "anyone",
  "community.join": "signed_in",
  "community.leave": "signed_in",
  "community.settings": "admin",
  "community.rename": "owner",
  "community.remove_samples": "owner",
  "session.end": "anyone",
  "feed.read": "anyone",
  "post.read": "anyone",
  "post.create": "member",
  "post.edit": "member",
  "post.remove": "member",
  "post.pin": "moderator",
  "post.announce": "moderator",
  "post.like": "member",
  "feed.keep": "member",
  "post.save": "member",
  "revision.remove": "moderator",
  "share.review": "moderator",
  "comment.create": "member",
  "comment.edit": "member",
  "comment.remove": "member",
  "share.read": "member",
  "share.revoke": "member",
  "event.read": "anyone",
  "event.create": "member",
  "member.list": "member",
  "member.manage": "moderator",
  "member.claim": "signed_in",
  "member.export": "admin",
  "member.offer_claim": "admin",
  "member.invite": "admin",
  "profile.edit": "member",
  "realtime.listen": "member",
};

const permissions = Object.keys(EXPECTED) as TenantPermission[];

describe("permissions in a community", () => {
  it.each(permissions)("%s", (permission) => {
    const lowest = EXPECTED[permission];
    expect(canInTenant(visitor, permission)).toBe(lowest === "anyone");
    expect(canInTenant(outsider, permission)).toBe(lowest === "anyone" || lowest === "signed_in");
    for (const role of ROLES) {
      const reaches =
        lowest === "anyone" || lowest === "signed_in" || ROLES.indexOf(role) <= ROLES.indexOf(lowest);
      expect(canInTenant(active(role), permission), role).toBe(reaches);
    }
  });

  it("refuses every membership that is not active, whatever its role", () => {
    for (const status of MEMBERSHIP_STATUSES.filter((one) => one !== "active")) {
      for (const role of ROLES) {
        expect(
          canInTenant({ signedIn: true, membership: { role, status } }, "post.create"),
          `${role} ${status}`,
        ).toBe(false);
      }
    }
  });

  it("refuses what it does not know, on both sides", () => {
    expect(canInTenant(active("owner"), "post.burn" as TenantPermission)).toBe(false);
    expect(canInTenant(active("owner"), "constructor" as TenantPermission)).toBe(false);
    expect(canInTenant(active("emperor" as Role), "post.create")).toBe(false);
  });
});

describe("permissions of the staff", () => {
  it("lets every staff role list communities and only some change their status", () => {
    for (const role of STAFF_ROLES) expect(canOnPlatform(role, "communities.list")).toBe(true);
    expect(STAFF_ROLES.filter((role) => canOnPlatform(role, "communities.set_status"))).toEqual([
      "super_admin",
      "operator",
    ]);
  });

  it("refuses who is no staff and what it does not know", () => {
    expect(canOnPlatform(null, "communities.list")).toBe(false);
    expect(canOnPlatform("super_admin", "toString" as "communities.list")).toBe(false);
  });
});
