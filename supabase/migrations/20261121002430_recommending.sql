-- What is answered to whoever asks for suggestions, and what they make of it.

create function private.require_recommendable(p_journey uuid, out me uuid, out tenants uuid[])
language plpgsql stable security definer set search_path = '' as $$
begin
  me := private.require_traveller();
  if p_journey is not null and private.journey_role(p_journey, me) is null then
    raise exception 'not_found:journey' using errcode = 'P0001';
  end if;
  -- What one mutes stays out of what goes over several communities.
  tenants := array(select t from unnest(private.my_tenants()) t where t <> all (private.my_mutes()));
end $$;

-- Days in one town that hold several events: [{city, country, starts_on, ends_on, items: [{tenant_id, id}]}].
create function private.recommended_trips(p_rows jsonb) returns jsonb
language plpgsql immutable parallel safe set search_path = '' as $$
begin
  return (
    with placed as (
      select (r.value ->> 'tenant_id')::uuid as tenant_id, (r.value ->> 'id')::uuid as id, r.value ->> 'city' as city,
        r.value ->> 'country' as country, (r.value ->> 'starts_local')::timestamp as at, (r.value ->> 'ends_local')::timestamp as until,
        (r.value ->> 'score')::double precision as score
      from jsonb_array_elements(p_rows) r(value)
      where r.value ->> 'kind' = 'event' and r.value ->> 'city' <> '' and not (r.value ->> 'online')::boolean),
    parted as (
      select p.*, case when p.at::date - lag(p.at::date) over w <= 2 then 0 else 1 end as begins
      from placed p window w as (partition by lower(p.city), lower(p.country) order by p.at, p.id)),
    numbered as (
      select p.*, sum(p.begins) over (partition by lower(p.city), lower(p.country) order by p.at, p.id) as part from parted p),
    dated as (
      select n.*, min(n.at) over (partition by lower(n.city), lower(n.country), n.part) as first from numbered n),
    trips as (
      select min(d.city) as city, min(d.country) as country, min(d.at)::date as starts_on,
        greatest(max(d.at), max(least(d.until, d.at + interval '3 days')) - interval '1 second')::date as ends_on,
        count(*) as n, count(distinct d.tenant_id) as communities, avg(d.score) as mean,
        (jsonb_agg(jsonb_build_object('tenant_id', d.tenant_id, 'id', d.id) order by d.at, d.id)) as items
      from dated d where d.at < d.first + interval '5 days'
      group by lower(d.city), lower(d.country), d.part having count(*) between 2 and 12)
    select coalesce(jsonb_agg(jsonb_build_object('city', x.city, 'country', x.country, 'starts_on', x.starts_on, 'ends_on', x.ends_on,
      'items', x.items) order by x.worth desc, x.starts_on, x.city), '[]')
    from (select t.*, t.mean + 0.1 * least(t.n, 5) + 0.1 * least(t.communities, 3) as worth from trips t
          order by worth desc, t.starts_on, t.city limit 3) x);
end $$;

-- Suggestions as rules order them, with what is needed to ask for another order: see lib/recommendations/schemas. Up to
-- p_limit * 3 items (those beyond p_limit are there to choose from); trips only where no journey is asked for.
create function public.recommendation_input(p_journey uuid default null, p_limit integer default 8) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  who record := private.require_recommendable(p_journey);
  n integer := greatest(1, least(coalesce(p_limit, 8), 20));
  frame record := private.recommendation_frame(p_journey, who.me, who.tenants);
  arm text := private.recommendation_arm(who.me);
  found jsonb;
  shown jsonb;
  trips jsonb := '[]';
