import { randomBytes } from "node:crypto";
import { z } from "zod";
import { withTenantApi } from "@/lib/actions/with-api";
import { GET as finish } from "../../../app/[tenant]/session/finish/route";
import { GET as start } from "../../../app/[tenant]/session/start/route";
import { GET as issue } from "../../../app/network/session/issue/route";
import { sql } from "../../support/stack.ts";
import { type Browser, call } from "./request.ts";

export const whoami = withTenantApi({
  permission: "feed.read",
  input: z.object({}),
  run: async ({ viewer }) => ({ id: viewer?.id ?? null }),
});

const route = (url: string) => {
  const { pathname } = new URL(url);
  if (pathname === "/session/start") return start;
  if (pathname === "/session/issue") return issue;
  return pathname === "/session/finish" ? finish : null;
};

/** Follows redirects through the hand-off until they leave it. Answers every address on the way. */
export async function follow(browser: Browser, first: string): Promise<{ way: string[]; status: number }> {
  const way = [first];
  for (let step = 0; step < 12; step += 1) {
    const url = way.at(-1) ?? "";
    const handler = route(url);
    if (!handler) return { way, status: 200 };
    const answer = await call(browser, handler, { url });
    const location = answer.headers.get("location");
    if (location === null) return { way, status: answer.status };
    way.push(new URL(location, url).href);
  }
  throw new Error("the hand-off never ends");
}

export async function meAt(browser: Browser, url: string): Promise<string | null> {
  const answer = await call(browser, whoami, { url: `${url}api/v1/me` });
  return ((await answer.json()) as { id: string | null }).id;
}

/** Gives a community a verified domain. */
export async function addDomain(tenant: string, domain: string): Promise<void> {
  await sql(
    "insert into tenant_domains (tenant_id, domain, status, is_primary, verified_at) values ($1, $2, 'active', true, now())",
    [tenant, domain],
  );
}

export const newDomain = () => `d${randomBytes(5).toString("hex")}.localhost`;
