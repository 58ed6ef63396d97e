-- What concerns a person and no community: an invitation to a journey, somebody who came along, what was said about it. It
-- stands in the same inbox, under the network itself (the nil UUID), and counts in its total and in no community's.

create table public.personal_notifications (
  user_id uuid not null references public.profiles (id) on delete cascade,
  id uuid not null default private.uuid_v7(),
  kind text not null check (kind in ('journey_invitation', 'journey_joined', 'journey_comment')),
  bucket text not null generated always as (case kind when 'journey_invitation' then 'request' else 'news' end) stored,
  actor_id uuid,
  journey_id uuid not null,
  activity_id uuid,
  comment_id uuid,
  -- What it comes from: a text, or an event of the log. One person hears of it once.
  cause_id uuid not null,
  group_key text not null check (char_length(group_key) <= 120),
  -- Whether it is the newest of its group: lists and counts look at these alone.
  is_latest boolean not null default true,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (user_id, id),
  unique (user_id, cause_id)
);
create index personal_notifications_newest_idx on public.personal_notifications (user_id, created_at desc, id desc)
  include (bucket) where is_latest;
create index personal_notifications_unread_idx on public.personal_notifications (user_id, created_at desc, id desc)
  where is_latest and read_at is null;
create index personal_notifications_group_idx on public.personal_notifications (user_id, group_key, created_at desc, id desc);
create index personal_notifications_journey_idx on public.personal_notifications (journey_id, user_id);

-- Who wants to hear nothing of journeys for now; for good: until infinity.
create table public.personal_mutes (
  user_id uuid primary key references public.profiles (id) on delete cascade,
  until timestamptz not null,
  created_at timestamptz not null default now()
);