begin
  select coalesce(jsonb_agg(to_jsonb(c) order by c.score desc, c.starts_at, c.id), '[]') into found
  from private.recommendation_candidates(who.me, who.tenants, p_journey, frame) c;
  if p_journey is null then trips := private.recommended_trips(found); end if;
  -- At most three of a community, or five where there are few: what was cut comes last, so that a short list is still full.
  with placed as (
    select r.value, r.place, row_number() over (partition by r.value ->> 'tenant_id' order by r.place)
        <= case when cardinality(who.tenants) > 2 then 3 else 5 end as fair
    from jsonb_array_elements(found) with ordinality r(value, place)),
  ordered as (
    select p.value, row_number() over (order by
      -- Those whom nobody helps get what there is by date.
      case when arm = 'control' then p.value ->> 'starts_at' end nulls last, not p.fair, p.place) as place
    from placed p
    where arm = 'helped' or p.value ->> 'kind' = 'event')
  select coalesce(jsonb_agg(o.value - 'person_id' || jsonb_build_object('reasons',
      case when arm = 'control' then '[{"code": "date"}]'::jsonb else o.value -> 'reasons' end) order by o.place), '[]')
  into shown
  from ordered o
  where o.place <= n * 3 or exists (select 1 from jsonb_array_elements(trips) t(value), jsonb_array_elements(t.value -> 'items') i(value)
                                    where i.value ->> 'id' = o.value ->> 'id');
  return jsonb_build_object(
    'arm', arm,
    'ai_help', (select p.ai_help from public.profiles p where p.id = who.me),
    'journey', (select jsonb_build_object('id', j.id, 'title', j.title, 'starts_on', j.starts_on, 'ends_on', j.ends_on,
                  'time_zone', j.time_zone, 'may_add', private.journey_role(j.id, who.me) <> 'voter')
                from public.user_journeys j where j.id = p_journey),
    'interests', (select coalesce(jsonb_agg(btrim(w)), '[]') from unnest(frame.words) w),
    'items', shown,
    'trips', case when arm = 'control' then '[]' else trips end,
    'communities', (
      select coalesce(jsonb_agg(private.place_card(t.id) || jsonb_build_object('domain', private.primary_domain(t.id),
        'ai_allowed', t.ai_allowed)), '[]')
      from public.tenants t
      where t.id in (select (i.value ->> 'tenant_id')::uuid from jsonb_array_elements(shown) i(value))),
    -- Changes whenever the communities, their switches, those of people or anything that was read does.
    'data_key', md5((select coalesce(string_agg(t.id::text || t.ai_allowed::text, ',' order by t.id), '') from public.tenants t
                     where t.id = any (private.my_tenants()))
      || '|' || (select coalesce(string_agg(concat_ws(':', i.value ->> 'id', i.value ->> 'version', round((i.value ->> 'score')::numeric, 1)),
          ',' order by i.value ->> 'id'), '') from jsonb_array_elements(shown) i(value))
      || '|' || array_to_string(private.keep_from_ai(array(select (f.value ->> 'person_id')::uuid
          from jsonb_array_elements(found) f(value) order by 1)), ',')
      || '|' || coalesce((select j.version::text from public.user_journeys j where j.id = p_journey), '')),
    'kept', (select jsonb_build_object('key', s.key, 'provider', s.provider, 'items', s.items)
             from private.recommendation_sets s
             where s.user_id = who.me and s.journey_id = coalesce(p_journey, '00000000-0000-0000-0000-000000000000')
               and s.made_at > now() - interval '1 day'));
end $$;

-- Of these people, those who keep their texts from providers.
create function private.keep_from_ai(p_people uuid[]) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(select p.id from public.profiles p where p.id = any (p_people) and not p.ai_texts);
end $$;
grant execute on function private.keep_from_ai(uuid[]) to authenticated;

-- What may be shown to a provider for whoever asks, of these: what row level security lets them read at this moment, in
-- communities that allow it, of people who do not keep it back. Runs with the asker's own rights.
create function public.recommendation_texts(p_kinds text[], p_tenants uuid[], p_ids uuid[]) returns jsonb
language plpgsql stable security invoker set search_path = '' as $$
declare
  found jsonb;
  people uuid[];
begin
  if (select private.bound_tenant()) is not null then raise exception 'forbidden:network_only' using errcode = '42501'; end if;
  if coalesce(cardinality(p_ids), 0) > 100 then raise exception 'invalid:too_many' using errcode = 'P0001'; end if;
  select coalesce(jsonb_agg(x.said), '[]') into found
  from (
    select jsonb_build_object('kind', 'event', 'tenant_id', e.tenant_id, 'id', e.id, 'person_id', e.organizer_id,
      'title', e.title, 'text', left(e.description, 400), 'city', e.city, 'country', e.country, 'online', e.online,
      'starts_local', e.starts_local, 'ends_local', e.ends_local) as said
    from unnest(p_kinds, p_tenants, p_ids) k(kind, tenant_id, id)
    join public.events e on e.tenant_id = k.tenant_id and e.id = k.id
    where k.kind = 'event' and e.cancelled_at is null and e.starts_at > now()
    union all
    select jsonb_build_object('kind', 'group', 'tenant_id', g.tenant_id, 'id', g.id, 'person_id', g.owner_id, 'title', g.name,
      'text', left(g.description, 400), 'city', null, 'country', null, 'online', false, 'starts_local', null, 'ends_local', null)
    from unnest(p_kinds, p_tenants, p_ids) k(kind, tenant_id, id)
    join public.groups g on g.tenant_id = k.tenant_id and g.id = k.id
    where k.kind = 'group' and g.archived_at is null) x
  where exists (select 1 from public.tenants t where t.id = (x.said ->> 'tenant_id')::uuid and t.ai_allowed
                  and t.id = any ((select private.my_tenants())::uuid[]));
  people := private.keep_from_ai(array(select (f.value ->> 'person_id')::uuid from jsonb_array_elements(found) f(value)));
  return (
    select coalesce(jsonb_agg(f.value - 'person_id'), '[]') from jsonb_array_elements(found) f(value)
    where (f.value ->> 'person_id')::uuid <> all (people));
