import { type Db, rowsOf } from "../engine/db.ts";
import {
  appendOnly,
  closedTables,
  networkWideUnique,
  notTenantOwned,
  otherTenantColumn,
  privateKeys,
  unrecorded,
} from "../expected/exceptions.ts";

const ours = "c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)";
const nameOf = "(c.relnamespace::regnamespace || '.' || c.relname)";

async function namesOf(db: Db, sql: string): Promise<string[]> {
  return (await rowsOf<{ name: string }>(db, sql)).map((row) => row.name);
}

/** Lines for what a list names although it is gone. */
function stale(list: readonly string[], present: readonly string[], what: string): string[] {
  return list.filter((name) => !present.includes(name)).map((name) => `${name}: ${what}, but does not exist`);
}

/** Row level security is on, and holds for the owner too. */
export async function rowSecurity(db: Db): Promise<string[]> {
  const rows = await rowsOf<{ name: string; on: boolean; forced: boolean }>(
    db,
    `select ${nameOf} as name, c.relrowsecurity as on, c.relforcerowsecurity as forced
     from pg_class c where c.relkind in ('r', 'p') and ${ours} order by 1`,
  );
  const provided = await rowsOf<{ name: string; on: boolean; forced: boolean }>(
    db,
    `select ${nameOf} as name, c.relrowsecurity as on, true as forced from pg_class c
     where ${nameOf} in ('storage.objects', 'storage.buckets', 'realtime.messages')`,
  );
  return [...rows, ...provided].flatMap((table) => [
    ...(table.on ? [] : [`${table.name}: row level security is off`]),
    ...(table.forced ? [] : [`${table.name}: row level security is not forced`]),
  ]);
}

/** A table either has policies, or is listed as closed and has none. */
export async function policiesPresent(db: Db): Promise<string[]> {
  const rows = await rowsOf<{ name: string; policies: number; lets: boolean }>(
    db,
    `select ${nameOf} as name, (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
       exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polpermissive) as lets
     from pg_class c where c.relkind in ('r', 'p') and ${ours} order by 1`,
  );
  const present = rows.map((row) => row.name);
  const problems = rows.flatMap((row) => {
    const closed = closedTables.includes(row.name);
    if (closed && row.policies > 0) return [`${row.name}: is listed as closed but has policies`];
    return !closed && !row.lets ? [`${row.name}: has no policy and is not listed as closed`] : [];
  });
  return [...problems, ...stale(closedTables, present, "is listed as closed")];
}

type TenantTable = {
  name: string;
  notnull: boolean | null;
  type: string | null;
  firstKey: string | null;
  immutable: boolean;
};

const tenantTables = `
  select ${nameOf} as name, a.attnotnull as notnull, format_type(a.atttypid, null) as type,
    (select k.attname from pg_index i join pg_attribute k on k.attrelid = c.oid and k.attnum = i.indkey[0]
     where i.indrelid = c.oid and i.indisprimary) as "firstKey",
    exists (select 1 from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal and t.tgenabled in ('O', 'A')
      and t.tgfoid in ('private.keep_tenant'::regproc, 'private.refuse_change'::regproc)
      and t.tgtype & 19 = 19 and (cardinality(t.tgattr::int2[]) = 0 or a.attnum = any (t.tgattr::int2[]))
      and t.tgqual is null) as immutable
  from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
  where c.relkind in ('r', 'p') and ${ours} order by 1`;

/** tenant_id is there, never null, first in the primary key, and cannot change. */
export async function tenantColumn(db: Db): Promise<string[]> {
  const rows = await rowsOf<TenantTable>(db, tenantTables);
  const problems = rows.flatMap((table) => {
    if (notTenantOwned[table.name]) return [];
    if (table.type !== "uuid")
      return [`${table.name}: has no tenant_id uuid and is not listed as notTenantOwned`];
    if (privateKeys[table.name]) return [];
    const found = table.notnull ? [] : [`${table.name}: tenant_id may be null`];
    if (table.firstKey !== "tenant_id")
      found.push(`${table.name}: tenant_id is not first in the primary key`);
    if (!table.immutable) found.push(`${table.name}: tenant_id can change`);
    return found;
  });
  const present = rows.map((row) => row.name);
  return [
    ...problems,
    ...stale(Object.keys(notTenantOwned), present, "is listed as notTenantOwned"),
    ...stale(Object.keys(privateKeys), present, "is listed in privateKeys"),
  ];
}

