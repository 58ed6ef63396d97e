-- Writing journeys. Every change names the version that it was made from: where the row has another one by now, nothing is
-- written and the row is answered as it is, so that two people who plan at once lose nothing.

-- A change names only what it may name.
create function private.refuse_unknown(p_changes jsonb, p_known text[]) returns void
language plpgsql immutable set search_path = '' as $$
begin
  if p_changes is null or jsonb_typeof(p_changes) <> 'object' or (p_changes - p_known) <> '{}' then
    raise exception 'invalid:not_accepted' using errcode = 'P0001';
  end if;
end $$;

-- Begins a journey, with what it is to hold from the start. p_journey: {id?, title, note?, time_zone, starts_on?, ends_on?,
-- is_template?}. Returns its id; repeating it with the same id changes nothing.
create function public.create_journey(p_journey jsonb, p_activities jsonb default '[]') returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_traveller();
  given record;
begin
  perform private.refuse_unknown(p_journey, array['id', 'title', 'note', 'time_zone', 'starts_on', 'ends_on', 'is_template']);
  select coalesce(r.id, private.uuid_v7()) as id, btrim(r.title) as title, coalesce(r.note, '') as note, r.time_zone,
    r.starts_on, r.ends_on, coalesce(r.is_template, false) as is_template
  into given
  from jsonb_to_record(p_journey) r(id uuid, title text, note text, time_zone text, starts_on date, ends_on date, is_template boolean);
  -- Two that begin at once are counted one after the other.
  perform 1 from public.profiles p where p.id = me for no key update;
  if exists (select 1 from public.user_journeys j where j.id = given.id) then
    if private.journey_role(given.id, me) is distinct from 'owner' then
      raise exception 'conflict:already_exists' using errcode = 'P0001';
    end if;
    return given.id;
  end if;
  if (select count(*) from public.user_journeys j where j.owner_id = me) >= 500 then
    raise exception 'conflict:too_many_journeys' using errcode = 'P0001';
  end if;
  insert into public.user_journeys (id, owner_id, title, note, time_zone, starts_on, ends_on, is_template)
  values (given.id, me, given.title, given.note, given.time_zone, given.starts_on, given.ends_on, given.is_template);
  perform private.put_activities(given.id, 'owner', p_activities);
  return given.id;
end $$;

-- Changes what stands above a journey: {title?, note?, time_zone?, starts_on?, ends_on?, is_template?, archived?}. The last
-- two are the owner's. Answers {outcome: 'saved' | 'conflict', journey}.
create function public.change_journey(p_journey uuid, p_version integer, p_changes jsonb) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  role text := private.require_journey(p_journey, 'editor');
  journey public.user_journeys;
begin
  perform private.refuse_unknown(p_changes,
    array['title', 'note', 'time_zone', 'starts_on', 'ends_on', 'is_template', 'archived']);
  if p_changes ?| array['is_template', 'archived'] and role <> 'owner' then
    raise exception 'forbidden:journey_role' using errcode = '42501';
  end if;
  select * into journey from public.user_journeys j where j.id = p_journey;
  if journey.version is distinct from p_version then
    return jsonb_build_object('outcome', 'conflict', 'journey', private.journey_card(journey, role));
  end if;
  update public.user_journeys j set
    title = case when p_changes ? 'title' then btrim(p_changes ->> 'title') else j.title end,
    note = case when p_changes ? 'note' then coalesce(p_changes ->> 'note', '') else j.note end,
    time_zone = case when p_changes ? 'time_zone' then p_changes ->> 'time_zone' else j.time_zone end,
    starts_on = case when p_changes ? 'starts_on' then (p_changes ->> 'starts_on')::date else j.starts_on end,
    ends_on = case when p_changes ? 'ends_on' then (p_changes ->> 'ends_on')::date else j.ends_on end,
    is_template = case when p_changes ? 'is_template' then (p_changes ->> 'is_template')::boolean else j.is_template end,
    archived_at = case when not p_changes ? 'archived' then j.archived_at
      when (p_changes ->> 'archived')::boolean then coalesce(j.archived_at, now()) end
  where j.id = p_journey returning * into journey;
  perform private.tell_journey(p_journey);
  return jsonb_build_object('outcome', 'saved', 'journey', private.journey_card(journey, role));
end $$;

