import { type Db, rowsOf } from "../engine/db.ts";
import {
  notTenantOwned,
  perRowCalls,
  policiesForVisitors,
  unfencedBranches,
} from "../expected/exceptions.ts";
import { isFenced, parseCondition } from "./boolean.ts";

type Policy = {
  table: string;
  name: string;
  command: string;
  permissive: boolean;
  roles: string[];
  using: string | null;
  check: string | null;
};

async function policiesOf(db: Db): Promise<Policy[]> {
  return rowsOf<Policy>(
    db,
    `select schemaname || '.' || tablename as table, policyname as name, cmd as command, permissive = 'PERMISSIVE' as permissive,
       roles::text[] as roles, qual as using, with_check as check
     from pg_policies where schemaname in ('public', 'private', 'storage', 'realtime') order by 1, 2`,
  );
}

/** Policies name their roles, visitors only where listed, and there is one per table, command and role. */
export async function policyRoles(db: Db): Promise<string[]> {
  const policies = await policiesOf(db);
  const full = (policy: Policy) => `${policy.table}.${policy.name}`;
  const seen = new Set<string>();
  const problems = policies.flatMap((policy) => {
    const found = policy.roles
      .filter((role) => role !== "anon" && role !== "authenticated")
      .map((role) => `${full(policy)}: applies to ${role}`);
    if (!policy.permissive) return found;
    const visitors = policiesForVisitors.includes(full(policy));
    if (policy.roles.includes("anon") !== visitors)
      found.push(`${full(policy)}: ${visitors ? "should" : "should not"} apply to visitors`);
    if (policy.command === "ALL") found.push(`${full(policy)}: one policy for all commands`);
    for (const role of policy.roles) {
      const place = `${policy.table} ${policy.command} ${role}`;
      if (seen.has(place)) found.push(`${full(policy)}: second permissive policy for ${place}`);
      seen.add(place);
    }
    return found;
  });
  const names = policies.map(full);
  return [
    ...problems,
    ...policiesForVisitors
      .filter((name) => !names.includes(name))
      .map((name) => `${name}: is listed but missing`),
  ];
}

const bound = "( SELECT private.bound_tenant() AS bound_tenant)";

/** A second lock on every table with a tenant and policies: a token bound to one community knows that one only. */
export async function boundPolicies(db: Db): Promise<string[]> {
  const policies = await policiesOf(db);
  const tables = await rowsOf<{ name: string; column: string }>(
    db,
    `select 'public.' || c.relname as name, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and (a.attname = 'tenant_id' or (c.relname = 'tenants' and a.attname = 'id'))
       and exists (select 1 from pg_policy p where p.polrelid = c.oid) order by 1`,
  );
  return tables.flatMap(({ name, column }) => {
    const wanted = `((${bound} IS NULL) OR (${column} = ${bound}))`;
    const lock = policies.some(
      (policy) =>
        policy.table === name &&
        !policy.permissive &&
        policy.command === "ALL" &&
        policy.roles.includes("anon") &&
        policy.roles.includes("authenticated") &&
        policy.using === wanted &&
        (policy.check ?? policy.using) === wanted,
    );
    return lock ? [] : [`${name}: no restrictive policy ties bound tokens to their community`];
  });
}

const call = (name: string) => `\\( SELECT private\\.${name}\\([^()]*\\) AS ${name}\\)`;
const tenantFence = new RegExp(
  `^(tenant_id|id) = (ANY \\(${call("my_tenants(?:_as)?")}::uuid\\[\\]\\)|${call("public_host_tenant")})$`,
);
const folderFence = new RegExp(
  `^\\(storage\\.foldername\\(name\\)\\)\\[1\\] = ANY \\(${call("my_(?:tenant|admin)_folders")}::text\\[\\]\\)$`,
);
const personFence = /^(user_id|id) = \( SELECT auth\.uid\(\) AS uid\)$/;

