-- What somebody wrote of a done activity comes along when a journey is taken in: an activity may begin with its memory.
create or replace function private.put_activities(p_journey uuid, p_role text, p_rows jsonb) returns uuid[]
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := auth.uid();
  home_zone text := (select j.time_zone from public.user_journeys j where j.id = p_journey);
  ids uuid[];
  last double precision;
begin
  if jsonb_typeof(p_rows) is distinct from 'array' or jsonb_array_length(p_rows) > 500 then
    raise exception 'invalid:too_many_activities' using errcode = 'P0001';
  end if;
  if jsonb_array_length(p_rows)
     + (select count(*) from public.journey_activities a where a.journey_id = p_journey and a.removed_at is null) > 500 then
    raise exception 'conflict:too_many_activities' using errcode = 'P0001';
  end if;
  if exists (select 1 from jsonb_array_elements(p_rows) r(value)
             where jsonb_typeof(r.value) <> 'object' or r.value - array['id', 'kind', 'source_tenant_id', 'source_id', 'title',
               'note', 'place', 'latitude', 'longitude', 'starts_local', 'ends_local', 'time_zone', 'position', 'state',
               'visible_to', 'origin_id', 'memory'] <> '{}') then
    raise exception 'invalid:not_accepted' using errcode = 'P0001';
  end if;
  select coalesce(max(a.position), 0) into last from public.journey_activities a where a.journey_id = p_journey;
  with given as materialized (
    select coalesce(r.id, private.uuid_v7()) as id, r.kind, r.source_tenant_id, r.source_id, nullif(btrim(r.title), '') as title,
      coalesce(r.note, '') as note, nullif(btrim(r.place), '') as place, r.latitude, r.longitude, r.starts_local, r.ends_local,
      r.time_zone, coalesce(r.position, last + g.place) as position, r.state, r.visible_to, r.origin_id,
      coalesce(r.memory, '') as memory
    from jsonb_array_elements(p_rows) with ordinality g(value, place)
    cross join lateral jsonb_to_record(g.value) r(id uuid, kind text, source_tenant_id uuid, source_id uuid, title text,
      note text, place text, latitude double precision, longitude double precision, starts_local timestamp,
      ends_local timestamp, time_zone text, position double precision, state text, visible_to text, origin_id uuid, memory text)),
  live as materialized (
    select l.* from private.live_sources(
      array(select g.kind from given g where g.source_id is not null order by g.id),
      array(select g.source_tenant_id from given g where g.source_id is not null order by g.id),
      array(select g.source_id from given g where g.source_id is not null order by g.id),
      me, private.my_tenants(), private.my_groups()) l),
  written as (
    insert into public.journey_activities (journey_id, id, kind, source_tenant_id, source_id, kept_title, kept_place,
      kept_starts_local, kept_ends_local, kept_time_zone, title, note, place, latitude, longitude, starts_local, ends_local,
      time_zone, position, state, visible_to, origin_id, memory, added_by)
    select p_journey, g.id, g.kind, g.source_tenant_id, g.source_id, left(l.title, 300), left(l.place, 700), l.starts_local,
      l.ends_local, l.time_zone, g.title, g.note, g.place, g.latitude, g.longitude,
      coalesce(g.starts_local, l.starts_local),
      case when g.starts_local is null then l.ends_local else coalesce(g.ends_local, g.starts_local) end,
      coalesce(g.time_zone, l.time_zone, home_zone), g.position, coalesce(g.state, 'planned'),
      -- Only who owns the plan keeps things to themselves in it.
      case when p_role = 'owner' then coalesce(g.visible_to, 'companions') else 'companions' end, g.origin_id, g.memory, me
    from given g
    left join live l on l.kind = g.kind and l.tenant_id = g.source_tenant_id and l.id = g.source_id
    where g.source_id is null or l.id is not null
    on conflict (journey_id, id) do nothing
    returning id)
  select array(select g.id from given g),
    (select count(*) from given g where g.source_id is not null
       and not exists (select 1 from live l where l.kind = g.kind and l.tenant_id = g.source_tenant_id and l.id = g.source_id))
    + 0 * (select count(*) from written)
  into ids, last;
  if last > 0 then raise exception 'not_found:source' using errcode = 'P0001'; end if;
  return ids;
end $$;
