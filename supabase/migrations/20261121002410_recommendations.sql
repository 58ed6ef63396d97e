-- What somebody might do next, from their communities and from what they did there. Rules put it into order; where a
-- person and a community agreed to it, somebody else may be asked to put it into another.

-- Nothing leaves for a provider unless the community's admins and the person who asks said so. What one has written one
-- may keep back, wherever it stands.
alter table public.tenants add column ai_allowed boolean not null default false;
comment on column public.tenants.ai_allowed is
  'Whether texts that a member may read here may be shown to a provider for suggestions to that member.';
grant select (ai_allowed) on public.tenants to authenticated;
grant update (ai_allowed) on public.tenants to authenticated;
alter table public.profiles
  add column ai_help boolean not null default false,
  add column ai_texts boolean not null default true;
comment on column public.profiles.ai_help is 'Whether a provider may be asked for suggestions to this person.';
comment on column public.profiles.ai_texts is 'Whether events and groups of this person may be shown to one, where the community allows it.';
grant update (ai_help, ai_texts) on public.profiles to authenticated;

-- What was suggested to whom, for a journey or for none, and what became of it.
create table public.recommendations (
  id uuid primary key default private.uuid_v7(),
  user_id uuid not null references public.profiles (id) on delete cascade,
  journey_id uuid references public.user_journeys (id) on delete cascade,
  kind text not null check (kind in ('event', 'group')),
  source_tenant_id uuid not null,
  source_id uuid not null,
  -- Who put it there: 'rules', 'provider:<name>', 'cache:<name>'; 'dates' for people whom nobody helps, to compare with.
  origin text not null check (origin ~ '^(rules|dates|(provider|cache):.{1,100})$'),
  arm text not null check (arm in ('helped', 'control')),
  given_at timestamptz not null default now(),
  shown_at timestamptz,
  accepted_at timestamptz,
  dismissed_at timestamptz,
  completed_at timestamptz,
  -- What it became.
  activity_journey_id uuid,
  activity_id uuid,
  unique nulls not distinct (user_id, journey_id, kind, source_tenant_id, source_id)
);
create index recommendations_journey_idx on public.recommendations (journey_id) where journey_id is not null;
create index recommendations_given_idx on public.recommendations (given_at) where shown_at is null;

-- What a provider answered for a person, until it is a day old or one of its reasons to be is gone.
create table private.recommendation_sets (
  user_id uuid not null references public.profiles (id) on delete cascade,
  -- The nil UUID for none.
  journey_id uuid not null,
  -- Hash of model, version of the prompt, communities and data.
  key text not null check (char_length(key) <= 100),
  provider text not null check (char_length(provider) <= 100),
  -- In order: [{"kind", "tenant_id", "id", "reason"}].
  items jsonb not null check (jsonb_typeof(items) = 'array' and pg_column_size(items) <= 32768),
  made_at timestamptz not null default now(),
  primary key (user_id, journey_id)
);

-- How suggestions did, per day (UTC), origin, arm and kind.
create table private.recommendation_figures (
  day date not null,
  origin text not null,
  arm text not null,
  kind text not null,
  shown integer not null default 0,
  accepted integer not null default 0,
  dismissed integer not null default 0,
  completed integer not null default 0,
  primary key (day, origin, arm, kind)
);
insert into private.event_consumers (name, epoch, txid, seq)
values ('recommendations', 1, pg_snapshot_xmin(pg_current_snapshot()), 0);