-- Ends a journey for everybody on it, with all that is in it.
create function public.delete_journey(p_journey uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  people uuid[];
begin
  perform private.require_journey(p_journey, 'owner');
  people := array(select c.user_id from public.journey_companions c where c.journey_id = p_journey) || auth.uid();
  delete from public.user_journeys j where j.id = p_journey;
  perform private.tell_journey(p_journey, people);
end $$;

-- A journey of one's own like this one: all that I see of it, begun anew. p_starts_on moves every time by as many days as the
-- journeys' first days are apart. What is kept of a community goes along where it is mine, or what I may read of it now.
create function public.duplicate_journey(
  p_journey uuid, p_id uuid, p_title text, p_starts_on date default null, p_as_template boolean default false
) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_traveller();
  role text := private.journey_role(p_journey, me);
  journey public.user_journeys;
  first date;
  shift integer := 0;
  made uuid;
  mine uuid[] := private.my_tenants();
  groups uuid[] := private.my_groups();
begin
  if role is null then raise exception 'not_found:journey' using errcode = 'P0001'; end if;
  select * into journey from public.user_journeys j where j.id = p_journey;
  if exists (select 1 from public.user_journeys j where j.id = p_id and j.owner_id = me) then return p_id; end if;
  first := coalesce(journey.starts_on, (
    select min(a.starts_local)::date from public.journey_activities a
    where a.journey_id = p_journey and a.removed_at is null and (a.visible_to = 'companions' or role = 'owner' or a.added_by = me)));
  if p_starts_on is not null and first is not null then shift := p_starts_on - first; end if;
  made := public.create_journey(jsonb_build_object('id', p_id, 'title', p_title, 'note', journey.note,
    'time_zone', journey.time_zone, 'starts_on', coalesce(p_starts_on, journey.starts_on),
    'ends_on', journey.ends_on + shift, 'is_template', coalesce(p_as_template, false)));
  insert into public.journey_activities (journey_id, kind, source_tenant_id, source_id, kept_title, kept_place,
    kept_starts_local, kept_ends_local, kept_time_zone, title, note, place, latitude, longitude, starts_local, ends_local,
    time_zone, position, state, visible_to, added_by)
  select made,
    a.kind, a.source_tenant_id, a.source_id, case when a.added_by = me then a.kept_title else left(l.title, 300) end,
    case when a.added_by = me then a.kept_place else left(l.place, 700) end,
    case when a.added_by = me then a.kept_starts_local else l.starts_local end,
    case when a.added_by = me then a.kept_ends_local else l.ends_local end,
    case when a.added_by = me then a.kept_time_zone else l.time_zone end, a.title, a.note, a.place, a.latitude, a.longitude,
    a.starts_local + make_interval(days => shift), a.ends_local + make_interval(days => shift), a.time_zone, a.position,
    case when a.state = 'idea' then 'idea' else 'planned' end, 'companions', me
  from public.journey_activities a
  left join private.live_sources(
    array(select x.kind from public.journey_activities x where x.journey_id = p_journey and x.source_id is not null order by x.id),
    array(select x.source_tenant_id from public.journey_activities x
          where x.journey_id = p_journey and x.source_id is not null order by x.id),
    array(select x.source_id from public.journey_activities x where x.journey_id = p_journey and x.source_id is not null order by x.id),
    me, mine, groups) l on l.kind = a.kind and l.tenant_id = a.source_tenant_id and l.id = a.source_id
  where a.journey_id = p_journey and a.removed_at is null and (a.visible_to = 'companions' or role = 'owner' or a.added_by = me)
    and (a.source_id is null or a.added_by = me or l.id is not null);
  return made;
end $$;

-- Removes for good what was taken out a month ago. Returns how many that were.
create function private.sweep_journeys(p_limit integer default 5000) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  swept integer;
begin
  delete from public.journey_activities a
  using (select x.journey_id, x.id from public.journey_activities x
         where x.removed_at < now() - interval '30 days' limit p_limit) o
  where a.journey_id = o.journey_id and a.id = o.id;
  get diagnostics swept = row_count;
  return swept;
end $$;

grant execute on function
  public.create_journey(jsonb, jsonb), public.change_journey(uuid, integer, jsonb), public.delete_journey(uuid),
  public.duplicate_journey(uuid, uuid, text, date, boolean)
to authenticated;
