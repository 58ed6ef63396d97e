import "server-only";
import { hashSecret } from "@/lib/auth/secrets";
import type { TenantPageContext } from "@/lib/context/pages";
import { AppError } from "@/lib/errors/app-error";
import type { Cursor } from "@/lib/feed/cursor";
import type { Db } from "@/lib/supabase/client";
import { unwrapAs } from "@/lib/supabase/result";
import { type InvitationPage, type Invited, invitationsAnswerSchema, invitedSchema } from "./schemas";

/** One page of the links that still let people in, newest first. Throws `forbidden` for who may not see them. */
export async function getInvitations(
  { db, tenant }: Pick<TenantPageContext, "db" | "tenant">,
  after: Cursor | null,
): Promise<InvitationPage> {
  const answer = await unwrapAs(
    invitationsAnswerSchema.nullable(),
    db.rpc("list_invitations", {
      p_tenant: tenant.id,
      p_before: after?.at ?? null,
      p_before_id: after?.id ?? null,
    }),
  );
  if (!answer) throw new AppError("forbidden", "not_allowed");
  return answer;
}

/** The community that a code leads to; null for a code that does not work, whatever the reason. */
export async function findInvited(db: Db, code: string): Promise<Invited | null> {
  return unwrapAs(invitedSchema.nullable(), db.rpc("invitation_page", { p_code_hash: hashSecret(code) }));
}
