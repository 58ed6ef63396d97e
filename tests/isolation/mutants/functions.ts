import { type Db, rowsOf } from "../engine/db.ts";
import { fileConditions } from "./files.ts";
import type { Mutant, Weakening } from "./kinds.ts";

/** Functions handed to roles that should not have them, or left without their guards. */
export async function functionMutants(db: Db): Promise<Mutant[]> {
  const rows = await rowsOf<{ name: string; definer: boolean; roles: string[] }>(
    db,
    `select p.oid::regprocedure::text as name, p.prosecdef as definer,
       array(select g.grantee::regrole::text from aclexplode(p.proacl) g where g.grantee <> p.proowner) as roles
     from pg_proc p where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace) order by 1`,
  );
  return rows.flatMap(({ name, roles }) => [
    ...["anon", "authenticated", "service_role"]
      .filter((role) => !roles.includes(role))
      .map((role) => ({ kind: "execute granted", sql: `grant execute on function ${name} to ${role}` })),
    { kind: "execute for public", sql: `grant execute on function ${name} to public` },
    { kind: "search path open", sql: `alter function ${name} reset search_path` },
  ]);
}

/** Conditions inside the helpers that policies trust: without each of them somebody reaches more. */
const conditions: readonly Weakening[] = [
  { helper: "private.my_tenants()", from: "m.tenant_id = bound and m.user_id = me", to: "m.user_id = me" },
  { helper: "private.my_tenants()", from: "if bound is not null then", to: "if false then" },
  { helper: "private.my_tenants()", from: "m.user_id = me and m.status = 'active'", to: "m.user_id = me" },
  { helper: "private.my_tenants()", from: "t.status <> 'active'", to: "false" },
  {
    helper: "private.my_tenants_as(text)",
    from: "private.role_rank(m.role) >= private.role_rank(p_role)",
    to: "true",
  },
  { helper: "private.my_tenants_as(text)", from: "m.user_id = auth.uid()", to: "true" },
  {
    helper: "private.my_tenants_as(text)",
    from: "m.tenant_id = any (private.my_tenants())",
    to: "true",
  },
  { helper: "private.my_groups()", from: "g.user_id = auth.uid() and", to: "" },
  { helper: "private.my_streams()", from: "|| auth.uid()", to: "" },
  { helper: "private.my_streams()", from: "|| private.my_groups()", to: "" },
  { helper: "private.public_host_tenant()", from: "t.privacy = 'public'", to: "true" },
  { helper: "private.public_host_tenant()", from: "t.status = 'active'", to: "true" },
  { helper: "private.role_rank(text)", from: "when 'moderator' then 2", to: "when 'moderator' then 3" },
  { helper: "private.role_rank(text)", from: "when 'member' then 1", to: "when 'member' then 2" },
  { helper: "private.may_like(uuid,uuid)", from: "p.deleted_at is null", to: "true" },
  { helper: "private.may_like(uuid,uuid)", from: "p.stream_id = any (private.my_streams())", to: "true" },
  { helper: "private.bound_tenant()", from: "'tenant_id'", to: "'tenant'" },
  { helper: "private.my_admin_folders()", from: "'admin'", to: "'member'" },
  ...fileConditions,
  {
    helper: "private.posts_keep_feed()",
    from: "new.visibility = 'public' and new.deleted_at is null",
    to: "new.visibility = 'public'",
    writes: true,
  },
  {
    helper: "private.post_comments_place()",
    from: "new.is_public := post.visibility = 'public'",
    to: "new.is_public := true",
    writes: true,
  },
];

/** The helpers with one condition less. */
export async function helperMutants(db: Db): Promise<Mutant[]> {
  const mutants: Mutant[] = [];
  for (const { helper, from, to, table, writes } of conditions) {
    const [row] = await rowsOf<{ source: string }>(
      db,
      "select pg_get_functiondef(p.oid) as source from pg_proc p where p.oid = $1::regprocedure",
      [helper],
    );
    const source = row?.source ?? "";
    if (!source.includes(from)) throw new Error(`${helper} no longer contains: ${from}`);
    const kind = `${helper}: ${from} -> ${to || "nothing"}`;
    mutants.push({ kind, table, sql: source.replace(from, to), writes });
  }
  return mutants;
}
