import "server-only";
import { cookies } from "next/headers";
import { AppError } from "@/lib/errors/app-error";
import { type AuthState, readAuthState } from "./access-token";
import { type CookieChange, createAuthClient } from "./auth-client";
import type { AuthFailure } from "./auth-failure";

/** Whether a failed renewal says that the sign-in is over, and not that the service is out of reach or busy. */
function isOver({ status = 0 }: AuthFailure): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

/**
 * Renews the network host's sign-in in place, in its cookies. Only where cookies can be written: server actions and
 * route handlers. A sign-in that is over leaves none. Throws AppError `unavailable` where nobody can tell: then the
 * cookies stay as they are, and the person is signed in again as soon as the service is back.
 */
export async function renewSignIn(): Promise<AuthState> {
  const jar = await cookies();
  const changes: CookieChange[] = [];
  // Held back: supabase-js forgets a sign-in after any failure but a lost connection.
  const { auth } = await createAuthClient((change) => changes.push(change));
  const { error } = await auth.refreshSession();
  if (error && !isOver(error)) throw new AppError("unavailable", "sign_in_down", { detail: error.message });
  for (const { name, value, settings } of changes) jar.set(name, value, settings);
  return readAuthState((name) => jar.get(name)?.value);
}
