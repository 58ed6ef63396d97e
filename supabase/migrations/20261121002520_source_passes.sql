-- Reading a journey asks each community once for each kind of what was planned from it. One by one, the plan depended on
-- what was known of the tables: where that was nothing, each activity walked through all events of its community.

-- What stands behind sources, for whoever reads in these communities and groups; a source that they may not read has no row.
-- starts_local and what follows are of events alone.
create or replace function private.live_sources(
  p_kinds text[], p_tenant_ids uuid[], p_ids uuid[], p_me uuid, p_tenants uuid[], p_groups uuid[]
) returns table (
  kind text, tenant_id uuid, id uuid, title text, place text, starts_local timestamp, ends_local timestamp, time_zone text,
  starts_at timestamptz, cancelled boolean
)
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  return query
  with wanted as materialized (
    select k.kind, k.tenant_id, array_agg(distinct k.id) as ids from unnest(p_kinds, p_tenant_ids, p_ids) k(kind, tenant_id, id)
    where k.tenant_id = any (p_tenants)
    group by k.kind, k.tenant_id)
  select w.kind, w.tenant_id, e.id, e.title, nullif(concat_ws(', ', e.venue, e.city, e.country), ''), e.starts_local,
    e.ends_local, e.time_zone, e.starts_at, e.cancelled_at is not null
  from wanted w join public.events e on e.tenant_id = w.tenant_id and e.id = any (w.ids)
  where w.kind = 'event'
  union all
  select w.kind, w.tenant_id, g.id, g.name, null, null, null, null, null, false
  from wanted w join public.groups g on g.tenant_id = w.tenant_id and g.id = any (w.ids)
  where w.kind = 'group' and (g.privacy <> 'hidden' or g.id = any (p_groups))
  union all
  select w.kind, w.tenant_id, m.user_id, m.display_name, null, null, null, null, null, false
  from wanted w join public.tenant_users m on m.tenant_id = w.tenant_id and m.user_id = any (w.ids)
  where w.kind = 'person' and m.status = 'active' and (m.listed or m.user_id = p_me)
  union all
  select w.kind, w.tenant_id, p.id, coalesce(p.title, left(p.lead, 120)), null, null, null, null, null, false
  from wanted w join public.posts p on p.tenant_id = w.tenant_id and p.id = any (w.ids)
  where w.kind = 'post' and p.deleted_at is null
    and (p.stream_id = w.tenant_id or p.stream_id = p_me or p.stream_id = any (p_groups));
end $$;
