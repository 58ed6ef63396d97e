-- Whoever reads a text has read what the inbox says about it: a page says whether there is such a thing, and once it is in
-- view it tells so.

drop index public.notifications_unread_idx;
create index notifications_unread_idx on public.notifications (tenant_id, user_id, known_stream, bucket)
  where is_latest and read_at is null;
create index notifications_post_idx on public.notifications (tenant_id, user_id, post_id)
  where is_latest and read_at is null;

-- Marks what is unread in these groups up to a row each. Returns how many rows it marked; their person's pages are told.
create function private.mark_groups_read(
  p_me uuid, p_tenants uuid[], p_keys text[], p_moments timestamptz[], p_ids uuid[]
) returns integer
language plpgsql volatile security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  marked integer;
begin
  update public.notifications n set read_at = now()
  from unnest(p_tenants, p_keys, p_moments, p_ids) h(tenant_id, group_key, created_at, id)
  where n.tenant_id = h.tenant_id and n.user_id = p_me and n.group_key = h.group_key and n.read_at is null
    and (n.created_at, n.id) <= (h.created_at, h.id);
  get diagnostics marked = row_count;
  if marked > 0 then perform private.tell_inbox(array[p_me]); end if;
  return marked;
end $$;

-- Marks as read: the groups whose newest rows are named, or what came until a moment, in one community or all. On all
-- devices: their pages are told. Returns how many rows it marked.
create or replace function public.mark_notifications_read(
  p_ids uuid[] default null, p_tenant uuid default null, p_until timestamptz default null
) returns integer
language plpgsql volatile security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := private.require_network_viewer();
  until timestamptz := least(p_until, now());
  heads record;
begin
  if cardinality(p_ids) > 100 then raise exception 'invalid:ids' using errcode = 'P0001'; end if;
  select array_agg(x.tenant_id) as tenants, array_agg(x.group_key) as keys, array_agg(x.created_at) as moments,
    array_agg(x.id) as ids
  into heads
  from (
    select n.tenant_id, n.group_key, n.created_at, n.id
    from unnest(private.my_tenants()) t(id)
    join public.notifications n on n.tenant_id = t.id and n.id = any (p_ids) and n.user_id = me
    where p_ids is not null
    union all
    select n.tenant_id, n.group_key, n.created_at, n.id
    from public.tenant_users t
    join public.notifications n on n.tenant_id = t.tenant_id and n.user_id = me and n.is_latest and n.read_at is null
      and n.created_at <= until
    where p_ids is null and t.user_id = me and (p_tenant is null or t.tenant_id = p_tenant)) x;
  return private.mark_groups_read(me, heads.tenants, heads.keys, heads.moments, heads.ids);
end $$;

-- Whether something is unread in this community about a post: answers and mentions, below it or in it.
create function private.has_notices(p_tenant uuid, p_post uuid) returns boolean
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  return auth.uid() is not null and exists (
    select 1 from public.notifications n
    where n.tenant_id = p_tenant and n.user_id = auth.uid() and n.post_id = p_post and n.is_latest and n.read_at is null
      and n.kind in ('reply', 'mention'));
end $$;

-- I have read this post, and what was said below it in this community until then. Says nothing of the inbox: a community's
-- host calls it too.
create function public.read_post_notices(p_tenant uuid, p_post uuid, p_until timestamptz) returns void
language plpgsql volatile security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := auth.uid();
  until timestamptz := least(p_until, now());
  heads record;
begin
  if not coalesce(p_tenant = any (private.my_tenants()), false) then return; end if;
  select array_agg(n.tenant_id) as tenants, array_agg(n.group_key) as keys, array_agg(until) as moments,
    array_agg('ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid) as ids
  into heads
  from public.notifications n
  where n.tenant_id = p_tenant and n.user_id = me and n.post_id = p_post and n.is_latest and n.read_at is null
    and n.kind in ('reply', 'mention');
  perform private.mark_groups_read(me, heads.tenants, heads.keys, heads.moments, heads.ids);
end $$;
grant execute on function public.read_post_notices(uuid, uuid, timestamptz) to authenticated;

-- One field more in the answers that are there.
do $$
declare
  page text;
  field constant text := $text$'comment', case when top is not null then p_comment end,$text$;
  changed text;
begin
  foreach page in array array['post_page(uuid, uuid, uuid, uuid[], boolean, integer)',
                              'shared_post(uuid, uuid, uuid, uuid[], boolean, integer)'] loop
    changed := replace(pg_catalog.pg_get_functiondef(('public.' || page)::regprocedure), field,
      format($text$'notices', private.has_notices(p_tenant, %s),
    $text$, case when page like 'post_page%' then 'p_post' else 's.post_id' end) || field);
    if position('has_notices' in changed) = 0 then raise exception '% has no place for notices', page; end if;
    execute changed;
  end loop;
end $$;
