import { describe, expect, it } from "vitest";
import { ROLES, type Role } from "@/lib/auth/roles";
import { decidePowers, hasPowers, NO_POWERS } from "@/lib/memberships/powers";

const actor = (role: Role) => ({ id: "me", role });
const member = (role: Role, over: object = {}) => ({
  id: "them",
  role,
  status: "active" as const,
  imported: false,
  ...over,
});

describe("what somebody may do with a member", () => {
  it("a member may do nothing, not even with themselves", () => {
    for (const role of ROLES) expect(decidePowers(actor("member"), member(role))).toEqual(NO_POWERS);
    expect(hasPowers(decidePowers(actor("member"), member("member", { id: "me" })))).toBe(false);
  });

  it("those above act on those below, owners also on owners", () => {
    const table = ROLES.map((mine) =>
      ROLES.filter((theirs) => decidePowers(actor(mine), member(theirs)).remove),
    );
    expect(table).toEqual([
      ["owner", "admin", "moderator", "member"],
      ["moderator", "member"],
      ["member"],
      [],
    ]);
  });

  it("gives no role above one's own, and none as a moderator", () => {
    expect(decidePowers(actor("owner"), member("member")).roles).toEqual(ROLES);
    expect(decidePowers(actor("admin"), member("member")).roles).toEqual(["admin", "moderator", "member"]);
    expect(decidePowers(actor("moderator"), member("member")).roles).toEqual([]);
  });

  it("lets one step down, but not suspend or remove oneself", () => {
    const powers = decidePowers(actor("admin"), member("admin", { id: "me" }));
    expect(powers).toEqual({ ...NO_POWERS, roles: ["admin", "moderator", "member"] });
  });

  it("restores who was suspended or removed; an invitation is only taken back", () => {
    const over = (status: "suspended" | "removed" | "invited") =>
      decidePowers(actor("moderator"), member("member", { status }));
    expect(over("suspended")).toEqual({ ...NO_POWERS, restore: true, remove: true });
    expect(over("removed")).toEqual({ ...NO_POWERS, restore: true });
    expect(over("invited")).toEqual({ ...NO_POWERS, remove: true });
  });

  it("admins hand over imported people up to their own role", () => {
    const claim = (mine: Role, theirs: Role) =>
      decidePowers(actor(mine), member(theirs, { imported: true })).offerClaim;
    expect(claim("admin", "member")).toBe(true);
    expect(claim("admin", "owner")).toBe(false);
    expect(claim("moderator", "member")).toBe(false);
    expect(decidePowers(actor("owner"), member("member")).offerClaim).toBe(false);
  });
});
