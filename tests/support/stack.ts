import pg from "pg";
import { afterAll, inject } from "vitest";

const names = [
  "ROOT_DOMAIN",
  "APP_PROTOCOL",
  "SUPABASE_URL",
  "SUPABASE_PUBLISHABLE_KEY",
  "SUPABASE_SECRET_KEY",
  "SUPABASE_JWT_SECRET",
  "DATABASE_URL",
  "ADMIN_DATABASE_URL",
  "DEV_MAILBOX_URL",
] as const;

/** Environment of the stack the running tests use; DATABASE_URL is the role postgres, ADMIN_DATABASE_URL the superuser. */
export type StackEnv = Record<(typeof names)[number], string>;

/** The environment of this project's stack. */
export function stackEnv(): StackEnv {
  const provided = inject("stackEnv");
  return Object.fromEntries(names.map((name) => [name, provided[name] ?? ""])) as StackEnv;
}

const pools = new Map<string, pg.Pool>();

/** The pool for a connection string, closed after the test file. */
export function poolFor(url: string): pg.Pool {
  const known = pools.get(url);
  if (known) return known;
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  // A pool reports idle connections that the server ended; tests that stop the database expect that.
  pool.on("error", () => undefined);
  pools.set(url, pool);
  return pool;
}

afterAll(async () => {
  await Promise.all([...pools.values()].map((pool) => pool.end()));
  pools.clear();
});

/** Runs SQL as the role postgres (owner of the schema, bypasses RLS) and answers its rows. */
export async function sql<Row extends pg.QueryResultRow>(
  text: string,
  params: unknown[] = [],
): Promise<Row[]> {
  const result = await poolFor(stackEnv().DATABASE_URL).query<Row>(text, params);
  return result.rows;
}

/** Runs SQL as the superuser and answers its rows. */
export async function adminSql<Row extends pg.QueryResultRow>(
  text: string,
  params: unknown[] = [],
): Promise<Row[]> {
  const result = await poolFor(stackEnv().ADMIN_DATABASE_URL).query<Row>(text, params);
  return result.rows;
}
