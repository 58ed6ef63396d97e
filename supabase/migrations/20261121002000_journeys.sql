-- Journeys: a person's plan over time and places, alone or with companions. They belong to people and not to communities:
-- only functions of the network's host reach them, so that no community learns where its members go.
-- What was planned from a community's event stays when the event does not: kept_* is what its planner saw then. Of what
-- somebody erased, nothing is kept.

create table public.user_journeys (
  id uuid primary key default private.uuid_v7(),
  owner_id uuid not null references public.profiles (id) on delete cascade,
  title text not null check (char_length(title) between 1 and 200),
  note text not null default '' check (char_length(note) <= 5000),
  -- Of days without a zone of their own: where the plan is read.
  time_zone text not null check (private.is_time_zone(time_zone)),
  starts_on date check (starts_on between '1900-01-01' and '9999-12-31'),
  ends_on date,
  is_template boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz,
  check (ends_on is null or (starts_on is not null and ends_on between starts_on and starts_on + 730))
);
create index user_journeys_owner_idx on public.user_journeys (owner_id, updated_at desc, id desc);
create trigger user_journeys_update_touches before update on public.user_journeys
  for each row execute function private.touch_row();

create table public.journey_activities (
  journey_id uuid not null references public.user_journeys (id) on delete cascade,
  id uuid not null default private.uuid_v7(),
  kind text not null check (kind in ('event', 'group', 'person', 'post', 'place', 'free')),
  -- Where it comes from. No foreign key: it outlives what it was planned from.
  source_tenant_id uuid,
  source_id uuid,
  -- What its planner saw when it was planned, for nobody else.
  kept_title text check (char_length(kept_title) <= 300),
  kept_place text check (char_length(kept_place) <= 700),
  kept_starts_local timestamp,
  kept_ends_local timestamp,
  kept_time_zone text check (private.is_time_zone(kept_time_zone)),
  -- The planner's own words: companions read them.
  title text check (char_length(title) between 1 and 300),
  note text not null default '' check (char_length(note) <= 5000),
  place text check (char_length(place) between 1 and 300),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  -- Wall time, as written. Without one it is an idea for some day.
  starts_local timestamp,
  ends_local timestamp,
  time_zone text not null check (private.is_time_zone(time_zone)),
  starts_at timestamptz,
  ends_at timestamptz,
  -- The order of what has no time.
  position double precision not null default 0 check (position between -1e12 and 1e12),
  state text not null default 'planned' check (state in ('idea', 'planned', 'done', 'skipped')),
  visible_to text not null default 'companions' check (visible_to in ('companions', 'me')),
  memory text not null default '' check (char_length(memory) <= 5000),
  -- The recommendation that it was accepted from.
  origin_id uuid,
  added_by uuid not null references public.profiles (id) on delete cascade,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- Taken out, and still to be put back for a month.
  removed_at timestamptz,
  primary key (journey_id, id),
  check ((kind in ('place', 'free')) = (source_id is null)),
  check ((source_id is null) = (source_tenant_id is null)),
  check (title is not null or source_id is not null),
  check ((starts_local is null) = (ends_local is null)),
  check (ends_local >= starts_local and ends_local - starts_local <= interval '731 days'),
  check (starts_local between '1900-01-01' and '9998-01-01'),
  check ((latitude is null) = (longitude is null))
);
create index journey_activities_planner_idx on public.journey_activities (added_by);
-- What is erased is found in all plans that came from it.
create index journey_activities_source_idx on public.journey_activities (source_id, source_tenant_id) where source_id is not null;
create index journey_activities_removed_idx on public.journey_activities (removed_at) where removed_at is not null;

-- Moments follow from wall time and zone; nobody writes them.
create function private.journey_activities_place_in_time() returns trigger
language plpgsql set search_path = '' as $$
begin
  if not private.is_time_zone(new.time_zone) then raise exception 'invalid:time_zone' using errcode = 'P0001'; end if;
  new.starts_at := private.moment_of(new.starts_local, new.time_zone);
  -- Where clocks skip the start, it may come out after an end that they do not skip.
  new.ends_at := greatest(new.starts_at, private.moment_of(new.ends_local, new.time_zone));
  if tg_op = 'UPDATE' then
    new.updated_at := now();
    new.version := old.version + 1;
  end if;
  return new;
