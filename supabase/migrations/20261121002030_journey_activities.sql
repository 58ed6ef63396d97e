-- What stands in a journey: added, changed, taken out, put back, and brought to what its source says now.

-- Activities as whoever asks sees them.
create function private.my_activity_cards(p_journey uuid, p_role text, p_ids uuid[]) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return private.journey_activity_cards(p_journey, p_role, auth.uid(), private.my_tenants(), private.my_groups(), p_ids);
end $$;

-- Adds activities to a journey that is held. Rows: {id?, kind, source_tenant_id?, source_id?, title?, note?, place?,
-- latitude?, longitude?, starts_local?, ends_local?, time_zone?, position?, state?, visible_to?, origin_id?, memory?}.
-- What comes from a community must be readable now: what is kept of it is what stands there. What somebody wrote of a
-- done activity comes along when a journey is taken in. An id that is there already changes nothing.
create function private.put_activities(p_journey uuid, p_role text, p_rows jsonb) returns uuid[]
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

-- Adds activities (see private.put_activities). Answers them as they are now.
create function public.add_activities(p_journey uuid, p_rows jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  role text := private.require_journey(p_journey, 'editor');
  ids uuid[] := private.put_activities(p_journey, role, p_rows);
begin
  perform private.tell_journey(p_journey);
  return private.my_activity_cards(p_journey, role, ids);
end $$;

-- Changes one activity: {title?, note?, memory?, place?, latitude?, longitude?, starts_local?, ends_local?, time_zone?,
-- position?, state?, visible_to?}; null takes away. Answers {outcome: 'saved' | 'conflict', activity}; the activity is null
-- where it was removed meanwhile.
create function public.change_activity(p_journey uuid, p_activity uuid, p_version integer, p_changes jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  role text := private.require_journey(p_journey, 'editor');
  card jsonb := private.my_activity_cards(p_journey, role, array[p_activity]) -> 0;
begin
  perform private.refuse_unknown(p_changes, array['title', 'note', 'memory', 'place', 'latitude', 'longitude', 'starts_local',
    'ends_local', 'time_zone', 'position', 'state', 'visible_to']);
  if p_changes ? 'visible_to' and role <> 'owner' then raise exception 'forbidden:journey_role' using errcode = '42501'; end if;
  if card is null then
    if exists (select 1 from public.journey_activities a where a.journey_id = p_journey and a.id = p_activity
               and a.removed_at is not null and (a.visible_to = 'companions' or role = 'owner')) then
      return jsonb_build_object('outcome', 'conflict', 'activity', null);
    end if;
    raise exception 'not_found:activity' using errcode = 'P0001';
  end if;
  if (card ->> 'version')::integer is distinct from p_version then
    return jsonb_build_object('outcome', 'conflict', 'activity', card);
  end if;
  update public.journey_activities a set
    title = case when p_changes ? 'title' then nullif(btrim(p_changes ->> 'title'), '') else a.title end,
    note = case when p_changes ? 'note' then coalesce(p_changes ->> 'note', '') else a.note end,
    memory = case when p_changes ? 'memory' then coalesce(p_changes ->> 'memory', '') else a.memory end,
    place = case when p_changes ? 'place' then nullif(btrim(p_changes ->> 'place'), '') else a.place end,
    latitude = case when p_changes ? 'latitude' then (p_changes ->> 'latitude')::double precision else a.latitude end,
    longitude = case when p_changes ? 'longitude' then (p_changes ->> 'longitude')::double precision else a.longitude end,
    starts_local = case when p_changes ? 'starts_local' then (p_changes ->> 'starts_local')::timestamp else a.starts_local end,
    ends_local = case when p_changes ? 'ends_local' then (p_changes ->> 'ends_local')::timestamp else a.ends_local end,
    time_zone = case when p_changes ? 'time_zone' then p_changes ->> 'time_zone' else a.time_zone end,
    position = case when p_changes ? 'position' then (p_changes ->> 'position')::double precision else a.position end,
    state = case when p_changes ? 'state' then p_changes ->> 'state' else a.state end,
    visible_to = case when p_changes ? 'visible_to' then p_changes ->> 'visible_to' else a.visible_to end
  where a.journey_id = p_journey and a.id = p_activity;
  perform private.tell_journey(p_journey);
  return jsonb_build_object('outcome', 'saved', 'activity', private.my_activity_cards(p_journey, role, array[p_activity]) -> 0);
end $$;

-- Takes an activity out, or puts it back within a month. Repeating it changes nothing. Answers it as it is then.
create function public.remove_activity(p_journey uuid, p_activity uuid, p_back boolean default false) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  role text := private.require_journey(p_journey, 'editor');
begin
  update public.journey_activities a set removed_at = case when p_back then null else now() end
  where a.journey_id = p_journey and a.id = p_activity and (a.removed_at is null) = not coalesce(p_back, false)
    and (a.visible_to = 'companions' or role = 'owner' or a.added_by = auth.uid());
  if found then perform private.tell_journey(p_journey); end if;
  return private.my_activity_cards(p_journey, role, array[p_activity]) -> 0;
end $$;

-- Takes over what an event says now, where that changed. Whoever does so is its planner from then on, since they are who may
-- read it. Answers as change_activity does.
create function public.follow_source(p_journey uuid, p_activity uuid, p_version integer) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  role text := private.require_journey(p_journey, 'editor');
  me uuid := auth.uid();
  card jsonb := private.my_activity_cards(p_journey, role, array[p_activity]) -> 0;
begin
  if card is null or card ->> 'source_state' is distinct from 'changed' then
    raise exception 'not_found:activity' using errcode = 'P0001';
  end if;
  if (card ->> 'version')::integer is distinct from p_version then
    return jsonb_build_object('outcome', 'conflict', 'activity', card);
  end if;
  update public.journey_activities a set starts_local = l.starts_local, ends_local = l.ends_local, time_zone = l.time_zone,
    kept_title = left(l.title, 300), kept_place = left(l.place, 700), kept_starts_local = l.starts_local,
    kept_ends_local = l.ends_local, kept_time_zone = l.time_zone, added_by = me
  from private.live_sources(array['event'], array[(card #>> '{source,tenant_id}')::uuid],
    array[(card #>> '{source,id}')::uuid], me, private.my_tenants(), private.my_groups()) l
  where a.journey_id = p_journey and a.id = p_activity;
  perform private.tell_journey(p_journey);
  return jsonb_build_object('outcome', 'saved', 'activity', private.my_activity_cards(p_journey, role, array[p_activity]) -> 0);
end $$;

grant execute on function
  public.add_activities(uuid, jsonb), public.change_activity(uuid, uuid, integer, jsonb),
  public.remove_activity(uuid, uuid, boolean), public.follow_source(uuid, uuid, integer)
to authenticated;
