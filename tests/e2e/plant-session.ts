import { createHash, randomUUID } from "node:crypto";
import { createServerClient } from "@supabase/ssr";
import { decodeJwt } from "jose";
import type { BrowserContext } from "playwright/test";
import { appServer, network } from "./support.ts";
import { type Person, withDatabase } from "./world.ts";

const KEPT = { httpOnly: true, sameSite: "Lax" } as const;

type Account = Pick<Person, "email" | "password">;

const HOST_SESSION = `
  insert into private.host_sessions (token_hash, user_id, tenant_id, host, auth_session_id)
  select $1, $2, t.id, $3, $4 from (select 1) as one
  left join public.tenants t on t.slug = $5
    or t.id = (select d.tenant_id from public.tenant_domains d where d.domain = $3)`;

/** Signs a browser in on the network's host, as the form does, without showing it. */
export async function plantSignIn(
  context: BrowserContext,
  { email, password }: Account,
): Promise<{ userId: string; sessionId: string }> {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = appServer().env;
  const cookies: Parameters<BrowserContext["addCookies"]>[0][number][] = [];
  const client = createServerClient(SUPABASE_URL ?? "", SUPABASE_PUBLISHABLE_KEY ?? "", {
    cookieOptions: { name: "archipelago-auth" },
    cookies: {
      getAll: () => [],
      setAll: (changed) => {
        for (const { name, value } of changed)
          if (value) cookies.push({ name, value, url: network("/"), ...KEPT });
      },
    },
  });
  const { data, error } = await client.auth.signInWithPassword({ email, password });
  if (error) throw error;
  await context.addCookies(cookies);
  const { session_id } = decodeJwt<{ session_id: string }>(data.session.access_token);
  return { userId: data.user.id, sessionId: session_id };
}

/** Signs a browser in on the network's host and on the host of this address, as the form and the hand-off do. */
export async function plantHostSession(
  context: BrowserContext,
  url: string,
  account: Account,
): Promise<void> {
  const { userId, sessionId } = await plantSignIn(context, account);
  const { hostname, origin } = new URL(url);
  const secret = randomUUID();
  const hash = createHash("sha256").update(secret).digest("hex");
  const root = appServer().rootDomain.replace(/:\d+$/, "");
  const slug = hostname.endsWith(`.${root}`) ? hostname.slice(0, -root.length - 1) : null;
  await withDatabase((client) => client.query(HOST_SESSION, [hash, userId, hostname, sessionId, slug]));
  await context.addCookies([{ name: "archipelago-session", value: secret, url: origin, ...KEPT }]);
}
