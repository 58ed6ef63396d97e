-- What might be suggested, in the order of rules. Travel that cannot be made is no suggestion, and what is where the
-- journey is comes first. Events have no coordinates: their town, their country and their clocks tell how far something
-- is.

-- Folds a text so that whole words can be found in it: ' tide pools ' for 'Tide-Pools!'.
create function private.folded(p_text text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select ' ' || btrim(regexp_replace(lower(coalesce(p_text, '')), '[[:space:][:punct:]]+', ' ', 'g')) || ' '
$$;

-- Whether a folded text holds a folded word: as a word of its own where words are written apart, else anywhere.
create function private.holds_word(p_folded text, p_word text) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select char_length(p_word) > 2 and position(case when p_word ~ '^[ -~]+$' then p_word else btrim(p_word) end in p_folded) > 0
$$;

-- The least minutes that a way between two points takes: on foot, through a town, over land, by air with its waiting. The
-- same as travelMinutes of lib/journeys/warnings.
create function private.way_minutes(
  p_latitude double precision, p_longitude double precision, p_to_latitude double precision, p_to_longitude double precision
) returns double precision
language sql immutable parallel safe set search_path = '' as $$
  select case
    when w.km <= 2 then w.km / 5 * 60
    when w.km <= 50 then 15 + w.km / 40 * 60
    when w.km <= 500 then 30 + w.km / 110 * 60
    else 150 + w.km / 800 * 60 end
  from (select 2 * 6371 * asin(least(1, sqrt(sin(radians(p_to_latitude - p_latitude) / 2) ^ 2
    + cos(radians(p_latitude)) * cos(radians(p_to_latitude)) * sin(radians(p_to_longitude - p_longitude) / 2) ^ 2))) as km) w
$$;

-- How events lie to what stands in a journey (frame.around): cannot, where there is no time for the way to or from what
-- comes right before or after; far, where all of it, or a stay at that time, is in another country or under other clocks.
create function private.ways_of_events(
  p_around jsonb, p_tenants uuid[], p_ids uuid[], p_starts timestamptz[], p_ends timestamptz[], p_zones text[],
  p_cities text[], p_countries text[]
) returns table (tenant_id uuid, id uuid, cannot boolean, far boolean)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
  with around as materialized (
    select a.* from jsonb_to_recordset(p_around) a(starts timestamptz, ends timestamptz, zone text, country text, place text,
      latitude double precision, longitude double precision, stay boolean)),
  events as materialized (
    select e.*, private.folded(e.city) as town, btrim(private.folded(e.country)) as land, p.latitude, p.longitude
    from unnest(p_tenants, p_ids, p_starts, p_ends, p_zones, p_cities, p_countries)
      e(tenant_id, id, starts, ends, zone, city, country)
    -- A town that the journey knows the coordinates of.
    left join lateral (
      select a.latitude, a.longitude from around a
      where a.latitude is not null and private.holds_word(a.place, private.folded(e.city))
      order by a.latitude, a.longitude limit 1) p on true),
  pairs as (
    select e.tenant_id, e.id, a.stay, a.starts <= e.ends and a.ends >= e.starts as during,
      greatest(extract(epoch from e.starts - a.ends), extract(epoch from a.starts - e.ends)) / 60 as gap,
      private.holds_word(a.place, e.town) as same_town, btrim(e.town) <> '' and btrim(a.place) <> '' as both_placed,
      case when e.latitude is not null then
        private.way_minutes(a.latitude, a.longitude, e.latitude, e.longitude) end as way,
      case when a.zone <> e.zone then
        abs(extract(epoch from (e.starts at time zone a.zone) - (e.starts at time zone e.zone))) / 60 else 0 end as clocks,
      a.country <> '' and e.land <> '' and a.country <> e.land as abroad
    from events e cross join around a),
  judged as (
    select p.*, not p.same_town and (p.clocks > 0 or p.abroad) as is_far,
      case
        when p.same_town then 0
        when p.way is not null then p.way
        -- By the least, an hour between clocks is a flight of a quarter of the way that the sun makes in it.
        when p.clocks > 0 then 60 + p.clocks
        when p.abroad then 120
        when p.both_placed then 30
        else 0 end as needed
    from pairs p)
  select j.tenant_id, j.id, coalesce(bool_or(not j.stay and j.gap < j.needed), false),
    bool_and(j.is_far) or coalesce(bool_or(j.stay and j.during and j.is_far), false)
  from judged j group by j.tenant_id, j.id;
end $$;

-- What a journey says of when and where: its days, or a week around what it holds, what it is busy with, the words of its
-- places, and what is around (timed or not). Of what others planned in communities it says what whoever asks may read there
-- now. Without a journey: from now on, busy with nothing, where one says one lives.
create function private.recommendation_frame(
  p_journey uuid, p_me uuid, p_tenants uuid[],
  out starts timestamptz, out ends timestamptz, out starts_local timestamp, out ends_local timestamp, out has_window boolean,
  out busy tstzmultirange, out places text, out planned_events uuid[], out planned_in uuid[], out words text[], out around jsonb
)
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  journey public.user_journeys;
begin
  select array(select distinct private.folded(w.word)
               from unnest(p_tenants) t(id)
               join public.member_details d on d.tenant_id = t.id and d.user_id = p_me
               cross join lateral unnest(d.interests || d.skills) w(word) limit 60),
    private.folded((select string_agg(distinct d.city, ' , ') from unnest(p_tenants) t(id)
               join public.member_details d on d.tenant_id = t.id and d.user_id = p_me))
  into words, places;
  select array(select a.source_tenant_id
               from (select x.source_tenant_id from public.journey_activities x
                     where x.added_by = p_me and x.source_tenant_id is not null and x.removed_at is null limit 300) a
               group by 1) into planned_in;
  starts := now();
  ends := now() + interval '120 days';
  has_window := false;
  busy := '{}';
  planned_events := '{}';
  around := '[]';
  if p_journey is null then return; end if;
  select * into journey from public.user_journeys j where j.id = p_journey;
  with shown as materialized (
    select a.* from public.journey_activities a
    where a.journey_id = p_journey and a.removed_at is null
      and (a.visible_to = 'companions' or a.added_by = p_me or journey.owner_id = p_me)),
  live as materialized (
    select e.tenant_id, e.id, nullif(concat_ws(', ', e.venue, e.city, e.country), '') as place, e.country, e.online
    from (select s.source_tenant_id as tenant_id, array_agg(distinct s.source_id) as ids from shown s
          where s.kind = 'event' and s.source_tenant_id = any (p_tenants) group by s.source_tenant_id) w
    join public.events e on e.tenant_id = w.tenant_id and e.id = any (w.ids)),
  seen as materialized (
    select s.source_id, s.starts_at, s.ends_at, s.state, s.time_zone, s.latitude, s.longitude, coalesce(s.title, '') as title,
      l.country, coalesce(l.online, false) as online,
      coalesce(s.place, l.place, case when s.added_by = p_me then s.kept_place end, '') as place
    from shown s left join live l on s.kind = 'event' and l.tenant_id = s.source_tenant_id and l.id = s.source_id)
  select
    -- What takes half a day and more, as a stay does, leaves room beside it.
    coalesce(range_agg(tstzrange(s.starts_at, s.ends_at)) filter (
      where s.state in ('planned', 'done') and s.starts_at < s.ends_at and s.ends_at - s.starts_at < interval '12 hours'), '{}'),
    coalesce(array_agg(s.source_id) filter (where s.source_id is not null), '{}'),
    private.folded(journey.title || ' ' || coalesce(string_agg(s.title || ' ' || s.place, ' '), '')),
    coalesce(journey.starts_on::timestamp at time zone journey.time_zone, min(s.starts_at) - interval '7 days'),
    coalesce((coalesce(journey.ends_on, journey.starts_on) + 1)::timestamp at time zone journey.time_zone,
      max(s.ends_at) + interval '7 days'),
    coalesce(jsonb_agg(jsonb_build_object('starts', case when s.state <> 'idea' then s.starts_at end,
      'ends', case when s.state <> 'idea' then s.ends_at end, 'zone', s.time_zone,
      'country', btrim(private.folded(s.country)), 'place', private.folded(s.place), 'latitude', s.latitude,
      'longitude', s.longitude, 'stay', coalesce(s.ends_at - s.starts_at >= interval '12 hours', false)))
      filter (where s.state <> 'skipped' and not s.online), '[]')
  into busy, planned_events, places, starts, ends, around
  from seen s;
  has_window := starts is not null;
  -- What is over is no window to plan in.
  starts := greatest(coalesce(starts, now()), now());
  ends := coalesce(ends, now() + interval '120 days');
  starts_local := starts at time zone journey.time_zone;
  ends_local := ends at time zone journey.time_zone;
end $$;

-- Events and groups that somebody may read and has not planned, with what speaks for each and how much. At most so many of
-- each community, so that the cost follows from their number alone.
create function private.recommendation_candidates(p_me uuid, p_tenants uuid[], p_journey uuid, p_frame record)
returns table (
  kind text, tenant_id uuid, id uuid, person_id uuid, version integer, title text, city text, country text, online boolean,
  starts_at timestamptz, ends_at timestamptz, starts_local timestamp, ends_local timestamp, all_day boolean, time_zone text,
  score double precision, reasons jsonb
)
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  per integer := greatest(4, least(60, 500 / greatest(cardinality(p_tenants), 1)));
  my_lists uuid[] := private.my_groups();
  skipped uuid[] := array(
    select r.source_id from public.recommendations r
    where r.user_id = p_me and r.dismissed_at is not null and (r.journey_id is null or r.journey_id = p_journey));
begin
  return query
  with events as materialized (
    select e.* from unnest(p_tenants) t(id) cross join lateral (
      select x.tenant_id, x.id, x.organizer_id, x.version, x.title, x.city, x.country, x.online, x.starts_at, x.ends_at,
        x.starts_local, x.ends_local, x.all_day, x.time_zone, x.created_at
      from public.events x
      where x.tenant_id = t.id and x.cancelled_at is null and x.starts_at > now()
        -- A whole day belongs to the days of a journey by its date, under whichever clocks: these are at most 26 hours apart.
        and x.starts_at >= p_frame.starts - interval '26 hours' and x.starts_at < p_frame.ends + interval '26 hours'
        and case when x.all_day and p_frame.has_window
          then x.starts_local >= date_trunc('day', p_frame.starts_local) and x.starts_local < p_frame.ends_local
          else x.starts_at >= p_frame.starts and x.starts_at < p_frame.ends end
      order by x.starts_at, x.id limit per) e
    where e.organizer_id <> p_me and e.id <> all (p_frame.planned_events) and e.id <> all (skipped)
      and not p_frame.busy && tstzrange(e.starts_at, greatest(e.ends_at, e.starts_at + interval '1 minute'))),
  ways as materialized (
    select w.* from private.ways_of_events(p_frame.around,
      array(select e.tenant_id from events e where not e.online order by e.tenant_id, e.id),
      array(select e.id from events e where not e.online order by e.tenant_id, e.id),
      array(select e.starts_at from events e where not e.online order by e.tenant_id, e.id),
      array(select e.ends_at from events e where not e.online order by e.tenant_id, e.id),
      array(select e.time_zone from events e where not e.online order by e.tenant_id, e.id),
      array(select e.city from events e where not e.online order by e.tenant_id, e.id),
      array(select e.country from events e where not e.online order by e.tenant_id, e.id)) w),
  circles as materialized (
    select g.* from unnest(p_tenants) t(id) cross join lateral (
      select x.tenant_id, x.id, x.owner_id, x.version, x.name, x.description, x.created_at from public.groups x
      where x.tenant_id = t.id and x.privacy <> 'hidden' and x.archived_at is null and x.id <> all (my_lists)
      order by x.id desc limit 4) g
    where g.id <> all (p_frame.planned_events) and g.id <> all (skipped)),
  active as materialized (
    select t.id from unnest(p_tenants) t(id)
    where exists (select 1 from public.posts p where p.tenant_id = t.id and p.author_id = p_me
                    and p.created_at > now() - interval '90 days')
      or exists (select 1 from public.post_comments c where c.tenant_id = t.id and c.author_id = p_me
                   and c.created_at > now() - interval '90 days')),
  told as materialized (
    select 'event' as kind, e.tenant_id, e.id, e.organizer_id as person_id, e.version, e.title, e.city, e.country, e.online,
      e.starts_at, e.ends_at, e.starts_local, e.ends_local, e.all_day, e.time_zone, e.created_at, private.folded(e.title) as words
    from events e
    where not exists (select 1 from ways w where w.tenant_id = e.tenant_id and w.id = e.id and w.cannot)
    union all
    select 'group', c.tenant_id, c.id, c.owner_id, c.version, c.name, null, null, false, null, null, null, null, false, null,
      c.created_at, private.folded(c.name || ' ' || left(c.description, 500))
    from circles c),
  weighed as materialized (
    select t.*, a.id is not null as is_active, t.tenant_id = any (p_frame.planned_in) as is_planned_in,
      private.holds_word(p_frame.places, private.folded(t.city)) as in_city, coalesce(y.far, false) as is_far,
      private.holds_word(p_frame.places, private.folded(t.country)) as in_country,
      array(select btrim(w.word) from unnest(p_frame.words) w(word) where private.holds_word(t.words, w.word) order by 1 limit 3) as likes,
      t.created_at > now() - interval '14 days' as is_new,
      extract(epoch from t.starts_at - now()) / 86400 as days
    from told t
    left join active a on a.id = t.tenant_id
    left join ways y on t.kind = 'event' and y.tenant_id = t.tenant_id and y.id = t.id),
  scored as materialized (
    select w.*,
      case when w.kind = 'group' then 0.05 when p_frame.has_window then 0.30 else 0.25 * exp(- w.days / 30) end
      -- What is where the journey is comes before all that speaks for something elsewhere.
      + case when w.in_city then case when p_frame.has_window then 0.60 else 0.30 end when w.online then 0.10 when w.is_far then -0.40 when w.in_country then 0.10 else 0 end
      + 0.25 * least(cardinality(w.likes), 1) + 0.05 * greatest(cardinality(w.likes) - 1, 0)
      + case when w.is_active then 0.08 else 0 end + case when w.is_planned_in then 0.07 else 0 end
      + case when w.is_new then 0.05 else 0 end as points
    from weighed w
    -- A group is only worth naming where something of one's own speaks for it.
    where w.kind = 'event' or cardinality(w.likes) > 0)
  select s.kind, s.tenant_id, s.id, s.person_id, s.version, s.title, s.city, s.country, s.online, s.starts_at, s.ends_at,
    s.starts_local, s.ends_local, s.all_day, s.time_zone,
    -- Each further one of a community counts less, so that a loud one does not fill the list.
    (s.points - 0.10 * (row_number() over (partition by s.tenant_id order by s.points desc, s.starts_at, s.id) - 1))::double precision,
    to_jsonb(array_remove(array[
      case when s.in_city then jsonb_build_object('code', 'city', 'word', s.city) end,
      case when cardinality(s.likes) > 0 then jsonb_build_object('code', 'interest', 'word', s.likes[1]) end,
      case when p_frame.has_window and s.kind = 'event' then jsonb_build_object('code', 'free') end,
      case when s.is_planned_in then jsonb_build_object('code', 'planned_here') end,
      case when s.is_active then jsonb_build_object('code', 'active_here') end,
      case when s.online then jsonb_build_object('code', 'online') end,
      case when s.is_new then jsonb_build_object('code', 'new') end,
      case when s.kind = 'event' and not p_frame.has_window and s.days <= 21 then jsonb_build_object('code', 'soon') end], null))
  from scored s;
end $$;
