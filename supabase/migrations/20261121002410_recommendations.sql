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

-- Reads the log on and counts what became of suggestions. To build anew: empty the figures and set the place back. Returns
-- how many events it read.
create function private.project_recommendations(p_limit integer default 5000, p_below xid8 default null) returns integer
language plpgsql volatile security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  below xid8 := coalesce(p_below, pg_snapshot_xmin(pg_current_snapshot()));
  place record;
  done record;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('private.project_recommendations', 0)) then return 0; end if;
  select c.epoch, c.txid, c.seq into place from private.event_consumers c where c.name = 'recommendations' for update;
  with batch as materialized (
    select e.epoch, e.txid, e.seq, e.type, e.data, e.occurred_at from public.domain_events e
    where (e.epoch, e.txid, e.seq) > (place.epoch, place.txid, place.seq) and e.txid < below
    order by e.epoch, e.txid, e.seq limit p_limit),
  changes as (
    select (b.occurred_at at time zone 'UTC')::date as day, b.data -> 'new' as is_now, b.data -> 'old' as was
    from batch b where b.type = 'recommendation.updated'),
  sums as (
    select c.day, c.is_now ->> 'origin' as origin, c.is_now ->> 'arm' as arm, c.is_now ->> 'kind' as kind,
      sum((c.is_now ->> 'shown_at' is not null)::integer - (c.was ->> 'shown_at' is not null)::integer) as shown,
      sum((c.is_now ->> 'accepted_at' is not null)::integer - (c.was ->> 'accepted_at' is not null)::integer) as accepted,
      sum((c.is_now ->> 'dismissed_at' is not null)::integer - (c.was ->> 'dismissed_at' is not null)::integer) as dismissed,
      sum((c.is_now ->> 'completed_at' is not null)::integer - (c.was ->> 'completed_at' is not null)::integer) as completed
    from changes c group by 1, 2, 3, 4),
  counted as (
    insert into private.recommendation_figures as f (day, origin, arm, kind, shown, accepted, dismissed, completed)
    select s.day, s.origin, s.arm, s.kind, s.shown, s.accepted, s.dismissed, s.completed from sums s
    order by s.day, s.origin, s.arm, s.kind
    on conflict (day, origin, arm, kind) do update set shown = f.shown + excluded.shown,
      accepted = f.accepted + excluded.accepted, dismissed = f.dismissed + excluded.dismissed,
      completed = f.completed + excluded.completed)
  select (select count(*)::integer from batch) as events, l.epoch, l.txid, l.seq into done
  from (values (1)) one left join (select b.epoch, b.txid, b.seq from batch b order by b.epoch desc, b.txid desc, b.seq desc limit 1) l
    on true;
  if done.events = 0 then return 0; end if;
  update private.event_consumers c set epoch = done.epoch, txid = done.txid, seq = done.seq, updated_at = now()
  where c.name = 'recommendations';
  return done.events;
end $$;

-- What nobody saw is forgotten after a week, what was kept after its day, what was spent after a month.
create function private.purge_recommendations() returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  gone integer;
begin
  delete from private.recommendation_sets s where s.made_at < now() - interval '1 day';
  delete from private.ai_budgets b where b.day < current_date - 31;
  delete from public.recommendations r where r.shown_at is null and r.accepted_at is null and r.dismissed_at is null
    and r.given_at < now() - interval '7 days';
  get diagnostics gone = row_count;
  return gone;
end $$;
