import type { Membership, Tenant } from "@/lib/tenants/schemas";

/** How somebody stands at the door of a community. */
export type Door =
  | { state: "inside" }
  /** One action leads in or towards it. */
  | { state: "open" | "request" | "invited"; signedIn: boolean }
  /** By invitation, and there is none. */
  | { state: "closed"; signedIn: boolean }
  | { state: "requested" | "suspended" | "removed" };

/** Decides what the door of a community says to somebody. */
export function decideDoor(
  tenant: Pick<Tenant, "join_policy">,
  signedIn: boolean,
  membership: Pick<Membership, "status"> | null,
): Door {
  switch (membership?.status) {
    case "active":
      return { state: "inside" };
    case "invited":
      return { state: "invited", signedIn };
    case "requested":
    case "suspended":
    case "removed":
      return { state: membership.status };
  }
  if (tenant.join_policy === "invite") return { state: "closed", signedIn };
  return { state: tenant.join_policy, signedIn };
}
