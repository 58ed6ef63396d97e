import type pg from "pg";
import { expect } from "vitest";
import { withClient } from "@/lib/archive/connection";
import { exportArchive } from "@/lib/archive/export-archive";
import type { ImportResult } from "@/lib/archive/import-archive";
import { type ArchiveOutcome, type ImportRequest, importArchives } from "@/lib/archive/import-archives";
import { temporaryFolder } from "@/tests/support/archives";
import { sql, stackEnv } from "@/tests/support/stack";

/** Imports folders into the tests' stack. */
export function importFolders(
  folders: string[],
  request: Partial<ImportRequest> = {},
): Promise<ArchiveOutcome[]> {
  return importArchives(stackEnv().DATABASE_URL, { ...request, folders });
}

/** Imports one folder that must be accepted. */
export async function importFolder(
  folder: string,
  request: Partial<ImportRequest> = {},
): Promise<ImportResult> {
  const [outcome] = await importFolders([folder], request);
  if (!outcome?.ok) throw outcome?.error ?? new Error("no outcome");
  return outcome.result;
}

/** Exports a community into a new folder and answers where. */
export async function exportFolder(slug: string): Promise<string> {
  const folder = `${await temporaryFolder()}/${slug}`;
  await withClient(stackEnv().DATABASE_URL, (client) => exportArchive(client, slug, folder));
  return folder;
}

/** Connects as an import would. */
export function connect<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  return withClient(stackEnv().DATABASE_URL, work);
}

/** Everything of the network that an import could write, down to the transaction that last wrote each row. */
export async function snapshot(): Promise<unknown> {
  const tables = [
    "tenants",
    "profiles",
    "tenant_users",
    "posts",
    "events",
    "feed_items",
    "domain_events",
    "audit_logs",
  ];
  const rows = await Promise.all(
    tables.map((table) =>
      sql(`select '${table}' as name, count(*)::integer as count,
                  md5(coalesce(string_agg(t.xmin::text || t.ctid::text, ',' order by t.ctid), '')) as state from public.${table} t`),
    ),
  );
  return rows.flat();
}

/** The rows of an archive's community with their versions, by id. */
export async function versions(
  slug: string,
  table: "posts" | "events" | "tenant_users",
): Promise<Record<string, number>> {
  const rows = await sql<{ archive_ref: string; version: number }>(
    `select x.archive_ref, x.version from public.${table} x join public.tenants t on t.id = x.tenant_id
     where t.slug = $1 and x.archive_ref is not null`,
    [slug],
  );
  return Object.fromEntries(rows.map((row) => [row.archive_ref, row.version]));
}

/** Lets the address go, so that an import finds an empty network. */
export async function forget(slug: string): Promise<void> {
  const [gone] = await sql<{ slug: string }>(
    `update public.tenants set slug = 'gone-' || substr(md5(random()::text), 1, 12) where slug = $1 returning slug`,
    [slug],
  );
  expect(gone).toBeDefined();
}

/** A community founded in the app, with an owner who can sign in; answers their ids. */
export async function foundCommunity(
  slug: string,
): Promise<{ tenantId: string; ownerId: string; email: string }> {
  const email = `${slug}@example.test`;
  const [owner] = await sql<{ id: string }>(
    "insert into auth.users (id, email) values (gen_random_uuid(), $1) returning id",
    [email],
  );
  const [tenant] = await sql<{ id: string }>(
    "insert into public.tenants (slug, name, created_by) values ($1, 'Founded here', $2) returning id",
    [slug, owner?.id],
  );
  if (!owner || !tenant) throw new Error("no community");
  await sql(
    "insert into public.tenant_users (tenant_id, user_id, role, display_name) values ($1, $2, 'owner', 'Founder')",
    [tenant.id, owner.id],
  );
  return { tenantId: tenant.id, ownerId: owner.id, email };
}
