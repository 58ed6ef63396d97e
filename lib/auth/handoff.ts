import "server-only";
import { cookies, headers } from "next/headers";
import { z } from "zod";
import type { HostContext } from "@/lib/actions/core";
import { readHostConfig } from "@/lib/env/hosts";
import { unwrap, unwrapAs } from "@/lib/supabase/result";
import { rootPortSuffix } from "@/lib/tenancy/host-config";
import { networkUrl, parseReturnPath } from "@/lib/tenancy/links";
import { cookieSettings, nonceCookieName, sessionCookieName } from "./cookies";
import { hashSecret, newSecret } from "./secrets";

/** Seconds that the browser keeps the nonce: long enough to sign up and read the confirmation mail. */
const NONCE_SECONDS = 3600;
const NONCE = /^[A-Za-z0-9_-]{43}$/;
const SESSION_SECONDS = 30 * 86_400;

/** `again` marks the one second attempt of a hand-off whose code did not fit this browser. */
export const handoffPath = {
  path: z.string().max(2048).default("/"),
  again: z.literal("1").optional(),
};

/** Query of `/session/start`. */
export const startInput = z.object(handoffPath);

/** Query of `/session/finish`. */
export const finishInput = z.object({ code: z.string().min(20).max(100), ...handoffPath });

/** A path with the query that goes along with a hand-off from step to step. */
export function handoffStep(step: string, query: Record<string, string | undefined>): string {
  const present = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `/session/${step}?${new URLSearchParams(present)}`;
}

/** A redirect that the browser follows with GET and nobody keeps. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "private, no-store" } });
}

/** Address of a path on the host that `host` names (without port), as configured. */
export function hostUrl(host: string, path: string): string {
  const config = readHostConfig();
  return `${config.protocol}://${host}${rootPortSuffix(config)}${path}`;
}

/** First step, on the host that wants a session: keep a nonce in this browser, ask the network host. */
export async function startHandoff(ctx: HostContext, input: z.output<typeof startInput>): Promise<Response> {
  const jar = await cookies();
  const kept = jar.get(nonceCookieName())?.value ?? "";
  // Two tabs may begin at once: both finish with the same nonce.
  const nonce = NONCE.test(kept) ? kept : newSecret();
  jar.set(nonceCookieName(), nonce, cookieSettings(NONCE_SECONDS));
  const query = {
    host: ctx.host,
    nonce: hashSecret(nonce),
    path: parseReturnPath(input.path),
    again: input.again,
  };
  return seeOther(networkUrl(handoffStep("issue", query)));
}

/** Last step, back on that host: the code and this browser's nonce become a session cookie. */
export async function finishHandoff(
  ctx: HostContext,
  input: z.output<typeof finishInput>,
): Promise<Response> {
  const jar = await cookies();
  const nonce = jar.get(nonceCookieName())?.value;
  const session = newSecret();
  const path = await unwrapAs(
    z.string().nullable(),
    ctx.db.rpc("redeem_handoff", {
      p_code_hash: hashSecret(input.code),
      p_host: ctx.host,
      p_nonce_hash: nonce ? hashSecret(nonce) : "",
      p_session_hash: hashSecret(session),
      p_ip: ctx.ip,
      p_user_agent: (await headers()).get("user-agent") ?? "",
    }),
  );
  // Not `delete`: without Secure a browser leaves a `__Host-` cookie as it is.
  jar.set(nonceCookieName(), "", cookieSettings(0));
  if (path === null) return seeOther(hostUrl(ctx.host, afterStrangeCode(input)));
  const former = jar.get(sessionCookieName())?.value;
  if (former) await unwrap(ctx.db.rpc("end_host_session", { p_session_hash: hashSecret(former) }));
  jar.set(sessionCookieName(), session, cookieSettings(SESSION_SECONDS));
  return seeOther(hostUrl(ctx.host, parseReturnPath(path)));
}

/**
 * A code that is spent, late or another browser's (a mail opened elsewhere) changes nothing. The hand-off begins anew,
 * once; after that the person arrives as whoever they already are here.
 */
function afterStrangeCode({ path, again }: z.output<typeof finishInput>): string {
  return again ? parseReturnPath(path) : handoffStep("start", { path: parseReturnPath(path), again: "1" });
}