do $$
declare t text;
begin
  foreach t in array array['personal_notifications', 'personal_mutes'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('revoke all on public.%I from public, anon, authenticated, service_role', t);
  end loop;
end $$;

-- What was before is no news.
insert into private.event_consumers (name, epoch, txid, seq)
values ('journey_notices', 1, pg_snapshot_xmin(pg_current_snapshot()), 0);

create function private.network_itself() returns uuid
language sql immutable parallel safe set search_path = '' as $$
  select '00000000-0000-0000-0000-000000000000'::uuid
$$;

-- Reads the log on and writes who is to hear what of journeys, as private.project_notifications does for communities: one
-- transaction, each cause once, to be built anew by setting the place back. An owner hears who came along; of what is said
-- hear the owner, whoever planned what it is about, and those who spoke there before.
create function private.project_journey_notices(p_limit integer default 5000, p_below xid8 default null) returns integer
language plpgsql volatile security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  below xid8 := coalesce(p_below, pg_snapshot_xmin(pg_current_snapshot()));
  place record;
  done record;
  gone uuid[];
begin
  if not pg_try_advisory_xact_lock(hashtextextended('private.project_journey_notices', 0)) then return 0; end if;
  select c.epoch, c.txid, c.seq into place from private.event_consumers c where c.name = 'journey_notices' for update;
  with batch as materialized (
    select e.tenant_id, e.epoch, e.txid, e.seq, e.id, e.type, e.stream_id, e.data, e.actor_id, e.occurred_at
    from public.domain_events e
    where (e.epoch, e.txid, e.seq) > (place.epoch, place.txid, place.seq) and e.txid < below
    order by e.epoch, e.txid, e.seq limit p_limit),
  told as materialized (
    select b.id, b.type, b.stream_id, b.actor_id, b.occurred_at, (b.data -> 'new' ->> 'user_id')::uuid as person,
      (b.data -> 'old' ->> 'user_id')::uuid as who_was, b.data -> 'old' ->> 'state' as was,
      b.data -> 'new' ->> 'state' as becomes
    from batch b
    where b.tenant_id = private.network_itself() and b.type in ('journey.deleted', 'journey_invitation.created',
      'journey_invitation.updated', 'journey_invitation.deleted', 'journey_companion.created', 'journey_companion.deleted',
      'journey_comment.created')),
  wanted as (
    select t.person as user_id, 'journey_invitation' as kind, t.actor_id, t.stream_id as journey_id, null::uuid as activity_id,
      null::uuid as comment_id, t.id as cause_id, 'journey_invitation:' || t.stream_id as group_key, t.occurred_at
    from told t
    join public.journey_invitations i on i.journey_id = t.stream_id and i.user_id = t.person and i.state = 'open'
    -- Another role is no news.
    where t.type = 'journey_invitation.created' or (t.type = 'journey_invitation.updated' and t.was <> t.becomes)
    union all
    select j.owner_id, 'journey_joined', t.person, j.id, null, null, t.id, 'journey_joined:' || j.id, t.occurred_at
    from told t join public.user_journeys j on j.id = t.stream_id
    where t.type = 'journey_companion.created'
    union all
    select p.id, 'journey_comment', c.author_id, c.journey_id, c.activity_id, c.id, c.id,
      'journey_comment:' || coalesce(c.activity_id, c.journey_id), c.created_at
    from told t
    join batch b on b.id = t.id
    join public.journey_comments c on c.journey_id = (b.data -> 'new' ->> 'journey_id')::uuid and c.id = t.stream_id
    join public.user_journeys j on j.id = c.journey_id
    left join public.journey_activities a on a.journey_id = c.journey_id and a.id = c.activity_id
    cross join lateral (
      select j.owner_id as id
      union all
      select m.user_id from public.journey_companions m
      where m.journey_id = c.journey_id and (m.user_id = a.added_by or exists (
        select 1 from public.journey_comments x
        where x.author_id = m.user_id and x.journey_id = c.journey_id and x.activity_id is not distinct from c.activity_id
          and (x.created_at, x.id) < (c.created_at, c.id)))) p
    where t.type = 'journey_comment.created'),
  written as (
    insert into public.personal_notifications (user_id, kind, actor_id, journey_id, activity_id, comment_id, cause_id,
      group_key, created_at)
    select distinct on (w.user_id, w.cause_id) w.user_id, w.kind, w.actor_id, w.journey_id, w.activity_id, w.comment_id,
      w.cause_id, w.group_key, w.occurred_at
    from wanted w join public.profiles f on f.id = w.user_id and not f.is_placeholder
    where w.user_id is distinct from w.actor_id
    order by w.user_id, w.cause_id
    on conflict (user_id, cause_id) do nothing
    returning user_id, group_key, created_at)
  select (select count(*)::integer from batch) as events, l.epoch, l.txid, l.seq,
    (select array_agg(w.user_id) from written w) as people, (select array_agg(w.group_key) from written w) as keys,
    (select array_agg(distinct w.user_id) from written w
     where w.created_at > now() - interval '1 hour' and not exists (
       select 1 from public.personal_mutes m where m.user_id = w.user_id and m.until > now())) as told,
    (select jsonb_agg(jsonb_build_object('journey', t.stream_id, 'person', t.who_was, 'until', t.occurred_at,
        'only', case when t.type like 'journey_invitation.%' then 'journey_invitation' end))
     from told t
     where t.type in ('journey.deleted', 'journey_companion.deleted', 'journey_invitation.deleted')
        or t.becomes = 'declined') as ended
  into done
  from (values (1)) one left join (select b.epoch, b.txid, b.seq from batch b order by b.epoch desc, b.txid desc, b.seq desc limit 1) l
    on true;
  if done.events = 0 then return 0; end if;
  update public.personal_notifications n set is_latest = false
  from (select distinct k.* from unnest(done.people, done.keys) k(user_id, group_key)) k
  where n.user_id = k.user_id and n.group_key = k.group_key and n.is_latest and exists (
    select 1 from public.personal_notifications x
    where x.user_id = n.user_id and x.group_key = n.group_key and (x.created_at, x.id) > (n.created_at, n.id));
  -- What nobody may be shown any more need not be kept either. Whole groups go, so that the newest of each stays the newest.
  with swept as (
    delete from public.personal_notifications n
    using jsonb_to_recordset(done.ended) e(journey uuid, person uuid, until timestamptz, "only" text)
    where n.journey_id = e.journey and (e.person is null or n.user_id = e.person)
      and (e."only" is null or n.kind = e."only") and n.created_at <= e.until
    returning n.user_id)
  select array_agg(distinct s.user_id) into gone from swept s;
  update private.event_consumers c set epoch = done.epoch, txid = done.txid, seq = done.seq, updated_at = now()
  where c.name = 'journey_notices';
  perform private.tell_inbox(array(select unnest(done.told) union select unnest(gone)));
  return done.events;
end $$;

-- Which of these may be shown to me now: the invitation is open, and from somebody I share a community with; who came along
-- still is; I am on the journey and the comment is there, about something that I see.
create function private.shown_personal(p_me uuid, p_ids uuid[]) returns table (id uuid)
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  return query
  with asked as materialized (
    select n.*, j.owner_id, j.archived_at is null as current, private.journey_role(j.id, p_me) as role
    from unnest(p_ids) k(id)
    cross join lateral (
      select x.* from public.personal_notifications x where x.user_id = p_me and x.id = k.id limit 1) n
    cross join lateral (select x.* from public.user_journeys x where x.id = n.journey_id limit 1) j),
  fellows as materialized (
    select x.owner_id from (select distinct a.owner_id from asked a where a.kind = 'journey_invitation') x
    where private.is_fellow(x.owner_id))
  -- Each of these is one row by its key. A limit keeps them from being read as a whole instead.
  select a.id from asked a
  left join fellows f on f.owner_id = a.owner_id
  left join lateral (
    select 1 as there from public.journey_invitations x
    where a.kind = 'journey_invitation' and x.journey_id = a.journey_id and x.user_id = p_me and x.state = 'open'
    limit 1) i on true
  left join lateral (
    select 1 as there from public.journey_companions x
    where a.kind = 'journey_joined' and x.journey_id = a.journey_id and x.user_id = a.actor_id limit 1) c on true
  left join lateral (
    select 1 as there from public.journey_comments x
    where a.kind = 'journey_comment' and x.journey_id = a.journey_id and x.id = a.comment_id limit 1) w on true
  left join lateral (
    select 1 as there from public.journey_activities x
    where x.journey_id = a.journey_id and x.id = a.activity_id and x.removed_at is null
      and (x.visible_to = 'companions' or a.role = 'owner' or x.added_by = p_me) limit 1) v on true
  where case a.kind
    when 'journey_invitation' then a.role is null and a.current and f.owner_id is not null and i.there is not null
    when 'journey_joined' then a.role = 'owner' and c.there is not null
    when 'journey_comment' then a.role is not null and w.there is not null and (a.activity_id is null or v.there is not null)
    else false end;
end $$;

create function private.is_muted_personally(p_me uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (select 1 from public.personal_mutes m where m.user_id = p_me and m.until > now());
end $$;

-- How many lines are unread that belong to no community: of a hundred groups at most, and of each the newest ten rows.
create function private.personal_unread(p_me uuid) returns integer
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  looked_rows record;
begin
  select array_agg(x.id) as ids, array_agg(h.group_key) as keys into looked_rows
  from (
    select n.group_key from public.personal_notifications n
    where n.user_id = p_me and n.is_latest and n.read_at is null order by n.created_at desc, n.id desc limit 100) h
  cross join lateral (
    select y.id from (
      select n.id, n.read_at from public.personal_notifications n
      where n.user_id = p_me and n.group_key = h.group_key order by n.created_at desc, n.id desc limit 10) y
    where y.read_at is null) x;
  if looked_rows.ids is null or private.is_muted_personally(p_me) then return 0; end if;
  return (
    select count(distinct k.group_key) from unnest(looked_rows.ids, looked_rows.keys) k(id, group_key)
    join private.shown_personal(p_me, looked_rows.ids) s on s.id = k.id);
end $$;

-- What groups say, as private.notification_cards says it of communities; with the journey, and what the line is about.
create function private.personal_cards(p_ids uuid[], p_keys text[], p_me uuid) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  looked_at constant integer := 10;
  looked_rows record;
begin
  select array_agg(x.id) as ids, array_agg(h.place) as places into looked_rows
  from unnest(p_keys) with ordinality h(key, place)
  cross join lateral (
    select n.id from public.personal_notifications n
    where n.user_id = p_me and n.group_key = h.key order by n.created_at desc, n.id desc limit looked_at + 1) x;
  return (
    with looked as materialized (select r.* from unnest(looked_rows.ids, looked_rows.places) r(id, place)),
    shown as materialized (
      select l.place, n.*, row_number() over (partition by l.place order by n.created_at desc, n.id desc) as seen
      from private.shown_personal(p_me, looked_rows.ids) s
      join looked l on l.id = s.id
      cross join lateral (
        select x.* from public.personal_notifications x where x.user_id = p_me and x.id = s.id limit 1) n),
    told as materialized (
      select x.*, row_number() over (partition by x.place order by x.created_at desc, x.id desc) as nth
      from (select s.*, bool_or(s.read_at is null) over (partition by s.place) as news from shown s where s.seen <= looked_at) x
      where x.read_at is null or not x.news),
    actors as materialized (
      select distinct on (t.place, t.actor_id) t.place, t.actor_id, t.nth, p.display_name, p.avatar_path
      from told t join public.profiles p on p.id = t.actor_id
      order by t.place, t.actor_id, t.nth),
    people as materialized (
      select a.place, count(*) as n,
        jsonb_agg(jsonb_build_object('id', a.actor_id, 'name', a.display_name, 'avatar', a.avatar_path) order by a.nth) as list
      from actors a group by a.place),
    sums as materialized (select t.place, count(*) as n from told t group by t.place),
    sizes as materialized (select l.place, count(*) as n from looked l group by l.place)
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', p_ids[t.place], 'tenant_id', private.network_itself(), 'kind', t.kind, 'bucket', t.bucket, 'unread', t.news,
      'at', t.created_at, 'people', coalesce(jsonb_path_query_array(p.list, '$[0 to 2]'), '[]'),
      'others', greatest(coalesce(p.n, 0) - 3, 0), 'count', c.n, 'more', z.n > looked_at, 'outcome', null, 'post', null,
      'comment', case when w.id is not null then jsonb_build_object('id', w.id, 'words', left(w.body, 300)) end,
      'share_id', null, 'other', null,
      'journey', jsonb_build_object('id', j.id, 'title', j.title, 'starts_on', j.starts_on, 'ends_on', j.ends_on))
      order by t.place), '[]')
    from told t
    join sums c on c.place = t.place
    join sizes z on z.place = t.place
    join public.user_journeys j on j.id = t.journey_id
    left join people p on p.place = t.place
    left join lateral (
      select x.id, x.body from public.journey_comments x where x.journey_id = t.journey_id and x.id = t.comment_id
      limit 1) w on true
    where t.nth = 1);
end $$;

-- Marks what is unread in these groups up to a row each. Returns how many rows it marked; their person's pages are told.
create function private.mark_personal_read(p_me uuid, p_keys text[], p_moments timestamptz[], p_ids uuid[]) returns integer
language plpgsql volatile security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  marked integer;
begin
  update public.personal_notifications n set read_at = now()
  from unnest(p_keys, p_moments, p_ids) h(group_key, created_at, id)
  where n.user_id = p_me and n.group_key = h.group_key and n.read_at is null and (n.created_at, n.id) <= (h.created_at, h.id);
  get diagnostics marked = row_count;
  if marked > 0 then perform private.tell_inbox(array[p_me]); end if;
  return marked;
end $$;
