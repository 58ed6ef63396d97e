import { randomUUID } from "node:crypto";
import pg from "pg";
import { stackEnv } from "../../support/stack.ts";

/** A community with people of its own that really exists, for tests that need several connections. */
export type Crowd = { tenant: string; people: string[] };

/** Many connections at once; end it after use. */
export function crowdPool(size: number): pg.Pool {
  return new pg.Pool({ connectionString: stackEnv().DATABASE_URL, max: size });
}

/** Founds a community with the given roles, one person each. */
export async function foundCrowd(pool: pg.Pool, roles: readonly string[]): Promise<Crowd> {
  const tenant = randomUUID();
  const people = roles.map(() => randomUUID());
  await pool.query(
    `with person as (
       insert into public.profiles (id, display_name) select id, 'Somebody' from unnest($2::uuid[]) id),
     community as (
       insert into public.tenants (id, slug, name) values ($1::uuid, 'crowd-' || left(replace($1::uuid::text, '-', ''), 20), 'Crowd'))
     insert into public.tenant_users (tenant_id, user_id, role, display_name)
     select $1::uuid, x.id, x.role, 'Somebody' from unnest($2::uuid[], $3::text[]) x(id, role)`,
    [tenant, people, roles],
  );
  return { tenant, people };
}

/**
 * Runs one statement as a person, in a transaction of its own.
 * @returns "ok" or SQLSTATE and message
 */
export async function actAs(
  pool: pg.Pool,
  person: string,
  sql: string,
  params: unknown[] = [],
): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query(
      "select set_config('role', 'authenticated', true), set_config('request.jwt.claims', $1, true)",
      [JSON.stringify({ role: "authenticated", sub: person })],
    );
    await client.query(sql, params);
    await client.query("commit");
    return "ok";
  } catch (cause) {
    await client.query("rollback");
    return cause instanceof pg.DatabaseError ? `${cause.code} ${cause.message}` : String(cause);
  } finally {
    client.release();
  }
}
