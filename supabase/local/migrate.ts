import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { migrationsDir } from "./paths.ts";

/** One file of supabase/migrations: `<version>_<name>.sql`. */
export type Migration = { version: string; name: string; file: string; sql: string };

/** What is to be done: `pending` in order; `changed` were edited after they had been applied; `unknown` have no file. */
export type MigrationPlan = { pending: Migration[]; changed: Migration[]; unknown: string[] };

type Applied = { version: string; statements: string[] | null };

const fileName = /^(\d+)_([\w-]+)\.sql$/;

/**
 * Reads the migrations in name order.
 * @throws when a file is not called `<version>_<name>.sql` or two files share a version.
 */
export async function readMigrations(folder: string = migrationsDir): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".sql")).sort();
  const migrations: Migration[] = [];
  for (const file of files) {
    const [, version, name] = fileName.exec(file) ?? [];
    if (!version || !name) throw new Error(`Migration ${file} must be called <digits>_<name>.sql.`);
    if (migrations.at(-1)?.version === version)
      throw new Error(`Two migrations have the version ${version}.`);
    migrations.push({ version, name, file, sql: await readFile(path.join(folder, file), "utf8") });
  }
  return migrations;
}

/** Compares files with what a database recorded. Pure. */
export function planMigrations(files: Migration[], applied: Applied[]): MigrationPlan {
  const recorded = new Map(applied.map((row) => [row.version, row.statements]));
  const known = new Set(files.map((file) => file.version));
  return {
    pending: files.filter((file) => !recorded.has(file.version)),
    changed: files.filter((file) => {
      const statements = recorded.get(file.version);
      // Only files recorded as one piece can be compared: the Supabase CLI stores split statements.
      return statements?.length === 1 && statements[0] !== file.sql;
    }),
    unknown: applied.map((row) => row.version).filter((version) => !known.has(version)),
  };
}

/** Line and column (from 1) of a character offset (from 1, as Postgres counts). Pure. */
export function placeOf(sql: string, position: number): { line: number; column: number } {
  const before = Array.from(sql)
    .slice(0, Math.max(0, position - 1))
    .join("")
    .split("\n");
  return { line: before.length, column: Array.from(before.at(-1) ?? "").length + 1 };
}

function describeFailure(migration: Migration, cause: unknown): Error {
  const error = cause instanceof pg.DatabaseError ? cause : undefined;
  const place = error?.position ? placeOf(migration.sql, Number(error.position)) : undefined;
  const where = place ? `${migration.file}:${place.line}:${place.column}` : migration.file;
  const extra = [error?.detail, error?.hint, error?.where].filter(Boolean).join(" | ");
  const message = cause instanceof Error ? cause.message : String(cause);
  return new Error(`Migration ${where}: ${message}${extra ? ` (${extra})` : ""}`, { cause });
}

async function prepareHistory(client: pg.Client): Promise<Applied[]> {
  await client.query(`
    create schema if not exists supabase_migrations;
    create table if not exists supabase_migrations.schema_migrations (
      version text not null primary key, statements text[], name text
    );`);
  const { rows } = await client.query<Applied>(
    "select version, statements from supabase_migrations.schema_migrations order by version",
  );
  return rows;
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query("begin");
    await client.query(migration.sql);
    await client.query(
      "insert into supabase_migrations.schema_migrations (version, name, statements) values ($1, $2, $3)",
      [migration.version, migration.name, [migration.sql]],
    );
    await client.query("commit");
  } catch (cause) {
    await client.query("rollback").catch(() => undefined);
    throw describeFailure(migration, cause);
  }
}

/**
 * Applies what is pending, each file in one transaction, and tells the Data API to reload its schema.
 * Works against the embedded stack and any Supabase database, as the role of `databaseUrl`.
 * @returns the plan that was carried out.
 * @throws on the first failing file, naming file, line and column; earlier files stay applied.
 */
export async function migrate(
  databaseUrl: string,
  options: { log?: (line: string) => void; folder?: string } = {},
): Promise<MigrationPlan> {
  const log = options.log ?? (() => undefined);
  const files = await readMigrations(options.folder);
  const client = new pg.Client({ connectionString: databaseUrl, application_name: "archipelago migrate" });
  await client.connect();
  try {
    // Two starts at once would otherwise apply the same file twice.
    await client.query("select pg_advisory_lock(hashtext('archipelago migrations'))");
    const plan = planMigrations(files, await prepareHistory(client));
    for (const file of plan.changed)
      log(`Migration ${file.file} was changed after it had been applied; it is not applied again.`);
    for (const version of plan.unknown)
      log(`The database has migration ${version}, for which there is no file.`);
    for (const migration of plan.pending) {
      log(`Applying ${migration.file}`);
      await applyOne(client, migration);
    }
    if (plan.pending.length > 0) await client.query("notify pgrst, 'reload schema'");
    return plan;
  } finally {
    await client.end();
  }
}
