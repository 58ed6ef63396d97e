import { readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { getAuthSchemaSql, getStorageSchemaSql } from "./lite.ts";
import type { StackSecrets } from "./secrets.ts";

/** Lite's tables without its `create schema`: their owners may not create schemas. */
function tablesOnly(sql: string): string {
  return sql.replace(/^create schema .*;$/gim, "");
}

/**
 * Gives a new database what a Supabase project has before its first migration, in one transaction.
 * Tables of `auth` and `storage` come from @supabase/lite, whose services use them; roles, grants and
 * everything else from bootstrap.sql.
 */
export async function bootstrap(adminUrl: string, secrets: StackSecrets): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const template = await readFile(path.join(import.meta.dirname, "bootstrap.sql"), "utf8");
    const values: Record<string, string> = {
      postgres_password: client.escapeLiteral(secrets.passwords.postgres),
      authenticator_password: client.escapeLiteral(secrets.passwords.authenticator),
      auth_schema: tablesOnly(getAuthSchemaSql(false)),
      storage_schema: tablesOnly(getStorageSchemaSql(false)),
    };
    const sql = template.replace(/<(\w+)>/g, (whole, name: string) => values[name] ?? whole);
    await client.query("begin");
    await client.query(sql);
    await client.query("commit");
  } finally {
    await client.end();
  }
}

/** Brings what Realtime keeps in the database up to date; databases of earlier starts had less of it. */
export async function provideRealtime(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const sql = await readFile(path.join(import.meta.dirname, "realtime.sql"), "utf8");
    await client.query("set client_min_messages = warning");
    await client.query(sql);
  } finally {
    await client.end();
  }
}
