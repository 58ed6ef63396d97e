import { createHash, randomInt, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { PostgresConnection } from "./lite.ts";
import { templatesDir } from "./paths.ts";
import { requestContext } from "./request-context.ts";

/*
 * The part of mend.ts that concerns Auth: lite forgets where a mail should lead, and refuses a second sign-up with
 * 429 where a full Supabase sends the mail again, or keeps silent about an address that is taken.
 */

type Message = { to: string; subject: string; text?: string; html?: string };

/** What mending needs of the stack. */
export type AuthParts = {
  siteUrl: string;
  sql: PostgresConnection["driver"];
  sendMail: (message: Message) => Promise<void>;
};

/** The `redirect_to` of a request when it lies on the site, as the allow-list of config.toml has it. Pure. */
export function allowedRedirect(requestUrl: string, siteUrl: string): string | undefined {
  const wanted = new URL(requestUrl).searchParams.get("redirect_to");
  if (!wanted || !URL.canParse(wanted)) return undefined;
  const { origin, username, password } = new URL(wanted);
  const isBare = username === "" && password === "";
  return isBare && origin === new URL(siteUrl).origin ? wanted : undefined;
}

/** Puts the request's target, escaped as html/template does, where lite wrote the bare site address. Pure. */
export function withRedirect(html: string, siteUrl: string, redirectTo: string | undefined): string {
  return html.replaceAll(`;next=${siteUrl}"`, `;next=${encodeURIComponent(redirectTo ?? siteUrl)}"`);
}

/** Fills a template's variables. Pure. */
export function renderTemplate(template: string, values: Record<string, string>): string {
  return template.replace(/\{\{\s*\.(\w+)\s*\}\}/g, (whole, name: string) => values[name] ?? whole);
}

/** A mail driver for lite that mends where its links lead. */
export function mendMail(
  parts: Pick<AuthParts, "siteUrl" | "sendMail">,
): (message: Message) => Promise<void> {
  return async (message) => {
    const html = message.html && withRedirect(message.html, parts.siteUrl, requestContext()?.redirectTo);
    await parts.sendMail({ ...message, html });
  };
}

async function confirmAgain(parts: AuthParts, user: { id: string; email: string }): Promise<void> {
  const code = String(randomInt(10_000_000_000)).padStart(10, "0");
  // The hash lite compares with: of the address and the code.
  const hash = createHash("sha256").update(`${user.email}${code}`).digest("hex");
  await parts.sql`
    update auth.users set confirmation_token = ${hash}, confirmation_sent_at = now() where id = ${user.id}`;
  const template = await readFile(path.join(templatesDir, "confirmation.html"), "utf8");
  const rendered = renderTemplate(template, {
    SiteURL: parts.siteUrl,
    TokenHash: hash,
    RedirectTo: parts.siteUrl,
  });
  const html = withRedirect(rendered, parts.siteUrl, requestContext()?.redirectTo);
  await parts.sendMail({ to: user.email, subject: "Confirm your e-mail address", html });
}

/** What a full Supabase answers for an address that is taken: somebody who looks new, without identities. */
function nobody(email: string): Record<string, unknown> {
  const now = new Date().toISOString();
  return {
    id: randomUUID(),
    aud: "authenticated",
    role: "",
    email,
    phone: "",
    confirmation_sent_at: now,
    app_metadata: { provider: "email", providers: ["email"] },
    user_metadata: {},
    identities: [],
    created_at: now,
    updated_at: now,
    is_anonymous: false,
  };
}

type Found = { id: string; email: string; confirmed: boolean; answer: Record<string, unknown> };

async function findUser(parts: AuthParts, email: string): Promise<Found | undefined> {
  const [row] = await parts.sql<Found[]>`
    select u.id, u.email, u.email_confirmed_at is not null as confirmed, json_build_object(
      'id', u.id, 'aud', u.aud, 'role', u.role, 'email', u.email, 'phone', '', 'confirmation_sent_at', now(),
      'app_metadata', u.raw_app_meta_data, 'user_metadata', u.raw_user_meta_data, 'identities', (
        select coalesce(json_agg(json_build_object('identity_id', i.id, 'id', i.provider_id, 'user_id', i.user_id,
          'identity_data', i.identity_data, 'provider', i.provider, 'last_sign_in_at', i.last_sign_in_at,
          'created_at', i.created_at, 'updated_at', i.updated_at, 'email', i.email)), '[]')
        from auth.identities i where i.user_id = u.id),
      'created_at', u.created_at, 'updated_at', u.updated_at, 'is_anonymous', false) as answer
    from auth.users u where u.email = ${email.toLowerCase()}`;
  return row;
}

async function tooSoon(response: Response): Promise<boolean> {
  if (response.status !== 429) return false;
  const body = (await response.clone().json()) as { error_code?: string; code?: string };
  return [body.error_code, body.code].includes("over_email_send_rate_limit");
}

/**
 * Mends the answers to a repeated sign-up and to `resend`.
 * @param body the request's JSON, read before lite consumed it.
 */
export async function mendSignUp(
  pathname: string,
  body: { email?: unknown },
  response: Response,
  parts: AuthParts,
): Promise<Response> {
  if (typeof body.email !== "string" || !(await tooSoon(response))) return response;
  const user = await findUser(parts, body.email);
  if (!user) return response;
  if (!user.confirmed) await confirmAgain(parts, user);
  const answer = user.confirmed ? nobody(user.email) : user.answer;
  return Response.json(pathname.endsWith("/resend") ? {} : answer);
}
