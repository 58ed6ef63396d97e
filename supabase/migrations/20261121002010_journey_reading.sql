-- Reading journeys. What comes from a community is asked for anew each time, one pass for each kind; who may not read it
-- there sees that somebody is busy, and not with what.

-- The communities and groups in which somebody reads, when no token says who asks: for calendars by a secret address.
create function private.reach_of(p_person uuid, out tenants uuid[], out groups uuid[])
language plpgsql stable security definer set search_path = '' as $$
begin
  tenants := array(
    select m.tenant_id from public.tenant_users m join public.tenants t on t.id = m.tenant_id and t.status = 'active'
    where m.user_id = p_person and m.status = 'active');
  groups := array(
    select g.group_id from public.group_members g where g.user_id = p_person and g.tenant_id = any (tenants));
end $$;

-- What stands behind sources, for whoever reads in these communities and groups; a source that they may not read has no
-- row. starts_local and what follows are of events alone. Each community is asked once for each kind: one by one, the
-- plan would depend on what is known of the tables, and where that is nothing, each source would walk through all
-- events of its community.
create function private.live_sources(
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

-- Activities of a journey as somebody sees them, all or those named, in no particular order. title is null for what they
-- may not know, and for what was erased; source is null for the former. Its state is 'there', 'changed' (live says what it is
-- now), 'cancelled', 'gone', 'left' (the community) or 'elsewhere'.
create function private.journey_activity_cards(
  p_journey uuid, p_role text, p_me uuid, p_tenants uuid[], p_groups uuid[], p_ids uuid[] default null
) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  return (
    with shown as materialized (
      select a.* from public.journey_activities a
      where a.journey_id = p_journey and a.removed_at is null and (p_ids is null or a.id = any (p_ids))
        and (a.visible_to = 'companions' or p_role = 'owner' or a.added_by = p_me)),
    live as materialized (
      select l.* from private.live_sources(
        array(select s.kind from shown s where s.source_id is not null order by s.id),
        array(select s.source_tenant_id from shown s where s.source_id is not null order by s.id),
        array(select s.source_id from shown s where s.source_id is not null order by s.id), p_me, p_tenants, p_groups) l),
    votes as materialized (
      select v.activity_id, count(*) filter (where v.vote = 1) as yes, count(*) filter (where v.vote = -1) as no,
        max(v.vote) filter (where v.user_id = p_me) as mine
      from public.journey_votes v where v.journey_id = p_journey group by v.activity_id),
    said as materialized (
      select c.activity_id, count(*) as n from public.journey_comments c
      where c.journey_id = p_journey and c.activity_id is not null group by c.activity_id),
    judged as materialized (
      select s.*, s.added_by = p_me as is_planner, l.title as live_title, l.place as live_place, l.starts_local as live_starts,
        l.ends_local as live_ends, l.time_zone as live_zone, l.id is not null as readable,
        case
          when s.source_id is null then null
          when l.cancelled then 'cancelled'
          when l.id is not null and s.kind = 'event'
            and ((l.starts_local, l.ends_local, l.time_zone) is distinct from
                 (s.kept_starts_local, s.kept_ends_local, s.kept_time_zone)
                 or l.place is distinct from s.kept_place) then 'changed'
          when l.id is not null then 'there'
          when s.added_by <> p_me then 'elsewhere'
          when s.source_tenant_id = any (p_tenants) or coalesce(s.title, s.kept_title) is null then 'gone'
          else 'left' end as source_state
      from shown s
      left join live l on l.kind = s.kind and l.tenant_id = s.source_tenant_id and l.id = s.source_id)
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', j.id, 'kind', j.kind, 'version', j.version, 'state', j.state, 'visible_to', j.visible_to,
      'title', coalesce(j.title, j.live_title, case when j.is_planner then j.kept_title end), 'own_title', j.title,
      'note', j.note, 'memory', j.memory,
      'place', coalesce(j.place, j.live_place, case when j.is_planner then j.kept_place end), 'own_place', j.place,
      'latitude', j.latitude, 'longitude', j.longitude,
      'starts_local', j.starts_local, 'ends_local', j.ends_local, 'time_zone', j.time_zone,
      'starts_at', j.starts_at, 'ends_at', j.ends_at, 'position', j.position, 'origin_id', j.origin_id,
      'mine', j.is_planner, 'source_state', j.source_state,
      'source', case when j.readable or (j.is_planner and j.source_id is not null) then
        jsonb_build_object('tenant_id', j.source_tenant_id, 'id', j.source_id) end,
      'live', case when j.source_state = 'changed' then jsonb_build_object('starts_local', j.live_starts,
        'ends_local', j.live_ends, 'time_zone', j.live_zone, 'place', j.live_place) end,
      'yes', coalesce(v.yes, 0), 'no', coalesce(v.no, 0), 'my_vote', v.mine, 'comments', coalesce(c.n, 0))), '[]')
    from judged j
    left join votes v on v.activity_id = j.id
    left join said c on c.activity_id = j.id);