end $$;

-- Before something is shown: which of these still stand (may be read, not cancelled, not over, nothing else at that
-- time, time for the way there, not there already), and the row of each, by which its outcome is told. With a key,
-- keeps what a provider said of them. p_items: [{kind, tenant_id, id, origin?, reason?}] in order; what has no origin
-- of its own has p_origin, and only that is kept. Answers [{kind, tenant_id, id, recommendation_id}] in the same order.
-- Planned once for each connection: over eight communities planning takes most of its time.
create function public.give_recommendations(
  p_journey uuid, p_origin text, p_items jsonb, p_key text default null, p_provider text default null
) returns jsonb
language plpgsql volatile security definer
set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  who record := private.require_recommendable(p_journey);
  frame record := private.recommendation_frame(p_journey, who.me, who.tenants);
  answer jsonb;
begin
  if jsonb_typeof(p_items) is distinct from 'array' or jsonb_array_length(p_items) > 60 then
    raise exception 'invalid:too_many' using errcode = 'P0001';
  end if;
  with given as materialized (
    select distinct on (r.kind, r.tenant_id, r.id) r.kind, r.tenant_id, r.id, coalesce(r.origin, p_origin) as origin,
      r.origin is null as is_said, left(r.reason, 200) as reason, g.place
    from jsonb_array_elements(p_items) with ordinality g(value, place)
    cross join lateral jsonb_to_record(g.value) r(kind text, tenant_id uuid, id uuid, origin text, reason text)
    order by r.kind, r.tenant_id, r.id, g.place),
  standing as materialized (
    select g.* from given g
    join private.live_sources(array(select x.kind from given x order by x.id), array(select x.tenant_id from given x order by x.id),
        array(select x.id from given x order by x.id), who.me, who.tenants, private.my_groups()) l
      on l.kind = g.kind and l.tenant_id = g.tenant_id and l.id = g.id
    left join public.events e on g.kind = 'event' and e.tenant_id = g.tenant_id and e.id = g.id
    where g.kind in ('event', 'group') and not l.cancelled and g.id <> all (frame.planned_events)
      and (e.id is null or (e.starts_at > now()
        and not frame.busy && tstzrange(e.starts_at, greatest(e.ends_at, e.starts_at + interval '1 minute'))))
      and not exists (
        select 1 from private.ways_of_events(frame.around, array[e.tenant_id], array[e.id], array[e.starts_at], array[e.ends_at],
          array[e.time_zone], array[e.city], array[e.country]) w where not e.online and w.cannot)),
  written as (
    insert into public.recommendations as r (user_id, journey_id, kind, source_tenant_id, source_id, origin, arm)
    select who.me, p_journey, s.kind, s.tenant_id, s.id, s.origin, private.recommendation_arm(who.me) from standing s order by s.id
    on conflict (user_id, journey_id, kind, source_tenant_id, source_id) do update
      -- Who put it there first is who it is counted for, once it was seen.
      set origin = case when r.shown_at is null then excluded.origin else r.origin end,
          given_at = case when r.shown_at is null then now() else r.given_at end
    returning r.id, r.kind, r.source_tenant_id, r.source_id, r.dismissed_at),
  kept as (
    insert into private.recommendation_sets (user_id, journey_id, key, provider, items)
    select who.me, coalesce(p_journey, '00000000-0000-0000-0000-000000000000'), p_key, p_provider,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'tenant_id', s.tenant_id, 'id', s.id, 'reason', s.reason)
         order by s.place), '[]') from standing s where s.is_said)
    where p_key is not null and p_provider is not null
    on conflict (user_id, journey_id) do update
      set key = excluded.key, provider = excluded.provider, items = excluded.items, made_at = now())
  select coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'tenant_id', s.tenant_id, 'id', s.id, 'recommendation_id', w.id)
    order by s.place), '[]')
  into answer
  from standing s
  join written w on w.kind = s.kind and w.source_tenant_id = s.tenant_id and w.source_id = s.id
  where w.dismissed_at is null;
  return answer;
end $$;

