import { type Db, rowsOf } from "../engine/db.ts";
import {
  bucketsExpected,
  providedTablePolicies,
  realtimeTopics,
  schemaGrants,
} from "../expected/exceptions.ts";
import { functionsExpected } from "../expected/functions.ts";
import { grantsExpected } from "../expected/grants.ts";

/** Lines for what is there without being listed, and listed without being there. */
function compare(present: readonly string[], expected: readonly string[], what: string): string[] {
  return [
    ...present.filter((item) => !expected.includes(item)).map((item) => `${item}: ${what} is not listed`),
    ...expected
      .filter((item) => !present.includes(item))
      .map((item) => `${item}: ${what} is listed but missing`),
  ];
}

async function linesOf(db: Db, sql: string): Promise<string[]> {
  return (await rowsOf<{ line: string }>(db, sql)).map((row) => row.line);
}

const grantee = "case when g.grantee = 0 then 'PUBLIC' else g.grantee::regrole::text end";

/** Privileges on tables, views and sequences are exactly the listed ones: nothing by default, nothing for service_role. */
export async function grants(db: Db): Promise<string[]> {
  const present = await linesOf(
    db,
    `with held as (
       select c.relowner, c.relnamespace, c.relname, x.grantee, x.privilege_type, null::text as col
       from pg_class c cross join aclexplode(c.relacl) x where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
       union all
       select c.relowner, c.relnamespace, c.relname, x.grantee, x.privilege_type, a.attname
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       cross join aclexplode(a.attacl) x)
     select g.relnamespace::regnamespace || '.' || g.relname || ' ' || ${grantee} || ' ' || lower(g.privilege_type)
       || coalesce(' (' || string_agg(g.col, ', ' order by g.col) || ')', '') as line
     from held g
     where g.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and g.grantee <> g.relowner
     group by g.relnamespace, g.relname, g.grantee, g.privilege_type, g.col is null order by 1`,
  );
  return compare(present, grantsExpected, "grant");
}

/** No role but the owner can truncate, refer to, put triggers on or maintain a table. */
export async function dangerousGrants(db: Db): Promise<string[]> {
  return linesOf(
    db,
    `select c.relnamespace::regnamespace || '.' || c.relname || ': ' || ${grantee} || ' holds ' || lower(g.privilege_type) as line
     from pg_class c cross join aclexplode(c.relacl) g
     where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and g.grantee <> c.relowner
       and g.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN') order by 1`,
  );
}

/** API roles may use the schemas and create nothing; what the owner creates is granted to nobody by itself. */
export async function schemas(db: Db): Promise<string[]> {
  const present = await linesOf(
    db,
    `select n.nspname || ' ' || ${grantee} || ' ' || lower(g.privilege_type) as line
     from pg_namespace n cross join aclexplode(n.nspacl) g
     where n.nspname in ('public', 'private') and g.grantee <> n.nspowner order by 1`,
  );
  const defaults = await linesOf(
    db,
    `select 'default privileges of ' || d.defaclrole::regrole || ' give ' || ${grantee} || ' ' || lower(g.privilege_type) as line
     from pg_default_acl d cross join aclexplode(d.defaclacl) g
     where d.defaclrole = current_user::regrole and g.grantee <> d.defaclrole
       and (d.defaclnamespace = 0 or d.defaclnamespace in ('public'::regnamespace, 'private'::regnamespace)) order by 1`,
  );
  const [open] = await rowsOf<{ open: boolean }>(
    db,
    `select not exists (select 1 from pg_default_acl d
       where d.defaclrole = current_user::regrole and d.defaclnamespace = 0 and d.defaclobjtype = 'f') as open`,
  );
  return [
    ...compare(present, schemaGrants, "schema grant"),
    ...defaults,
    ...(open?.open ? ["new functions are executable by PUBLIC by default"] : []),
  ];
}

type FunctionRow = { name: string; roles: string[]; definer: boolean; config: string[]; owned: boolean };

/** Who may execute a function is listed; none is PUBLIC's; definer functions fix their search path. */
export async function functions(db: Db): Promise<string[]> {
  const rows = await rowsOf<FunctionRow>(
    db,
    `select p.pronamespace::regnamespace || '.' || p.proname || '(' || oidvectortypes(p.proargtypes) || ')' as name,
       array(select ${grantee} from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
             where g.grantee <> p.proowner order by 1) as roles,
       p.prosecdef as definer, coalesce(p.proconfig, '{}') as config, p.proowner = current_user::regrole as owned
     from pg_proc p where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace) order by 1`,
  );
  const problems = rows.flatMap((fn) => {
    const expected = functionsExpected[fn.name];
    const found: string[] = [];
    if (!expected) found.push(`${fn.name}: is not listed`);
    else if (expected.join(" ") !== fn.roles.join(" "))
      found.push(`${fn.name}: executable by [${fn.roles.join(", ")}], listed [${expected.join(", ")}]`);
    if (fn.roles.includes("PUBLIC")) found.push(`${fn.name}: executable by PUBLIC`);
    if (!fn.config.includes('search_path=""')) found.push(`${fn.name}: search_path is not fixed to ''`);
    if (fn.definer && !expected && fn.name.startsWith("public."))
      found.push(`${fn.name}: SECURITY DEFINER in the exposed schema`);
    if (!fn.owned) found.push(`${fn.name}: belongs to another role`);
    return found;
  });
  const names = rows.map((row) => row.name);
  const missing = Object.keys(functionsExpected).filter((name) => !names.includes(name));
  return [...problems, ...missing.map((name) => `${name}: is listed but missing`)];
}

/** Views see what their caller sees; there is nothing materialised and nothing foreign. */
export async function views(db: Db): Promise<string[]> {
  return linesOf(
    db,
    `select c.relnamespace::regnamespace || '.' || c.relname || case c.relkind
         when 'v' then ': view without security_invoker'
         when 'm' then ': materialised view' else ': foreign table' end as line
     from pg_class c where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
       and (c.relkind in ('m', 'f') or (c.relkind = 'v'
         and not coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on'], false)))
     order by 1`,
  );
}

/** Buckets, policies on provided tables, and what Realtime may send are listed. */
export async function provided(db: Db): Promise<string[]> {
  const buckets = await linesOf(
    db,
    `select id || case when public then ' public ' else ' private ' end || coalesce(file_size_limit::text, 'unlimited')
       || coalesce(' ' || array_to_string(allowed_mime_types, ' '), ' anything') as line from storage.buckets order by 1`,
  );
  const policies = await linesOf(
    db,
    "select schemaname || '.' || tablename || ' ' || policyname as line from pg_policies where schemaname = 'storage' order by 1",
  );
  const topics = await linesOf(
    db,
    "select policyname as line from pg_policies where schemaname = 'realtime' order by 1",
  );
  const published = await linesOf(
    db,
    "select schemaname || '.' || tablename || ': is published' as line from pg_publication_tables order by 1",
  );
  return [
    ...compare(buckets, bucketsExpected, "bucket"),
    ...compare(policies, providedTablePolicies, "policy"),
    ...compare(topics, realtimeTopics, "realtime policy"),
    ...published,
  ];
}
