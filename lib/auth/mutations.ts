import "server-only";
import { cookies } from "next/headers";
import type { GuestContext, ViewerContext } from "@/lib/actions/contexts";
import { AppError } from "@/lib/errors/app-error";
import { requireRate } from "@/lib/rate-limit/limiter";
import { createDb } from "@/lib/supabase/client";
import { unwrap } from "@/lib/supabase/result";
import { networkUrl, parseReturnPath } from "@/lib/tenancy/links";
import { createAuthClient } from "./auth-client";
import { type AuthFailure, fromAuth, isAboutAddress } from "./auth-failure";
import { cookieSettings, sessionCookieName } from "./cookies";
import { findPasswordProblem } from "./password-rules";
import { forgetPendingMail, keepPendingMail, readPendingMail } from "./pending-mail";
import { listMySessions } from "./queries";
import { isFreshSignIn, withNext } from "./rules";
import type { ConfirmInput, MailInput, NewPasswordInput, SignInInput, SignUpInput } from "./schemas";
import { hashSecret } from "./secrets";

const CHECK_MAIL = "/check-mail";

/** Refuses with what an answer of Supabase Auth says, unless it would only tell whether an address is known. */
function requireDone({ error }: { error: AuthFailure | null }): void {
  if (error && !isAboutAddress(error)) throw fromAuth(error);
}

async function sendLink(email: string, next: string): Promise<void> {
  const { auth } = await createAuthClient();
  const options = { shouldCreateUser: false, emailRedirectTo: networkUrl(next) };
  requireDone(await auth.signInWithOtp({ email, options }));
}

/** Asks for one mail; says nothing about whether the address is known. Answers where to go on to. */
export async function sendMail({ email, kind, next }: MailInput): Promise<string> {
  const { auth } = await createAuthClient();
  const target = networkUrl(next);
  if (kind === "link") await sendLink(email, next);
  if (kind === "signup")
    requireDone(await auth.resend({ type: "signup", email, options: { emailRedirectTo: target } }));
  if (kind === "recovery") requireDone(await auth.resetPasswordForEmail(email, { redirectTo: target }));
  await keepPendingMail({ email, kind, next: parseReturnPath(next) });
  return CHECK_MAIL;
}

/** Makes an account, or for a taken address sends its owner a link to sign in: nobody else can tell the two apart. */
export async function signUp({ display_name, email, password, next }: SignUpInput): Promise<string> {
  const { auth } = await createAuthClient();
  const options = { data: { display_name }, emailRedirectTo: networkUrl(next) };
  const answer = await auth.signUp({ email, password, options });
  requireDone(answer);
  if (answer.data.session) return parseReturnPath(next);
  const isTaken = answer.error !== null || answer.data.user?.identities?.length === 0;
  // Its owner is told by mail alone; a mail too many at once is the mail service's to refuse.
  if (isTaken) await sendLink(email, next).catch(() => undefined);
  await keepPendingMail({ email, kind: "signup", next: parseReturnPath(next) });
  return CHECK_MAIL;
}

/**
 * Signs in by password. Answers where to go on to. Attempts at one address are counted, known or not, so that nobody
 * guesses from many places at once; a link by mail still works then.
 */
export async function signIn(ctx: GuestContext, { email, password, next }: SignInInput): Promise<string> {
  await requireRate("account", hashSecret(email), null);
  const { auth } = await createAuthClient();
  const { error } = await auth.signInWithPassword({ email, password });
  if (error) throw fromAuth(error);
  await endFormer(ctx);
  return parseReturnPath(next);
}

/** Redeems a mail's link. Answers where to go on to: what the link says, else what this browser waited for. */
export async function confirmMail(ctx: GuestContext, input: ConfirmInput): Promise<string> {
  const { auth } = await createAuthClient();
  const { error } = await auth.verifyOtp({ token_hash: input.token_hash, type: input.type });
  if (error) throw fromAuth(error);
  const pending = await readPendingMail();
  await forgetPendingMail();
  await endFormer(ctx);
  const named = parseReturnPath(input.next);
  const next = named === "/" && pending ? parseReturnPath(pending.next) : named;
  return input.type === "recovery" ? withNext("/reset-password", next) : next;
}

/** Somebody was signed in here before: that sign-in is over, with every host it was carried to. */
async function endFormer({ viewer, db }: GuestContext): Promise<void> {
  if (viewer) await unwrap(db.rpc("end_my_session", { p_kind: "network", p_id: viewer.session_id }));
}

/** Sets a new password and ends every other sign-in. Only shortly after signing in, as a mail's link does. */
export async function setPassword(ctx: ViewerContext, input: NewPasswordInput): Promise<string> {
  const { network } = await listMySessions(ctx.db);
  const current = network.find((session) => session.current);
  if (!isFreshSignIn(current?.created_at, new Date())) throw new AppError("forbidden", "sign_in_again");
  const { auth } = await createAuthClient();
  const { data } = await auth.getUser();
  const problem = findPasswordProblem(input.password, data.user?.email ?? "");
  if (problem) throw new AppError("invalid", "check_fields", { fields: { password: problem } });
  const { error } = await auth.updateUser({ password: input.password });
  if (error) throw fromAuth(error);
  const others = network.filter((session) => !session.current);
  await Promise.all(
    others.map(({ id }) => unwrap(ctx.db.rpc("end_my_session", { p_kind: "network", p_id: id }))),
  );
  // The list shows the newest only.
  const ended = await auth.signOut({ scope: "others" });
  if (ended.error) throw fromAuth(ended.error);
  return parseReturnPath(input.next);
}

/** Ends this browser's sign-in on the network host, and so on every host it was carried to. */
export async function signOutHere(ctx: GuestContext): Promise<void> {
  await endFormer(ctx);
  const { auth } = await createAuthClient();
  await auth.signOut({ scope: "local" });
}

/** Ends every sign-in of a person, on every host and device. */
export async function endEverySession(userId: string, requestId: string): Promise<void> {
  await unwrap(createDb({ scope: "server" }, requestId).rpc("end_all_sessions", { p_user: userId }));
}

/** The same from the network host, whose own cookies go too. */
export async function signOutEverywhere({ viewer, requestId }: ViewerContext): Promise<void> {
  await endEverySession(viewer.id, requestId);
  const { auth } = await createAuthClient();
  await auth.signOut({ scope: "global" });
}

/** Ends the session of the community's or staff's host at hand, here and in the database. */
export async function endHostSession(requestId: string): Promise<void> {
  const jar = await cookies();
  const opaque = jar.get(sessionCookieName())?.value;
  if (opaque) {
    const server = createDb({ scope: "server" }, requestId);
    await unwrap(server.rpc("end_host_session", { p_session_hash: hashSecret(opaque) }));
  }
  jar.set(sessionCookieName(), "", cookieSettings(0));
}
