import "server-only";
import { decodeJwt } from "jose";
import type { ViewerContext } from "@/lib/actions/contexts";
import { createAuthClient } from "@/lib/auth/auth-client";
import { fromAuth } from "@/lib/auth/auth-failure";
import { hashSecret } from "@/lib/auth/secrets";
import { AppError } from "@/lib/errors/app-error";
import { requireRate } from "@/lib/rate-limit/limiter";
import { createDb, type Db } from "@/lib/supabase/client";
import { unwrap } from "@/lib/supabase/result";
import type { RequestDeletionInput } from "./schemas";

const never = () => undefined;

/** Signs the same person in once more, beside the browser's own sign-in. Gives the session's id. */
async function signInAside({ viewer }: ViewerContext, password: string): Promise<string> {
  const { auth } = await createAuthClient();
  const email = (await auth.getUser()).data.user?.email;
  if (!email) throw new AppError("forbidden", "sign_in_again");
  await requireRate("account", hashSecret(email), null);
  const aside = await createAuthClient(never);
  const { data, error } = await aside.auth.signInWithPassword({ email, password });
  if (error) {
    const told = fromAuth(error);
    if (told.reason !== "wrong_credentials") throw told;
    throw new AppError("invalid", "check_fields", { fields: { password: "wrong_password" } });
  }
  const { session_id } = decodeJwt(data.session.access_token);
  if (data.user.id !== viewer.id || typeof session_id !== "string")
    throw new AppError("forbidden", "sign_in_again");
  return session_id;
}

/** Runs with a sign-in that is fresh by the password, which ends with it; without a password, with the one that is there. */
async function withProof(
  ctx: ViewerContext,
  password: string,
  run: (db: Db) => Promise<void>,
): Promise<void> {
  if (password === "") return run(ctx.db);
  const sessionId = await signInAside(ctx, password);
  try {
    await run(createDb({ scope: "network", userId: ctx.viewer.id, sessionId }, ctx.requestId));
  } finally {
    await unwrap(ctx.db.rpc("end_my_session", { p_kind: "network", p_id: sessionId }));
  }
}

/**
 * Asks for the account to be deleted after its grace. Throws `forbidden` with reason `sign_in_again` where neither the
 * sign-in is fresh nor a password is given, `conflict` with reason `owner_somewhere` or `deletion_waiting`.
 */
export async function requestDeletion(ctx: ViewerContext, input: RequestDeletionInput): Promise<void> {
  await withProof(ctx, input.password, async (db) => {
    await unwrap(db.rpc("request_account_deletion", { p_mode: input.mode, p_ways: input.ways }));
  });
}

/** Takes it back. Throws `conflict` with reason `deletion_begun` once something of it is done. */
export async function cancelDeletion({ db }: ViewerContext): Promise<void> {
  await unwrap(db.rpc("cancel_account_deletion"));
}
