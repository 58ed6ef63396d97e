import "server-only";
import type { MemberContext } from "@/lib/actions/contexts";
import type { MembershipStatus } from "@/lib/auth/roles";
import { hashSecret, newSecret } from "@/lib/auth/secrets";
import { AppError } from "@/lib/errors/app-error";
import { unwrap, unwrapAs } from "@/lib/supabase/result";
import { communityUrl } from "@/lib/tenancy/links";
import { membershipStatusSchema, type SetMemberInput } from "./schemas";

/**
 * Joins, asks to join or takes an invitation, as the community's door has it. Where there are rules, their present
 * version must be accepted; `invalid` at the field `rules` where it is not.
 */
export async function joinCommunity(
  { db, tenant }: MemberContext,
  rules: number | null,
): Promise<MembershipStatus> {
  const joined = db.rpc("join_community", { p_tenant: tenant.id, p_rules: rules });
  try {
    return await unwrapAs(membershipStatusSchema, joined);
  } catch (error) {
    if (error instanceof AppError && (error.reason === "rules_first" || error.reason === "rules_changed"))
      throw new AppError("invalid", "check_fields", { fields: { rules: error.reason } });
    throw error;
  }
}

/** Accepts the rules of this version; `invalid` with reason `rules_changed` where they are others by now. */
export async function acceptRules({ db, tenant }: MemberContext, version: number): Promise<void> {
  await unwrap(db.rpc("accept_rules", { p_tenant: tenant.id, p_rules: version }));
}

/** Has looked around: what is shown to who is new does not come back. */
export async function settleIn({ db, tenant }: MemberContext): Promise<void> {
  await unwrap(db.rpc("settle_in", { p_tenant: tenant.id }));
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
