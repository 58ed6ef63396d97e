import "server-only";
import type { MemberContext } from "@/lib/actions/contexts";
import { AppError } from "@/lib/errors/app-error";
import { unwrap } from "@/lib/supabase/result";
import type { ProposeConnectionInput, SharingPolicyInput } from "./schemas";

type Ctx = Pick<MemberContext, "db" | "tenant">;

/** Writes what a community lets out and in. Throws `conflict` where its settings changed since `version`. */
export async function updateSharingPolicy(
  { db, tenant }: Ctx,
  { version, ...policy }: SharingPolicyInput,
): Promise<void> {
  const changed = await unwrap(
    db.from("tenants").update(policy).eq("id", tenant.id).eq("version", version).select("id"),
  );
  if (changed?.length !== 1) throw new AppError("conflict", "settings_changed");
}

/** Asks another community for a connection. Throws `not_found` with its field where there is none to be asked. */
export async function proposeConnection({ db, tenant }: Ctx, input: ProposeConnectionInput): Promise<void> {
  try {
    await unwrap(
      db.rpc("propose_connection", {
        p_tenant: tenant.id,
        p_slug: input.slug,
        p_direction: input.direction,
        p_scope: input.scope,
        p_message: input.message,
      }),
    );
  } catch (error) {
    if (error instanceof AppError && error.reason === "community")
      throw new AppError("invalid", "no_such_community", { fields: { slug: "no_such_community" } });
    throw error;
  }
}

/** Says yes or no to a community that asked. */
export async function answerConnection(
  { db, tenant }: Ctx,
  { id, accept }: { id: string; accept: boolean },
): Promise<void> {
  await unwrap(db.rpc("answer_connection", { p_tenant: tenant.id, p_with: id, p_accept: accept }));
}

/** Pauses or resumes a connection from this side. */
export async function pauseConnection(
  { db, tenant }: Ctx,
  { id, paused }: { id: string; paused: boolean },
): Promise<void> {
  await unwrap(db.rpc("pause_connection", { p_tenant: tenant.id, p_with: id, p_paused: paused }));
}

/** Ends a connection with every share under it, or takes a request back. Gives the number of shares that ended. */
export async function endConnection({ db, tenant }: Ctx, { id }: { id: string }): Promise<number> {
  return (await unwrap(db.rpc("end_connection", { p_tenant: tenant.id, p_with: id }))) ?? 0;
}
