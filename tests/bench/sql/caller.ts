import type pg from "pg";

/** Who a statement is run as: the claims of their token, which PostgREST sets for each request. */
export type Caller = { role: "anon" | "authenticated"; sub?: string; tenant_id?: string; scope?: string };

/** A signed-in person on the network host, or on one community's host. */
export function person(id: string, tenant?: string): Caller {
  return { role: "authenticated", sub: id, scope: tenant ? "community" : "network", tenant_id: tenant };
}

/** Somebody who is not signed in, on one community's host. */
export function visitor(tenant: string): Caller {
  return { role: "anon", scope: "community", tenant_id: tenant };
}

/** Runs `work` in one transaction with the caller's role and claims, and rolls back. */
export async function asCaller<Result>(
  client: pg.Client,
  caller: Caller,
  work: () => Promise<Result>,
): Promise<Result> {
  await client.query("begin");
  try {
    await become(client, caller);
    return await work();
  } finally {
    await client.query("rollback");
  }
}

/** Takes on the caller's role and claims until the transaction ends. */
export async function become(client: pg.Client, caller: Caller): Promise<void> {
  await client.query(
    "select set_config('role', $1, true), set_config('request.jwt.claims', $2, true), set_config('request.headers', '{}', true)",
    [caller.role, JSON.stringify(caller)],
  );
}