end $$;

-- A journey without what is in it, as its people see it.
create function private.journey_card(p_journey public.user_journeys, p_role text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return jsonb_build_object('id', p_journey.id, 'title', p_journey.title, 'note', p_journey.note,
    'time_zone', p_journey.time_zone, 'starts_on', p_journey.starts_on, 'ends_on', p_journey.ends_on,
    'is_template', p_journey.is_template, 'version', p_journey.version, 'created_at', p_journey.created_at,
    'updated_at', p_journey.updated_at, 'archived_at', p_journey.archived_at, 'role', p_role);
end $$;

-- Everything of one journey in one call; null for one that I have no part in. The newest two hundred comments. Invitations
-- are the owner's alone.
create function public.journey_page(p_journey uuid) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := private.require_traveller();
  role text := private.journey_role(p_journey, me);
  mine uuid[] := private.my_tenants();
  journey public.user_journeys;
  activities jsonb;
begin
  if role is null then return null; end if;
  select * into journey from public.user_journeys j where j.id = p_journey;
  activities := private.journey_activity_cards(p_journey, role, me, mine, private.my_groups());
  return jsonb_build_object(
    'journey', private.journey_card(journey, role),
    'activities', activities,
    'people', (
      select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.display_name, 'avatar', p.avatar_path,
        'role', x.role) order by x.role <> 'owner', x.joined_at, p.id), '[]')
      from (select journey.owner_id as id, 'owner' as role, journey.created_at as joined_at
            union all
            select c.user_id, c.role, c.joined_at from public.journey_companions c where c.journey_id = p_journey) x
      join public.profiles p on p.id = x.id),
    'invites', case when role = 'owner' then (
      select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'role', i.role, 'uses', i.uses, 'max_uses', i.max_uses,
        'expires_at', i.expires_at) order by i.created_at desc), '[]')
      from public.journey_invites i
      where i.journey_id = p_journey and i.revoked_at is null and i.expires_at > now() and i.uses < i.max_uses) end,
    'invited', case when role = 'owner' then private.invited_people(p_journey) end,
    'comments', (
      select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'activity_id', c.activity_id, 'body', c.body,
        'created_at', c.created_at, 'mine', c.author_id = me,
        'author', jsonb_build_object('id', p.id, 'name', p.display_name, 'avatar', p.avatar_path))
        order by c.created_at, c.id), '[]')
      from (select x.* from public.journey_comments x where x.journey_id = p_journey order by x.id desc limit 200) c
      join public.profiles p on p.id = c.author_id
      -- Below what one does not see, one does not read either.
      where c.activity_id is null or exists (
        select 1 from public.journey_activities a where a.journey_id = p_journey and a.id = c.activity_id
          and a.removed_at is null and (a.visible_to = 'companions' or role = 'owner' or a.added_by = me))),
    'communities', (
      select coalesce(jsonb_agg(private.place_card(t.id) || jsonb_build_object('domain', private.primary_domain(t.id))), '[]')
      from (select distinct (a.value #>> '{source,tenant_id}')::uuid as id from jsonb_array_elements(activities) a(value)) s
      join public.tenants t on t.id = s.id
      where t.id = any (mine)),
    'calendar', exists (select 1 from public.journey_calendars c where c.journey_id = p_journey and c.user_id = me),
    'now', now());
end $$;

-- One page of journeys, the one changed last first: 'mine', 'shared' with me, 'open' to what I add, 'templates' or 'archived',
-- with how many activities of each are in which state, how many have a time, and what comes next.
create function public.my_journeys_page(
  p_filter text default 'mine', p_before timestamptz default null, p_before_id uuid default null, p_limit integer default 20
) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := private.require_traveller();
  n integer := private.page_size(p_limit);
  before_at timestamptz := coalesce(p_before, 'infinity');
  before_id uuid := coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  answer jsonb;
begin
  if p_filter is null or p_filter not in ('mine', 'shared', 'open', 'templates', 'archived') then
    raise exception 'invalid:filter' using errcode = 'P0001';
  end if;
  with found as materialized (
    select x.* from (
      select j.id, j.updated_at, 'owner' as role from public.user_journeys j
      where p_filter <> 'shared' and j.owner_id = me and (j.updated_at, j.id) < (before_at, before_id)
        and (j.archived_at is not null) = (p_filter = 'archived')
        and (p_filter = 'archived' or j.is_template = (p_filter = 'templates'))
      union all
      select j.id, j.updated_at, c.role from public.journey_companions c join public.user_journeys j on j.id = c.journey_id
      where (p_filter = 'shared' or (p_filter = 'open' and c.role <> 'voter')) and c.user_id = me and j.archived_at is null
        and (j.updated_at, j.id) < (before_at, before_id)) x
    order by x.updated_at desc, x.id desc limit n + 1),
  page as materialized (select f.* from found f order by f.updated_at desc, f.id desc limit n)
  select jsonb_build_object(
    'items', coalesce((
      select jsonb_agg(private.journey_card(j, p.role) || jsonb_build_object(
        'counts', (
          select jsonb_build_object('idea', count(*) filter (where a.state = 'idea'),
            'planned', count(*) filter (where a.state = 'planned'), 'done', count(*) filter (where a.state = 'done'),
            'skipped', count(*) filter (where a.state = 'skipped'))
          from public.journey_activities a
          where a.journey_id = j.id and a.removed_at is null
            and (a.visible_to = 'companions' or p.role = 'owner' or a.added_by = me)),
        'people', 1 + (select count(*) from public.journey_companions c where c.journey_id = j.id),
        'owner', (select f.display_name from public.profiles f where f.id = j.owner_id))
        order by p.updated_at desc, p.id desc)
      from page p join public.user_journeys j on j.id = p.id), '[]'),
    'next', (select jsonb_build_object('at', p.updated_at, 'id', p.id) from page p
             where (select count(*) from found) > n order by p.updated_at, p.id limit 1))
  into answer;
  return answer;
end $$;

-- What can be added to a journey from my communities: events to come, in the order of time, those whose title has the words
-- if there are any; with words of two letters or more also people and groups whose name begins so (first page only).
-- Of each community no more than five hundred events are looked at.
create function public.journey_sources(
  p_query text default '', p_after timestamptz default null, p_after_id uuid default null, p_limit integer default 20
) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := private.require_traveller();
  mine uuid[] := private.my_tenants();
  my_lists uuid[] := private.my_groups();
  n integer := private.page_size(p_limit);
  query text := lower(btrim(left(coalesce(p_query, ''), 80)));
  words text := '%' || replace(replace(replace(query, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  first boolean := p_after is null;
  events jsonb;
  others jsonb := '[]';
begin
  with near as materialized (
    select x.* from unnest(mine) t(id) cross join lateral (
      select y.* from (
        select e.tenant_id, e.id, e.title, e.starts_at, e.ends_at, e.starts_local, e.ends_local, e.time_zone, e.all_day,
          e.venue, e.city, e.country
        from public.events e
        where e.tenant_id = t.id and (e.starts_at, e.id) >
            (coalesce(p_after, now()), coalesce(p_after_id, '00000000-0000-0000-0000-000000000000'))
          and e.cancelled_at is null
        order by e.starts_at, e.id limit case when query = '' then n + 1 else 500 end) y
      where query = '' or lower(y.title) like words
      order by y.starts_at, y.id limit n + 1) x
    order by x.starts_at, x.id limit n + 1),
  page as materialized (select x.* from near x order by x.starts_at, x.id limit n)
  select jsonb_build_object('items', coalesce((
      select jsonb_agg(jsonb_build_object('kind', 'event', 'tenant_id', p.tenant_id, 'id', p.id, 'title', p.title,
        'place', nullif(concat_ws(', ', p.venue, p.city, p.country), ''), 'starts_local', p.starts_local,
        'ends_local', p.ends_local, 'time_zone', p.time_zone) order by p.starts_at, p.id) from page p), '[]'),
    'next', (select jsonb_build_object('at', p.starts_at, 'id', p.id) from page p
             where (select count(*) from near) > n order by p.starts_at desc, p.id desc limit 1))
  into events;
  if first and char_length(query) >= 2 then
    select coalesce(jsonb_agg(jsonb_build_object('kind', o.kind, 'tenant_id', o.tenant_id, 'id', o.id, 'title', o.title)
      order by o.kind desc, lower(o.title), o.id), '[]')
    into others
    from (
      (select 'person' as kind, x.* from unnest(mine) t(id) cross join lateral (
        select m.tenant_id, m.user_id as id, m.display_name as title from public.tenant_users m
        join public.profiles p on p.id = m.user_id and not p.is_placeholder
        where m.tenant_id = t.id and m.status = 'active' and m.listed and m.user_id <> me
          and lower(m.display_name) collate "C" >= query collate "C"
          and lower(m.display_name) collate "C" < (query || chr(1114111)) collate "C"
        order by lower(m.display_name) collate "C" limit 5) x limit 10)
      union all
      (select 'group', x.* from unnest(mine) t(id) cross join lateral (
        select g.tenant_id, g.id, g.name as title from public.groups g
        where g.tenant_id = t.id and (g.privacy <> 'hidden' or g.id = any (my_lists)) and lower(g.name) like words
        limit 5) x limit 10)) o;
  end if;
  return jsonb_build_object('items', (events -> 'items') || others, 'next', events -> 'next',
    'communities', (
      select coalesce(jsonb_agg(private.place_card(t.id)), '[]') from public.tenants t
      where t.id in (select (i.value ->> 'tenant_id')::uuid
                     from jsonb_array_elements((events -> 'items') || others) i(value))));
end $$;

grant execute on function
  public.journey_page(uuid), public.my_journeys_page(text, timestamptz, uuid, integer),
  public.journey_sources(text, timestamptz, uuid, integer)
to authenticated;
