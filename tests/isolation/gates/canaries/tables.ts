import type { Canary } from "./canary.ts";

const table =
  "create table public.canary (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id))";
const fenced = "using (tenant_id = any ((select private.my_tenants())::uuid[]))";

/** Tables as they must not be. */
export const tableCanaries: readonly Canary[] = [
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
    gate: "policiesPresent",
    what: "a lock on a closed table",
    sql: `create policy canary on public.feed_items as restrictive for select to authenticated ${fenced}`,
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
];
