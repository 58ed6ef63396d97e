import { describe, expect, it } from "vitest";
import type { MembershipStatus } from "@/lib/auth/roles";
import { decideDoor } from "@/lib/memberships/rules";

const door = (policy: "open" | "request" | "invite", signedIn: boolean, status?: MembershipStatus) =>
  decideDoor({ join_policy: policy }, signedIn, status ? { status } : null);

describe("the door of a community", () => {
  it.each(["open", "request", "invite"] as const)(
    "lets nobody in who is suspended or removed (%s)",
    (policy) => {
      expect(door(policy, true, "suspended")).toEqual({ state: "suspended" });
      expect(door(policy, true, "removed")).toEqual({ state: "removed" });
    },
  );

  it("offers its one action, after signing in where needed", () => {
    expect(door("open", false)).toEqual({ state: "open", signedIn: false });
    expect(door("request", true)).toEqual({ state: "request", signedIn: true });
    expect(door("invite", true)).toEqual({ state: "closed", signedIn: true });
  });

  it("knows who is invited, waiting or inside", () => {
    expect(door("invite", true, "invited")).toEqual({ state: "invited", signedIn: true });
    expect(door("request", true, "requested")).toEqual({ state: "requested" });
    expect(door("invite", true, "active")).toEqual({ state: "inside" });
  });
});
