import type { PostgresConnection } from "./lite.ts";
import { type AuthParts, mendSignUp } from "./mend-auth.ts";
import { mendFailure, refuseBrokenToken } from "./mend-errors.ts";
import { fetchStorage } from "./mend-storage.ts";
import { requestContext } from "./request-context.ts";

/*
 * Where @supabase/lite differs from a full Supabase, it is mended here (Auth, errors and Storage in
 * mend-auth.ts, mend-errors.ts and mend-storage.ts) and nowhere else. Each difference has a
 * contract test in tests/integration/stack that also runs against a full Supabase.
 */

type RoleSettings = Map<string, [name: string, value: string][]>;
type Executor = PostgresConnection["kysely"];
type RequestVars = {
  auth?: { role?: string; uid?: string; jwt?: unknown };
  storage?: { operation?: string };
};
type RpcContext = { method: string; path: string; requestHeaders?: Record<string, string> };

/** Lite would grant every table to every API role on its first request; grants are the migrations' business. */
export function keepOurGrants(connection: PostgresConnection): void {
  Object.assign(connection, { ensureRlsContext: async () => true });
}

/**
 * Lite looks up the schema with the rights of its own login, and so calls a table that no API role may read unknown
 * (404) instead of forbidden. PostgREST sees every table: look the schema up through another connection.
 */
export function introspectThrough(connection: PostgresConnection, introspector: PostgresConnection): void {
  Object.assign(connection, {
    introspect: (options?: { useCache?: boolean }) => introspector.introspect(options),
    clearSchemaCache: () => introspector.clearSchemaCache(),
  });
}

/** Settings such as statement_timeout of the roles a request may act as, which `set role` does not apply. Pure. */
export function parseRoleSettings(rows: { rolname: string; rolconfig: string[] | null }[]): RoleSettings {
  return new Map(
    rows.map((row) => [
      row.rolname,
      (row.rolconfig ?? []).map((entry) => {
        const split = entry.indexOf("=");
        return [entry.slice(0, split), entry.slice(split + 1)] as [string, string];
      }),
    ]),
  );
}

/** What a request sets in its transaction: role, claims, and the role's own settings, as PostgREST does. Pure. */
export function requestSettings(vars: RequestVars, roles: RoleSettings): [name: string, value: string][] {
  const role = vars.auth?.role || "anon";
  const claims = vars.auth?.jwt && typeof vars.auth.jwt === "object" ? vars.auth.jwt : { role };
  return [
    ...(roles.get(role) ?? []),
    ["request.jwt.claim.sub", vars.auth?.uid ?? ""],
    ["request.jwt.claim.role", role],
    ["request.jwt.claims", JSON.stringify(claims)],
    ["storage.operation", vars.storage?.operation ?? ""],
    ["role", role],
  ];
}

async function setAll(db: Executor, settings: [string, string][]): Promise<void> {
  await db
    .selectNoFrom((eb) =>
      settings.map(([name, value], index) =>
        eb.fn("set_config", [eb.val(name), eb.val(value), eb.val(true)]).as(`s${index}`),
      ),
    )
    .execute();
}

/**
 * Sets a request's context in one statement instead of six, and applies the role's settings (its time limit). Reads and
 * writes of tables see `request.headers` too, which lite gives to functions alone.
 */
export async function batchSessionSettings(connection: PostgresConnection): Promise<void> {
  const rows = await connection.driver<{ rolname: string; rolconfig: string[] | null }[]>`
    select rolname, rolconfig from pg_roles where rolname in ('anon', 'authenticated', 'service_role')`;
  const roles = parseRoleSettings(rows);
  Object.assign(connection, {
    applyJwtSessionContext: (db: Executor, vars: RequestVars) =>
      setAll(db, [
        ...requestSettings(vars, roles),
        ["request.headers", JSON.stringify(requestContext()?.headers ?? {})],
      ]),
    applyRpcRequestGucs: (db: Executor, rpc: RpcContext) =>
      setAll(db, [
        ["response.status", ""],
        ["response.headers", ""],
        ["request.method", rpc.method],
        ["request.path", rpc.path],
        ["request.headers", JSON.stringify(rpc.requestHeaders ?? {})],
      ]),
  });
}

/** Turns Postgres' text of a timestamp into ISO 8601, as a full Supabase answers it; `infinity` stays. Pure. */
export function isoTimestamp(text: string): string {
  return text.replace(
    /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)([+-]\d\d(?::?\d\d)?)?$/,
    (_, day, time, zone) => {
      return `${day}T${time}${zone?.length === 3 ? `${zone}:00` : (zone ?? "")}`;
    },
  );
}

/**
 * Driver types that read timestamps as ISO 8601, and hand on the JSON that lite has written already: written again, an
 * object or a list would arrive as a text that holds it.
 */
export const driverTypes = {
  jsonb: {
    to: 3802,
    from: [3802],
    serialize: (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value)),
    parse: (text: string) => JSON.parse(text) as unknown,
  },
  timestamp: { to: 1114, from: [1114], serialize: (value: string) => value, parse: isoTimestamp },
  timestamptz: { to: 1184, from: [1184], serialize: (value: string) => value, parse: isoTimestamp },
};

async function bodyOf(request: Request): Promise<{ email?: unknown }> {
  const value: unknown = await request.json().catch(() => undefined);
  return typeof value === "object" && value !== null ? value : {};
}

/** Sends a request to lite in a form it understands, and answers as a full Supabase would have. */
export async function fetchMended(
  request: Request,
  fetch: (request: Request) => Promise<Response>,
  auth: AuthParts,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  const writes = request.method === "POST" || request.method === "PUT";
  if (pathname.startsWith("/rest/v1/")) {
    return refuseBrokenToken(request) ?? mendFailure(await fetch(request));
  }
  if (!writes) return fetch(request);
  if (/^\/auth\/v1\/(signup|resend)$/.test(pathname)) {
    const body = await bodyOf(request.clone());
    return mendSignUp(pathname, body, await fetch(request), auth);
  }
  if (pathname.startsWith("/storage/v1/object/")) return fetchStorage(request, fetch);
  return fetch(request);
}
