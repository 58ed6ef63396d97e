import { randomUUID } from "node:crypto";
import pg from "pg";
import { realtimeLimits } from "./limits.ts";
import type { Bearer } from "./tokens.ts";

/** The database is there but did not get to an answer: out of time, or in its own way. */
export class NoAnswerError extends Error {}

/**
 * What the policies on realtime.messages allow, asked as a full Supabase asks: by a row that is never kept.
 * Every question may throw: NoAnswerError, or what keeps the database from being reached.
 */
export type Authority = {
  /** Those of the topics whose broadcasts the bearer may receive. */
  readable(bearer: Bearer, topics: readonly string[]): Promise<ReadonlySet<string>>;
  /** Whether the bearer may send a broadcast. */
  maySend(bearer: Bearer, topic: string): Promise<boolean>;
  close(): Promise<void>;
};

const quote = pg.escapeLiteral;

function actAs({ role, claims }: Bearer): string {
  return `select set_config('request.jwt.claims', ${quote(JSON.stringify(claims))}, true),
    set_config('request.headers', '{}', true), set_config('role', ${quote(role)}, true)`;
}

function atTopic(topic: string): string {
  return `select set_config('realtime.topic', ${quote(topic)}, true)`;
}

function insert(id: string, topic: string): string {
  return `insert into realtime.messages (id, topic, extension, private)
    values (${quote(id)}, ${quote(topic)}, 'broadcast', true)`;
}

function select(id: string, topic: string): string {
  return `select id from realtime.messages
    where topic = ${quote(topic)} and extension = 'broadcast' and id = ${quote(id)}`;
}

const notThere = /^(08|53|57P|58)/;
const notAnswered = /^(25|40|55|57014|XX)/;

/** A policy that refuses or fails allows nothing; a question without an answer is not refused. */
function deny(cause: unknown): undefined {
  if (!(cause instanceof pg.DatabaseError) || notThere.test(cause.code ?? "")) throw cause;
  if (notAnswered.test(cause.code ?? "")) throw new NoAnswerError(cause.message, { cause });
  return undefined;
}

/** Runs statements in one transaction and one round trip, and undoes them. */
async function attempt(pool: pg.Pool, statements: readonly string[]): Promise<{ id?: string }[]> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const text = ["begin", "set local statement_timeout to '3s'", ...statements, "rollback"].join(";\n");
    const results = (await client.query<{ id?: string }>(text)) as unknown as pg.QueryResult<{
      id?: string;
    }>[];
    return results.flatMap((result) => result.rows);
  } catch (cause) {
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    throw cause;
  } finally {
    client.release(broken);
  }
}

/** @param url Connection string of a role that owns realtime.messages and may act as the API's roles. */
export function createAuthority(url: string): Authority {
  const pool = new pg.Pool({
    connectionString: url,
    max: realtimeLimits.databaseConnections,
    application_name: "supabase realtime authority",
  });
  pool.on("error", () => undefined);
  // A connection that breaks while it is in use fails its query; heard by nobody, it would end the process as well.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return {
    async readable(bearer, topics) {
      const ids = new Map(topics.map((topic) => [randomUUID() as string, topic]));
      const ask = attempt(pool, [
        ...[...ids].map(([id, topic]) => insert(id, topic)),
        actAs(bearer),
        ...[...ids].flatMap(([id, topic]) => [atTopic(topic), select(id, topic)]),
      ]);
      const rows = await ask.catch(deny);
      return new Set(rows?.flatMap(({ id }) => ids.get(id ?? "") ?? []));
    },
    async maySend(bearer, topic) {
      const ask = attempt(pool, [actAs(bearer), atTopic(topic), insert(randomUUID(), topic)]);
      return (await ask.catch(deny)) !== undefined;
    },
    close: () => pool.end(),
  };
}