function fenceOf(table: string): (leaf: string) => boolean {
  if (table.startsWith("storage.")) return (leaf) => folderFence.test(leaf);
  if (table !== "public.tenants" && notTenantOwned[table]) return (leaf) => personFence.test(leaf);
  return (leaf) => tenantFence.test(leaf);
}

/** Every way through a permissive policy passes a fence: a community of mine, the public host's, or myself. */
export async function policyFences(db: Db): Promise<string[]> {
  const policies = (await policiesOf(db)).filter((policy) => policy.permissive);
  return policies.flatMap((policy) => {
    const name = `${policy.table}.${policy.name}`;
    const fence = fenceOf(policy.table);
    const excused = unfencedBranches[name];
    const checks: [string, string | null, boolean][] = [
      ["USING", policy.using, policy.command !== "INSERT"],
      ["WITH CHECK", policy.check, policy.command === "INSERT" || policy.command === "UPDATE"],
    ];
    return checks.flatMap(([clause, text, needed]) => {
      if (!needed) return [];
      if (text === null) return [`${name}: ${clause} is not written out`];
      const condition = parseCondition(text);
      const passes = (leaf: string) => fence(leaf) || `(${leaf})` === excused;
      return isFenced(condition, passes)
        ? []
        : [`${name}: ${clause} lets rows pass that no fence guards: ${text}`];
    });
  });
}

/** What a person alone owns is out of reach of a token bound to a community. */
export async function personPolicies(db: Db): Promise<string[]> {
  const policies = (await policiesOf(db)).filter(
    (policy) => policy.permissive && policy.table !== "public.tenants" && notTenantOwned[policy.table],
  );
  const unbound = (leaf: string) => leaf === `${bound} IS NULL`;
  return policies.flatMap((policy) =>
    [policy.using, policy.check].flatMap((text) =>
      text === null || isFenced(parseCondition(text), unbound)
        ? []
        : [`${policy.table}.${policy.name}: holds for bound tokens: ${text}`],
    ),
  );
}

/**
 * Policies cost one call per statement and leak nothing: helpers are wrapped in a select, no table is named,
 * and what compares columns is leakproof.
 */
export async function policyCost(db: Db): Promise<string[]> {
  const rows = await rowsOf<{ name: string; tree: string; text: string }>(
    db,
    `select p.polrelid::regclass || '.' || p.polname as name, x.tree::text as tree,
       pg_get_expr(x.tree, p.polrelid) as text
     from pg_policy p cross join lateral (values (p.polqual), (p.polwithcheck)) x(tree) where x.tree is not null order by 1`,
  );
  const known = await rowsOf<{ oid: string; name: string; leakproof: boolean }>(
    db,
    `select p.oid::text as oid, p.pronamespace::regnamespace || '.' || p.proname || '(' || oidvectortypes(p.proargtypes) || ')' as name,
       p.proleakproof as leakproof from pg_proc p`,
  );
  const functions = new Map(known.map((fn) => [fn.oid, fn]));
  return rows.flatMap(({ name, tree, text }) => {
    const outside = withoutSublinks(tree);
    const found =
      [...tree.matchAll(/:(?:relid|rtekind) /g)].length > 0 ? [`${name}: names a table: ${text}`] : [];
    for (const [, oid = "0"] of outside.matchAll(/:(?:opfuncid|funcid) (\d+)/g)) {
      const fn = functions.get(oid);
      if (oid === "0" || fn?.leakproof || (fn && perRowCalls[fn.name])) continue;
      found.push(`${name}: ${fn?.name ?? oid} runs per row and is not leakproof`);
    }
    return found;
  });
}

/** The node tree without sub-selects: what runs for every row. */
function withoutSublinks(tree: string): string {
  let kept = tree;
  for (let at = kept.indexOf("{SUBLINK"); at >= 0; at = kept.indexOf("{SUBLINK")) {
    let depth = 0;
    let end = at;
    do {
      if (kept[end] === "{") depth++;
      if (kept[end] === "}") depth--;
      end++;
    } while (depth > 0 && end < kept.length);
    kept = kept.slice(0, at) + kept.slice(end);
  }
  return kept;
}