end $$;
create trigger journey_activities_write_places before insert or update on public.journey_activities
  for each row execute function private.journey_activities_place_in_time();

create table public.journey_companions (
  journey_id uuid not null references public.user_journeys (id) on delete cascade,
  user_id uuid not null references public.profiles (id) on delete cascade,
  role text not null check (role in ('editor', 'voter')),
  joined_at timestamptz not null default now(),
  primary key (journey_id, user_id)
);
create index journey_companions_person_idx on public.journey_companions (user_id) include (journey_id, role);

create table public.journey_invites (
  journey_id uuid not null references public.user_journeys (id) on delete cascade,
  id uuid not null default private.uuid_v7(),
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  role text not null check (role in ('editor', 'voter')),
  max_uses integer not null check (max_uses between 1 and 50),
  uses integer not null default 0,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  -- Who was taken off the journey while this stood open: it lets them in no more.
  barred_people uuid[] not null default '{}',
  created_at timestamptz not null default now(),
  primary key (journey_id, id),
  check (uses between 0 and max_uses)
);
create unique index journey_invites_code_idx on public.journey_invites (code_hash);

create table public.journey_votes (
  journey_id uuid not null,
  activity_id uuid not null,
  user_id uuid not null references public.profiles (id) on delete cascade,
  vote smallint not null check (vote in (-1, 1)),
  created_at timestamptz not null default now(),
  primary key (journey_id, activity_id, user_id),
  foreign key (journey_id, activity_id) references public.journey_activities (journey_id, id) on delete cascade
);
create index journey_votes_person_idx on public.journey_votes (user_id);

create table public.journey_comments (
  journey_id uuid not null references public.user_journeys (id) on delete cascade,
  id uuid not null default private.uuid_v7(),
  activity_id uuid,
  author_id uuid not null references public.profiles (id) on delete cascade,
  body text not null check (char_length(body) between 1 and 2000),
  created_at timestamptz not null default now(),
  primary key (journey_id, id),
  foreign key (journey_id, activity_id) references public.journey_activities (journey_id, id) on delete cascade
);
create index journey_comments_activity_idx on public.journey_comments (journey_id, activity_id);
create index journey_comments_author_idx on public.journey_comments (author_id);

