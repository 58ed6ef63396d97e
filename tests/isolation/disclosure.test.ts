import { SignJWT } from "jose";
import { expect, test } from "vitest";
import { stackEnv } from "../support/stack.ts";
import { actorNames, actorOf } from "./engine/actors.ts";
import { harbour, meadow } from "./engine/cast.ts";
import { by, planted } from "./engine/harness.ts";
import { probe } from "./engine/probe.ts";

test("statistics of the planner show API roles nothing of our tables", async () => {
  const views = ["pg_stats", "pg_stats_ext", "pg_statistic_ext_data", "pg_statistic"];
  const outcomes = await planted(async (db) => {
    await db.query("analyze public.posts, public.tenant_users, public.tenants, private.host_sessions");
    return probe(
      db,
      views.flatMap((view) =>
        actorNames.map((name) =>
          by(
            actorOf(name, harbour, meadow),
            view.startsWith("pg_stats")
              ? `select array_agg(tablename::text) from pg_catalog.${view} where schemaname in ('public', 'private')`
              : `select array_agg('row') from pg_catalog.${view}`,
            { reads: true },
          ),
        ),
      ),
    );
  });
  expect(outcomes.flatMap((outcome) => outcome.seen)).toEqual([]);
});

async function ask(path: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  const env = stackEnv();
  const token = await new SignJWT({ role: "anon", tenant_id: harbour.id })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuedAt()
    .setExpirationTime("1m")
    .sign(new TextEncoder().encode(env.SUPABASE_JWT_SECRET));
  const response = await fetch(`${env.SUPABASE_URL}/rest/v1/${path}`, {
    headers: { apikey: env.SUPABASE_PUBLISHABLE_KEY, authorization: `Bearer ${token}`, ...headers },
  });
  return { status: response.status, body: await response.text() };
}

test("the Data API gives no query plans", async () => {
  const answer = await ask("posts?select=id", { accept: "application/vnd.pgrst.plan+text; options=analyze" });
  expect(answer.body).not.toMatch(/cost=|Seq Scan|Index Scan|rows=/);
});

test("the Data API exposes neither the private schema nor the catalogs nor those of Auth and Storage", async () => {
  for (const schema of [
    "private",
    "pg_catalog",
    "information_schema",
    "auth",
    "storage",
    "realtime",
    "extensions",
  ]) {
    for (const relation of ["host_sessions", "pg_class", "tables", "users", "objects", "messages"]) {
      const answer = await ask(`${relation}?select=*&limit=1`, { "accept-profile": schema });
      expect([schema, relation, answer.status >= 400]).toEqual([schema, relation, true]);
    }
  }
  const helper = await ask("rpc/my_tenants", { "content-profile": "private", "accept-profile": "private" });
  expect(helper.status).toBeGreaterThanOrEqual(400);
});
