import { type Db, rowsOf } from "./engine/db.ts";
import { functionMutants, helperMutants } from "./mutants/functions.ts";
import { apiRoles, type Mutant } from "./mutants/kinds.ts";
import { policyMutants } from "./mutants/policies.ts";

const relations = `
  select c.oid::regclass::text as quoted, n.nspname || '.' || c.relname as name, n.nspname in ('public', 'private') as ours
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and (n.nspname in ('public', 'private') or n.nspname || '.' || c.relname = 'storage.objects') order by 2`;

/** Row security switched off, and verbs handed to every API role that does not hold them. */
async function tableMutants(db: Db): Promise<Mutant[]> {
  const tables = await rowsOf<{ quoted: string; name: string; ours: boolean }>(db, relations);
  const held = await rowsOf<{ name: string; role: string; verb: string }>(
    db,
    `select c.oid::regclass::text as name, g.grantee::regrole::text as role, lower(g.privilege_type) as verb
     from pg_class c cross join aclexplode(c.relacl) g
     where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)`,
  );
  const verbs = ["select", "insert", "update", "delete", "truncate"];
  return tables.flatMap(({ quoted, name, ours }) => {
    const security = ["disable row level security", ...(ours ? ["no force row level security"] : [])];
    const extra = apiRoles.flatMap((role) =>
      verbs
        .filter(
          (verb) =>
            !held.some((grant) => grant.name === quoted && grant.role === role && grant.verb === verb),
        )
        .map((verb) => ({ kind: "extra verb", table: name, sql: `grant ${verb} on ${quoted} to ${role}` })),
    );
    return [
      ...security.map((change) => ({ kind: change, table: name, sql: `alter table ${quoted} ${change}` })),
      ...(ours ? extra : []),
    ];
  });
}

/** Column grants widened by each column that is not granted. */
async function columnMutants(db: Db): Promise<Mutant[]> {
  const rows = await rowsOf<{ table: string; role: string; verb: string; column: string }>(
    db,
    `with held as (
       select c.oid, g.grantee, g.privilege_type, a.attname from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 cross join aclexplode(a.attacl) g
       where c.relnamespace = 'public'::regnamespace and g.grantee <> c.relowner)
     select h.oid::regclass::text as table, h.grantee::regrole::text as role, lower(h.privilege_type) as verb, a.attname as column
     from (select distinct oid, grantee, privilege_type from held) h
     join pg_attribute a on a.attrelid = h.oid and a.attnum > 0 and not a.attisdropped
     where not exists (select 1 from held x where (x.oid, x.grantee, x.privilege_type, x.attname)
                                               = (h.oid, h.grantee, h.privilege_type, a.attname))
     order by 1, 2, 3, 4`,
  );
  return rows.map((row) => ({
    kind: "wider column grant",
    table: `public.${row.table}`,
    sql: `grant ${row.verb} (${row.column}) on ${row.table} to ${row.role}`,
  }));
}

/** Triggers that keep a tenant or a log, dropped and switched off. */
async function triggerMutants(db: Db): Promise<Mutant[]> {
  const rows = await rowsOf<{ table: string; trigger: string }>(
    db,
    `select c.relnamespace::regnamespace || '.' || c.relname as table, t.tgname as trigger
     from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and t.tgfoid in
       ('private.keep_tenant'::regproc, 'private.refuse_change'::regproc, 'private.record_change'::regproc)
     order by 1, 2`,
  );
  return rows.flatMap(({ table, trigger }) => [
    { kind: "trigger dropped", table, sql: `drop trigger ${trigger} on ${table}` },
    {
      kind: "trigger disabled",
      table,
      sql: `alter table ${table} disable trigger ${trigger}`,
    },
  ]);
}

/** Every way in which this schema could be a little less safe than it is, generated from the catalog. */
export async function generateMutants(db: Db): Promise<Mutant[]> {
  return [
    ...(await policyMutants(db)),
    ...(await tableMutants(db)),
    ...(await columnMutants(db)),
    ...(await triggerMutants(db)),
    ...(await functionMutants(db)),
    ...(await helperMutants(db)),
  ];
}
