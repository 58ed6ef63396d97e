import "server-only";
import type { MemberContext } from "@/lib/actions/contexts";
import type { MembershipStatus } from "@/lib/auth/roles";
import { hashSecret, newSecret } from "@/lib/auth/secrets";
import { AppError } from "@/lib/errors/app-error";
import { unwrap, unwrapAs } from "@/lib/supabase/result";
import { communityUrl } from "@/lib/tenancy/links";
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

/** A link that makes an imported person somebody's own, and until when it does (ISO 8601). */
export interface ClaimLink {
  url: string;
  until: string;
}

/** Makes such a link; an earlier one for the same person ends. Only here can it be read: the database keeps its hash. */
export async function offerClaim({ db, tenant }: MemberContext, userId: string): Promise<ClaimLink> {
  const code = newSecret();
  const until = await unwrap(
    db.rpc("create_member_claim", { p_tenant: tenant.id, p_user: userId, p_code_hash: hashSecret(code) }),
  );
  return { url: communityUrl(tenant, `/claim/${code}`), until: String(until) };
}

/** Becomes the imported person that a link stands for. Throws `not_found` with reason `claim` where it is spent or old. */
export async function claimMember({ db, tenant }: MemberContext, code: string): Promise<void> {
  await unwrap(db.rpc("claim_member", { p_tenant: tenant.id, p_code_hash: hashSecret(code) }));
}