/** What must never change has triggers against update, delete and truncate. */
export async function appendOnlyTables(db: Db): Promise<string[]> {
  const problems: string[] = [];
  for (const table of appendOnly) {
    const [row] = await rowsOf<{ types: number[] }>(
      db,
      `select coalesce(array_agg(t.tgtype::int), '{}') as types from pg_trigger t
       where t.tgrelid = $1::regclass and t.tgfoid = 'private.refuse_change'::regproc and t.tgenabled in ('O', 'A')
         and t.tgqual is null and cardinality(t.tgattr::int2[]) = 0`,
      [table],
    );
    const types = row?.types ?? [];
    // tgtype: 1 row, 2 before, 8 delete, 16 update, 32 truncate.
    const guards = (bits: number) => types.some((type) => (type & bits) === bits);
    if (!guards(1 | 2 | 16)) problems.push(`${table}: rows can be updated`);
    if (!guards(1 | 2 | 8)) problems.push(`${table}: rows can be deleted`);
    if (!guards(2 | 32)) problems.push(`${table}: can be truncated`);
  }
  return problems;
}

/** Every change of a table is recorded, unless the table is listed. */
export async function recordedTables(db: Db): Promise<string[]> {
  const rows = await rowsOf<{ name: string; recorded: boolean }>(
    db,
    `select ${nameOf} as name, exists (select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgenabled in ('O', 'A')
       and t.tgfoid = 'private.record_change'::regproc and t.tgtype & 13 = 13) as recorded
     from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  const problems = rows.filter((row) => !row.recorded && !unrecorded[row.name]);
  return [
    ...problems.map((row) => `${row.name}: its changes are not recorded`),
    ...stale(
      Object.keys(unrecorded),
      rows.map((row) => row.name),
      "is listed as unrecorded",
    ),
  ];
}

/** A foreign key between tenant-owned tables carries the tenant on both sides. */
export async function tenantForeignKeys(db: Db): Promise<string[]> {
  const rows = await rowsOf<{ name: string; from: string[]; to: string[] }>(
    db,
    `select ${nameOf} || '.' || f.conname as name,
       array(select a.attname::text from unnest(f.conkey) with ordinality k(n, o)
             join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.n order by k.o) as from,
       array(select a.attname::text from unnest(f.confkey) with ordinality k(n, o)
             join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.n order by k.o) as to
     from pg_constraint f join pg_class c on c.oid = f.conrelid
     where f.contype = 'f' and f.conparentid = 0 and ${ours}
       and exists (select 1 from pg_attribute a where a.attrelid = f.confrelid and a.attname = 'tenant_id')
     order by 1`,
  );
  const own = ["tenant_id", "primary_tenant_id"];
  const problems = rows.flatMap((key) => {
    const from = key.from[key.to.indexOf("tenant_id")];
    if (from === undefined) return [`${key.name}: does not carry the tenant`];
    return own.includes(from) || otherTenantColumn[key.name]
      ? []
      : [`${key.name}: carries another tenant column`];
  });
  return [
    ...problems,
    ...stale(
      Object.keys(otherTenantColumn),
      rows.map((row) => row.name),
      "is listed in otherTenantColumn",
    ),
  ];
}

/** Unique indexes of tenant-owned tables begin with tenant_id. */
export async function tenantUnique(db: Db): Promise<string[]> {
  const names = await namesOf(
    db,
    `select ic.relnamespace::regnamespace || '.' || ic.relname as name
     from pg_index i join pg_class c on c.oid = i.indrelid join pg_class ic on ic.oid = i.indexrelid
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
     where i.indisunique and c.relnamespace = 'public'::regnamespace and i.indkey[0] <> a.attnum order by 1`,
  );
  return [
    ...names
      .filter((name) => !networkWideUnique[name])
      .map((name) => `${name}: unique across communities and not listed`),
    ...stale(Object.keys(networkWideUnique), names, "is listed in networkWideUnique"),
  ];
}

/** The columns of every foreign key lead an index, so that neither side scans. */
export async function foreignKeyIndexes(db: Db): Promise<string[]> {
  return namesOf(
    db,
    `select ${nameOf} || '.' || f.conname || ': no index supports it' as name
     from pg_constraint f join pg_class c on c.oid = f.conrelid
     where f.contype = 'f' and f.conparentid = 0 and ${ours} and not exists (
       select 1 from pg_index i
       where i.indrelid = f.conrelid and i.indisvalid and i.indexprs is null
         and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) ~ '^\\(\\w+ IS NOT NULL\\)$')
         and ((array(select i.indkey[n] from generate_series(0, cardinality(f.conkey) - 1) n) @> f.conkey)
              or (i.indisunique and i.indpred is null
                  and f.conkey @> array(select i.indkey[n] from generate_series(0, i.indnkeyatts - 1) n))))
     order by 1`,
  );
}

/** Columns that clients filter on are text with a check: comparing an enum is not leakproof. */
export async function noEnums(db: Db): Promise<string[]> {
  return namesOf(
    db,
    `select ${nameOf} || '.' || a.attname || ': is an enum' as name
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
     where ${ours} and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped
       and (t.typtype = 'e' or exists (select 1 from pg_type e where e.oid = t.typelem and e.typtype = 'e'))
     order by 1`,
  );
}
