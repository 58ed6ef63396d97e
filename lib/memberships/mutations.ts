import "server-only";
import type { MemberContext } from "@/lib/actions/contexts";
import type { MembershipStatus } from "@/lib/auth/roles";
import { AppError } from "@/lib/errors/app-error";
import { unwrap, unwrapAs } from "@/lib/supabase/result";
import { findCommunityHome } from "@/lib/tenants/queries";
import { membershipStatusSchema, type SetMemberInput } from "./schemas";

/** Joins, asks to join or takes an invitation, as the community's door has it. Rules must be accepted where there are any. */
export async function joinCommunity(
  { db, tenant }: MemberContext,
  accepted: boolean,
): Promise<MembershipStatus> {
  const home = await findCommunityHome();
  if (!accepted && home?.rules.trim()) {
    throw new AppError("invalid", "check_fields", { fields: { rules: "rules_first" } });
  }
  return unwrapAs(membershipStatusSchema, db.rpc("join_community", { p_tenant: tenant.id }));
}

/** Leaves a community, or takes back a request. Its last owner cannot. */
export async function leaveCommunity({ db, tenant }: MemberContext): Promise<void> {
  await unwrap(db.rpc("leave_community", { p_tenant: tenant.id }));
}

/** Changes the role or the state of a member; the database knows who may do that to whom. */
export async function setMember({ db, tenant }: MemberContext, input: SetMemberInput): Promise<void> {
  await unwrap(
    db.rpc("set_member", {
      p_tenant: tenant.id,
      p_user: input.userId,
      p_role: input.role ?? null,
      p_status: input.status ?? null,
    }),
  );
}
