import type { Canary } from "./canary.ts";

/** Grants, functions, views and buckets as they must not be. */
export const accessCanaries: readonly Canary[] = [
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
    sql: "grant execute on function public.unified_feed(timestamptz, uuid, integer, uuid[], text) to anon",
    names:
      "public.unified_feed(timestamp with time zone, uuid, integer, uuid[], text): executable by [anon, authenticated]",
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
];