-- Says what became of suggestions: 'shown', 'shown_by_rules' (before a provider's order came, or in spite of it), 'dismissed',
-- or 'undismissed'. What is not one's own changes nothing. Returns how many changed.
create function public.tell_recommendations(p_ids uuid[], p_outcome text) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_traveller();
  changed integer;
begin
  if coalesce(cardinality(p_ids), 0) > 60 then raise exception 'invalid:too_many' using errcode = 'P0001'; end if;
  if p_outcome is null or p_outcome not in ('shown', 'shown_by_rules', 'dismissed', 'undismissed') then
    raise exception 'invalid:not_accepted' using errcode = 'P0001';
  end if;
  update public.recommendations r set
    shown_at = case when p_outcome like 'shown%' then now() else r.shown_at end,
    origin = case when p_outcome = 'shown_by_rules' and r.origin <> 'dates' then 'rules' else r.origin end,
    dismissed_at = case p_outcome when 'dismissed' then now() when 'undismissed' then null else r.dismissed_at end
  where r.id = any (p_ids) and r.user_id = me
    and case p_outcome when 'shown' then r.shown_at is null when 'shown_by_rules' then r.shown_at is null when 'dismissed' then r.dismissed_at is null
      else r.dismissed_at is not null end;
  get diagnostics changed = row_count;
  return changed;
end $$;

-- Takes suggestions into a journey, all or none, as add_activities does it, and answers its activities and the journey's id.
-- p_new begins a journey for them first (see create_journey); where all of them stand in one's journeys already, the last
-- that took one in is the answer.
create function public.accept_recommendations(p_ids uuid[], p_journey uuid default null, p_new jsonb default null) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_traveller();
  journey uuid := p_journey;
  rows jsonb;
  cards jsonb;
begin
  if coalesce(cardinality(p_ids), 0) not between 1 and 20 or (p_journey is null) = (p_new is null) then
    raise exception 'invalid:not_accepted' using errcode = 'P0001';
  end if;
  -- Whoever presses twice has it once.
  perform 1 from public.recommendations r where r.id = any (p_ids) and r.user_id = me order by r.id for update;
  if (select count(*) from public.recommendations r where r.id = any (p_ids) and r.user_id = me)
     <> (select count(distinct i) from unnest(p_ids) i) then
    raise exception 'not_found:recommendation' using errcode = 'P0001';
  end if;
  select jsonb_agg(jsonb_build_object('id', private.uuid_v7(), 'kind', r.kind, 'source_tenant_id', r.source_tenant_id,
    'source_id', r.source_id, 'origin_id', r.id) order by r.id)
  into rows
  from public.recommendations r
  where r.id = any (p_ids) and r.user_id = me
    and (r.accepted_at is null or private.journey_role(r.activity_journey_id, me) is null or not exists (
      select 1 from public.journey_activities a
      where a.journey_id = r.activity_journey_id and a.id = r.activity_id and a.removed_at is null));
  if p_new is not null then
    journey := case when rows is not null then public.create_journey(p_new) else (
      select r.activity_journey_id from public.recommendations r where r.id = any (p_ids) and r.user_id = me
      order by r.accepted_at desc, r.id limit 1) end;
  end if;
  if rows is null then return jsonb_build_object('journey_id', journey, 'activities', '[]'::jsonb); end if;
  cards := public.add_activities(journey, rows);
  update public.recommendations r set accepted_at = now(), dismissed_at = null, shown_at = coalesce(r.shown_at, now()),
    activity_journey_id = journey, activity_id = (x.value ->> 'id')::uuid
  from jsonb_array_elements(rows) x(value)
  where r.id = (x.value ->> 'origin_id')::uuid;
  return jsonb_build_object('journey_id', journey, 'activities', cards);
end $$;

-- Takes an acceptance back: the activity is out of the journey again. Repeating it changes nothing.
create function public.unaccept_recommendation(p_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_traveller();
  taken public.recommendations;
begin
  select * into taken from public.recommendations r where r.id = p_id and r.user_id = me for update;
  if taken.accepted_at is null then return; end if;
  if private.journey_role(taken.activity_journey_id, me) in ('owner', 'editor') then
    perform public.remove_activity(taken.activity_journey_id, taken.activity_id);
  end if;
  update public.recommendations r set accepted_at = null, completed_at = null, activity_journey_id = null, activity_id = null
  where r.id = p_id;
end $$;

grant execute on function
  public.recommendation_input(uuid, integer), public.recommendation_texts(text[], uuid[], uuid[]),
  public.give_recommendations(uuid, text, jsonb, text, text), public.tell_recommendations(uuid[], text),
  public.accept_recommendations(uuid[], uuid, jsonb), public.unaccept_recommendation(uuid)
to authenticated;
