import type { GateName } from "./index.ts";

/** An offending object, and the line with which its gate must name it. */
export type Canary = { gate: GateName; what: string; sql: string; names: string };

const table =
  "create table public.canary (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id))";
const fenced = "using (tenant_id = any ((select private.my_tenants())::uuid[]))";

/** One offending object, or several, per gate. Run in a transaction that is rolled back. */
export const canaries: readonly Canary[] = [
  {
    gate: "rowSecurity",
    what: "a table without RLS",
    sql: table,
    names: "public.canary: row level security is off",
  },
  {
    gate: "rowSecurity",
    what: "a table whose owner escapes",
    sql: `${table}; alter table public.canary enable row level security`,
    names: "public.canary: row level security is not forced",
  },
  {
    gate: "policiesPresent",
    what: "a table without policies",
    sql: table,
    names: "public.canary: has no policy",
  },
  {
    gate: "policiesPresent",
    what: "a policy on a closed table",
    sql: `create policy canary on public.feed_items for select to authenticated ${fenced}`,
    names: "public.feed_items: is listed as closed but has policies",
  },
  {
    gate: "tenantColumn",
    what: "a table without a tenant",
    sql: "create table public.canary (id uuid primary key)",
    names: "public.canary: has no tenant_id",
  },
  {
    gate: "tenantColumn",
    what: "a tenant that may be missing",
    sql: "create table public.canary (tenant_id uuid, id uuid primary key)",
    names: "public.canary: tenant_id may be null",
  },
  {
    gate: "tenantColumn",
    what: "a key without the tenant first",
    sql: "create table public.canary (tenant_id uuid not null, id uuid, primary key (id, tenant_id))",
    names: "public.canary: tenant_id is not first in the primary key",
  },
  {
    gate: "tenantColumn",
    what: "a tenant that can change",
    sql: table,
    names: "public.canary: tenant_id can change",
  },
  {
    gate: "tenantColumn",
    what: "a trigger that is switched off",
    sql: "alter table public.posts disable trigger posts_update_keeps_tenant",
    names: "public.posts: tenant_id can change",
  },
  {
    gate: "appendOnlyTables",
    what: "a log that can be truncated",
    sql: "drop trigger audit_logs_are_kept on public.audit_logs",
    names: "public.audit_logs: can be truncated",
  },
  {
    gate: "appendOnlyTables",
    what: "a log that can be changed",
    sql: "alter table public.domain_events disable trigger domain_events_are_final",
    names: "public.domain_events: rows can be updated",
  },
  {
    gate: "recordedTables",
    what: "changes without a record",
    sql: table,
    names: "public.canary: its changes are not",
  },
  {
    gate: "tenantForeignKeys",
    what: "a reference without the tenant",
    sql: `create unique index canary_idx on public.posts (id);
      create table public.canary (tenant_id uuid not null, post_id uuid references public.posts (id))`,
    names: "public.canary.canary_post_id_fkey: does not carry the tenant",
  },
  {
    gate: "tenantForeignKeys",
    what: "a reference into another tenant",
    sql: `create table public.canary (tenant_id uuid not null, from_tenant uuid, post_id uuid,
      foreign key (from_tenant, post_id) references public.posts (tenant_id, id))`,
    names: "public.canary.canary_from_tenant_post_id_fkey: carries another tenant column",
  },
  {
    gate: "tenantUnique",
    what: "a unique index across tenants",
    sql: "create unique index canary_idx on public.posts (archive_ref)",
    names: "public.canary_idx: unique across communities",
  },
  {
    gate: "foreignKeyIndexes",
    what: "a reference without an index",
    sql: "create table public.canary (tenant_id uuid references public.tenants (id))",
    names: "public.canary.canary_tenant_id_fkey: no index",
  },
  {
    gate: "noEnums",
    what: "an enum column",
    sql: "create type public.canary as enum ('a'); alter table public.posts add canary public.canary",
    names: "public.posts.canary: is an enum",
  },
  {
    gate: "grants",
    what: "a wider column grant",
    sql: "grant update (role) on public.tenant_users to authenticated",
    names: "public.tenant_users authenticated update (role): grant is not listed",
  },
  {
    gate: "grants",
    what: "a grant to service_role",
    sql: "grant select on public.posts to service_role",
    names: "public.posts service_role select: grant is not listed",
  },
  {
    gate: "grants",
    what: "a sequence for everybody",
    sql: "grant usage on sequence private.counter_deltas_id_seq to public",
    names: "private.counter_deltas_id_seq PUBLIC usage: grant is not listed",
  },
  {
    gate: "dangerousGrants",
    what: "GRANT ALL",
    sql: "grant all on public.posts to authenticated",
    names: "public.posts: authenticated holds truncate",
  },
  {
    gate: "schemas",
    what: "objects made by API roles",
    sql: "grant create on schema public to authenticated",
    names: "public authenticated create: schema grant is not listed",
  },
  {
    gate: "schemas",
    what: "tables granted by default",
    sql: "alter default privileges in schema public grant select on tables to anon",
    names: "default privileges of postgres give anon select",
  },
  {
    gate: "schemas",
    what: "functions open by default",
    sql: "alter default privileges grant execute on functions to public",
    names: "new functions are executable by PUBLIC by default",
  },
  {
    gate: "functions",
    what: "a function nobody listed",
    sql: "create function public.canary() returns int language sql security definer set search_path = '' as 'select 1'",
    names: "public.canary(): is not listed",
  },
  {
    gate: "functions",
    what: "a definer function in the exposed schema",
    sql: "create function public.canary() returns int language sql security definer set search_path = '' as 'select 1'",
    names: "public.canary(): SECURITY DEFINER in the exposed schema",
  },
  {
    gate: "functions",
    what: "an open search path",
    sql: "create function private.canary() returns int language sql security definer as 'select 1'",
    names: "private.canary(): search_path is not fixed",
  },
  {
    gate: "functions",
    what: "a function for everybody",
    sql: "grant execute on function private.fold_counters(integer) to public",
    names: "private.fold_counters(integer): executable by PUBLIC",
  },
  {
    gate: "functions",
    what: "one more role",
    sql: "grant execute on function public.unified_feed(timestamptz, uuid, integer, uuid[]) to anon",
    names:
      "public.unified_feed(timestamp with time zone, uuid, integer, uuid[]): executable by [anon, authenticated]",
  },
  {
    gate: "views",
    what: "a view with its owner's eyes",
    sql: "create view public.canary as select * from public.posts",
    names: "public.canary: view without security_invoker",
  },
  {
    gate: "views",
    what: "a materialised view",
    sql: "create materialized view public.canary as select 1 as one",
    names: "public.canary: materialised view",
  },
  {
    gate: "provided",
    what: "a bucket nobody listed",
    sql: "insert into storage.buckets (id, name, public) values ('canary', 'canary', true)",
    names: "canary public unlimited anything: bucket is not listed",
  },
  {
    gate: "provided",
    what: "a bucket that became public",
    sql: "update storage.buckets set public = true where id = 'post-media'",
    names: "post-media public",
  },
  {
    gate: "provided",
    what: "a policy on files",
    sql: "create policy canary on storage.objects for select to authenticated using (bucket_id = 'avatars')",
    names: "storage.objects canary: policy is not listed",
  },
  {
    gate: "provided",
    what: "a realtime topic",
    sql: "create policy canary on realtime.messages for select to authenticated using (topic = 'x')",
    names: "canary: realtime policy is not listed",
  },
  {
    gate: "policyRoles",
    what: "a policy for everybody",
    sql: `create policy canary on public.feed_items for select ${fenced}`,
    names: "public.feed_items.canary: applies to public",
  },
  {
    gate: "policyRoles",
    what: "visitors let in",
    sql: "alter policy groups_select_members on public.groups to anon, authenticated",
    names: "public.groups.groups_select_members: should not apply to visitors",
  },
  {
    gate: "policyRoles",
    what: "a second policy",
    sql: `create policy zz on public.posts for select to authenticated ${fenced}`,
    names: "public.posts.zz: second permissive policy",
  },
  {
    gate: "policyRoles",
    what: "a policy for all commands",
    sql: `create policy canary on public.feed_items for all to authenticated ${fenced}`,
    names: "public.feed_items.canary: one policy for all commands",
  },
  {
    gate: "boundPolicies",
    what: "no second lock",
    sql: "drop policy posts_all_bound on public.posts",
    names: "public.posts: no restrictive policy",
  },
  {
    gate: "policyFences",
    what: "a policy that is always true",
    sql: "alter policy posts_select_readers on public.posts using (true)",
    names: "public.posts.posts_select_readers: USING lets rows pass",
  },
  {
    gate: "policyFences",
    what: "one open branch among fenced ones",
    sql: `alter policy posts_select_readers on public.posts
      using (tenant_id = any ((select private.my_tenants())::uuid[]) or visibility = 'public')`,
    names: "public.posts.posts_select_readers: USING lets rows pass",
  },
  {
    gate: "policyFences",
    what: "a check left out",
    sql: `drop policy posts_update_authors on public.posts;
      create policy posts_update_authors on public.posts for update to authenticated ${fenced}`,
    names: "public.posts.posts_update_authors: WITH CHECK is not written out",
  },
  {
    gate: "personPolicies",
    what: "one's own data for bound tokens",
    sql: "alter policy profiles_select_own on public.profiles using (id = (select auth.uid()))",
    names: "public.profiles.profiles_select_own: holds for bound tokens",
  },
  {
    gate: "policyCost",
    what: "a table named in a policy",
    sql: `create policy canary on public.feed_items for select to authenticated
      using (exists (select 1 from public.tenant_users m where m.tenant_id = feed_items.tenant_id))`,
    names: "feed_items.canary: names a table",
  },
  {
    gate: "policyCost",
    what: "a comparison that is not leakproof",
    sql: "create policy canary on public.posts for select to authenticated using (title ilike 'x')",
    names: "posts.canary: pg_catalog.texticlike(text, text) runs per row",
  },
  {
    gate: "policyCost",
    what: "a helper that is not wrapped",
    sql: "create policy canary on public.posts for select to authenticated using (tenant_id = any (private.my_tenants()))",
    names: "posts.canary: private.my_tenants() runs per row",
  },
];