do $$
declare t text;
begin
  foreach t in array array['public.recommendations', 'private.recommendation_sets', 'private.recommendation_figures'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('revoke all on %s from public, anon, authenticated, service_role', t);
  end loop;
end $$;

-- The log hears what became of them, not what was only prepared.
create trigger recommendations_record after update on public.recommendations for each row
  when ((old.shown_at, old.accepted_at, old.dismissed_at, old.completed_at)
    is distinct from (new.shown_at, new.accepted_at, new.dismissed_at, new.completed_at))
  execute function private.record_journey('recommendation', 'id',
    '{id,user_id,journey_id,kind,source_tenant_id,source_id,origin,arm,shown_at,accepted_at,dismissed_at,completed_at}');

-- What was planned from a suggestion and is done, completes it.
create function private.complete_recommendation() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.recommendations r set completed_at = case when new.state = 'done' then now() end
  where r.id = new.origin_id and r.activity_journey_id = new.journey_id and r.activity_id = new.id
    and (r.completed_at is not null) <> (new.state = 'done');
  return null;
end $$;
create trigger journey_activities_state_completes after update of state on public.journey_activities for each row
  when (new.origin_id is not null and old.state is distinct from new.state)
  execute function private.complete_recommendation();

-- What a provider said rests on the communities and on the switches of that moment.
create function private.forget_recommendation_sets() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_table_name = 'tenants' then
    delete from private.recommendation_sets s
    where exists (select 1 from jsonb_array_elements(s.items) i(value) where i.value ->> 'tenant_id' = new.id::text);
  elsif tg_table_name = 'profiles' then
    delete from private.recommendation_sets s where s.user_id = new.id;
  else
    delete from private.recommendation_sets s where s.user_id = old.user_id;
  end if;
  return null;
end $$;
create trigger tenants_close_forgets_sets after update of ai_allowed, status on public.tenants for each row
  when ((old.ai_allowed and not new.ai_allowed) or (old.status = 'active' and new.status <> 'active'))
  execute function private.forget_recommendation_sets();
create trigger profiles_close_forgets_sets after update of ai_help on public.profiles for each row
  when (old.ai_help and not new.ai_help) execute function private.forget_recommendation_sets();
create trigger tenant_users_leave_forgets_sets after update of status on public.tenant_users for each row
  when (old.status = 'active' and new.status <> 'active') execute function private.forget_recommendation_sets();
create trigger tenant_users_end_forgets_sets after delete on public.tenant_users for each row
  execute function private.forget_recommendation_sets();

-- One person in ten gets what there is by date, always the same people, so that it can be told what help is worth.
create function private.recommendation_arm(p_person uuid) returns text
language sql immutable parallel safe set search_path = '' as $$
  select case when mod(abs(hashtextextended(p_person::text, 5)), 10) = 0 then 'control' else 'helped' end
$$;

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

-- What a journey says of when and where: its days, or a week around what it holds, what it is busy with, the words of its places. Without one: from now
-- on, busy with nothing, where one says one lives.
create function private.recommendation_frame(
  p_journey uuid, p_me uuid, p_tenants uuid[],
  out starts timestamptz, out ends timestamptz, out has_window boolean, out busy tstzmultirange, out places text,
  out planned_events uuid[], out planned_in uuid[], out words text[]
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
  if p_journey is null then return; end if;
  select * into journey from public.user_journeys j where j.id = p_journey;
  with seen as materialized (
    select a.kind, a.source_id, a.starts_at, a.ends_at, a.state, coalesce(a.title, '') || ' ' || coalesce(a.place, a.kept_place, '') as said
    from public.journey_activities a
    where a.journey_id = p_journey and a.removed_at is null
      and (a.visible_to = 'companions' or a.added_by = p_me or journey.owner_id = p_me))
  select
    -- What takes half a day and more, as a stay does, leaves room beside it.
    coalesce(range_agg(tstzrange(s.starts_at, s.ends_at)) filter (
      where s.state in ('planned', 'done') and s.starts_at < s.ends_at and s.ends_at - s.starts_at < interval '12 hours'), '{}'),
    coalesce(array_agg(s.source_id) filter (where s.source_id is not null), '{}'),
    private.folded(journey.title || ' ' || coalesce(string_agg(s.said, ' '), '')),
    coalesce(journey.starts_on::timestamp at time zone journey.time_zone, min(s.starts_at) - interval '7 days'),
    coalesce((coalesce(journey.ends_on, journey.starts_on) + 1)::timestamp at time zone journey.time_zone,
      max(s.ends_at) + interval '7 days')
  into busy, planned_events, places, starts, ends
  from seen s;
  has_window := starts is not null;
  -- What is over is no window to plan in.
  starts := greatest(coalesce(starts, now()), now());
  ends := coalesce(ends, now() + interval '120 days');
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
      where x.tenant_id = t.id and x.starts_at >= p_frame.starts and x.starts_at < p_frame.ends and x.cancelled_at is null
      order by x.starts_at, x.id limit per) e
    where e.organizer_id <> p_me and e.id <> all (p_frame.planned_events) and e.id <> all (skipped)
      and not p_frame.busy && tstzrange(e.starts_at, greatest(e.ends_at, e.starts_at + interval '1 minute'))),
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
    union all
    select 'group', c.tenant_id, c.id, c.owner_id, c.version, c.name, null, null, false, null, null, null, null, false, null,
      c.created_at, private.folded(c.name || ' ' || left(c.description, 500))
    from circles c),
  weighed as materialized (
    select t.*, a.id is not null as is_active, t.tenant_id = any (p_frame.planned_in) as is_planned_in,
      private.holds_word(p_frame.places, private.folded(t.city)) as in_city,
      private.holds_word(p_frame.places, private.folded(t.country)) as in_country,
      array(select btrim(w.word) from unnest(p_frame.words) w(word) where private.holds_word(t.words, w.word) order by 1 limit 3) as likes,
      t.created_at > now() - interval '14 days' as is_new,
      extract(epoch from t.starts_at - now()) / 86400 as days
    from told t left join active a on a.id = t.tenant_id),
  scored as materialized (
    select w.*,
      case when w.kind = 'group' then 0.05 when p_frame.has_window then 0.30 else 0.25 * exp(- w.days / 30) end
      + case when w.in_city then 0.30 when w.online then 0.10 when w.in_country then 0.10 else 0 end
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