-- Addresses of calendars: what each shows is what its person may see then.
create table public.journey_calendars (
  journey_id uuid not null references public.user_journeys (id) on delete cascade,
  user_id uuid not null references public.profiles (id) on delete cascade,
  key_hash text not null check (key_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default now(),
  primary key (journey_id, user_id)
);
create index journey_calendars_person_idx on public.journey_calendars (user_id);

do $$
declare t text;
begin
  foreach t in array array['user_journeys', 'journey_activities', 'journey_companions', 'journey_invites', 'journey_votes',
                           'journey_comments', 'journey_calendars'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('revoke all on public.%I from public, anon, authenticated, service_role', t);
  end loop;
end $$;

-- What the log says of a journey: who did what to which row. No words, times or places, and of people only who is on it:
-- a person whom something is planned from is not told. It stands under the network itself, since it is no community's
-- business.
-- Arguments: entity name; the column that identifies the row; the columns that are told.
create function private.record_journey() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  entity constant text := tg_argv[0];
  told constant text[] := tg_argv[2]::text[];
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  becomes jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  the_row jsonb := coalesce(becomes, was);
  before_it jsonb;
  after_it jsonb;
  verb text := case tg_op when 'INSERT' then 'created' when 'DELETE' then 'deleted' else 'updated' end;
begin
  if was ->> 'kind' = 'person' then was := was || '{"source_id": null}'; end if;
  if becomes ->> 'kind' = 'person' then becomes := becomes || '{"source_id": null}'; end if;
  if was is not null then select jsonb_object_agg(k, was -> k) into before_it from unnest(told) k; end if;
  if becomes is not null then select jsonb_object_agg(k, becomes -> k) into after_it from unnest(told) k; end if;
  if tg_op = 'UPDATE' then
    if (becomes -> 'removed_at') is distinct from (was -> 'removed_at') then
      verb := case when becomes ->> 'removed_at' is null then 'restored' else 'removed' end;
    elsif (becomes -> 'archived_at') is distinct from (was -> 'archived_at') then
      verb := case when becomes ->> 'archived_at' is null then 'reopened' else 'archived' end;
    elsif before_it = after_it then return null; end if;
  elsif tg_op = 'DELETE' and entity <> 'journey'
    and not exists (select 1 from public.user_journeys j where j.id = (was ->> 'journey_id')::uuid) then
    -- The end of the journey says it all.
    return null;
  end if;
  insert into public.domain_events (tenant_id, stream_type, stream_id, type, data, actor_id, correlation_id)
  values ('00000000-0000-0000-0000-000000000000', entity, (the_row ->> tg_argv[1])::uuid, entity || '.' || verb,
          jsonb_build_object('old', before_it, 'new', after_it), auth.uid(), private.request_header('x-request-id'));
  return null;
end $$;
create trigger user_journeys_record after insert or update or delete on public.user_journeys
  for each row execute function private.record_journey('journey', 'id', '{id,owner_id,is_template}');
create trigger journey_activities_record after insert or update or delete on public.journey_activities
  for each row execute function private.record_journey('journey_activity', 'id',
    '{journey_id,id,kind,source_tenant_id,source_id,state,visible_to,origin_id,added_by}');
create trigger journey_companions_record after insert or update or delete on public.journey_companions
  for each row execute function private.record_journey('journey_companion', 'journey_id', '{journey_id,user_id,role}');
-- What is said below a journey is told too, without its words.
create trigger journey_comments_record after insert or delete on public.journey_comments
  for each row execute function private.record_journey('journey_comment', 'id', '{journey_id,id,activity_id,author_id}');

-- Who somebody is to a journey: 'owner', 'editor', 'voter', or null.
create function private.journey_role(p_journey uuid, p_person uuid) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce(
    (select 'owner' from public.user_journeys j where j.id = p_journey and j.owner_id = p_person),
    (select c.role from public.journey_companions c where c.journey_id = p_journey and c.user_id = p_person));
end $$;

-- Who asks, on the network's host alone. A sign-in that ended is over at once.
create function private.require_traveller() returns uuid
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
begin
  if private.token_scope() = ''
     and not coalesce(private.is_signed_in(me, nullif(private.claims() ->> 'session_id', '')::uuid), true) then
    raise exception 'forbidden:network_only' using errcode = '42501';
  end if;
  return me;
end $$;

-- Lets on whoever is at least this to a journey, and holds the journey so that changes of it come one after the other.
-- A journey that one has no part in is not there.
create function private.require_journey(p_journey uuid, p_least text) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_traveller();
  role text := private.journey_role(p_journey, me);
  ranks constant text[] := array['voter', 'editor', 'owner'];
begin
  if role is null then raise exception 'not_found:journey' using errcode = 'P0001'; end if;
  if array_position(ranks, role) < array_position(ranks, p_least) then
    raise exception 'forbidden:journey_role' using errcode = '42501';
  end if;
  perform 1 from public.user_journeys j where j.id = p_journey for no key update;
  return role;
end $$;

-- Says to the open pages of everybody on a journey that it changed, and nothing more: they read it themselves.
create function private.tell_journey(p_journey uuid, p_also uuid[] default '{}') returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform realtime.send(jsonb_build_object('journey', p_journey), 'journey', 'user:' || p.id, true)
  from (select j.owner_id as id from public.user_journeys j where j.id = p_journey
        union select c.user_id from public.journey_companions c where c.journey_id = p_journey
        union select unnest(p_also)) p;
end $$;
