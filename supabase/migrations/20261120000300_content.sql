-- Posts, comments, likes, events, and the streams that feeds read.

create table public.posts (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null default private.uuid_v7(),
  author_id uuid not null,
  visibility text not null default 'members' check (visibility in ('public', 'members', 'group', 'me')),
  group_id uuid,
  -- The audience as one value: what policies and feeds compare.
  stream_id uuid not null generated always as (
    case visibility when 'group' then group_id when 'me' then author_id else tenant_id end) stored,
  title text check (char_length(title) between 1 and 300),
  body text not null check (char_length(body) between 1 and 200000),
  -- What a feed shows; kept beside the row so that a page of cards never fetches long bodies.
  lead text not null generated always as (left(body, 900)) stored,
  body_length integer not null generated always as (char_length(body)) stored,
  tags text[] not null default '{}' check (cardinality(tags) <= 10),
  media jsonb not null default '[]' check (jsonb_typeof(media) = 'array' and jsonb_array_length(media) <= 20),
  pinned_at timestamptz,
  edited_at timestamptz,
  deleted_at timestamptz,
  removed_by text check (removed_by in ('author', 'moderator')),
  like_count integer not null default 0,
  comment_count integer not null default 0,
  share_count integer not null default 0,
  archive_ref text check (char_length(archive_ref) <= 200),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (tenant_id, id),
  check ((visibility = 'group') = (group_id is not null)),
  check ((deleted_at is null) = (removed_by is null)),
  foreign key (tenant_id, author_id) references public.tenant_users (tenant_id, user_id) on update cascade,
  foreign key (tenant_id, group_id) references public.groups (tenant_id, id)
);
create index posts_newest_idx on public.posts (tenant_id, created_at desc, id desc)
  include (visibility, group_id) where deleted_at is null;
create index posts_public_idx on public.posts (tenant_id, created_at desc, id desc)
  where visibility = 'public' and deleted_at is null;
create index posts_pinned_idx on public.posts (tenant_id, pinned_at desc)
  where pinned_at is not null and deleted_at is null;
create index posts_author_idx on public.posts (tenant_id, author_id, created_at desc);
create index posts_group_idx on public.posts (tenant_id, group_id) where group_id is not null;
create unique index posts_archive_idx on public.posts (tenant_id, archive_ref) where archive_ref is not null;

create table public.feed_items (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  stream_id uuid not null,
  source_tenant_id uuid not null,
  post_id uuid not null,
  sort_at timestamptz not null,
  primary key (tenant_id, stream_id, post_id),
  foreign key (source_tenant_id, post_id) references public.posts (tenant_id, id) on delete cascade
);
create index feed_items_newest_idx on public.feed_items (tenant_id, stream_id, sort_at desc, post_id desc)
  include (source_tenant_id);
create index feed_items_post_idx on public.feed_items (source_tenant_id, post_id);

create table public.post_comments (
  tenant_id uuid not null,
  id uuid not null default private.uuid_v7(),
  post_id uuid not null,
  parent_id uuid,
  author_id uuid not null,
  -- Ids from the top of the thread down to this comment: sorting by it walks the tree in reading order.
  path uuid[] not null,
  depth smallint not null check (depth between 0 and 60),
  stream_id uuid not null,
  is_public boolean not null,
  body text not null check (char_length(body) <= 20000),
  edited_at timestamptz,
  deleted_at timestamptz,
  removed_by text check (removed_by in ('author', 'moderator')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, post_id, id),
  check ((deleted_at is null) = (removed_by is null)),
  check (deleted_at is not null or body <> ''),
  foreign key (tenant_id, post_id) references public.posts (tenant_id, id) on delete cascade,
  foreign key (tenant_id, post_id, parent_id) references public.post_comments (tenant_id, post_id, id),
  foreign key (tenant_id, author_id) references public.tenant_users (tenant_id, user_id) on update cascade
);
create index post_comments_thread_idx on public.post_comments (tenant_id, post_id, path);
create index post_comments_parent_idx on public.post_comments (tenant_id, post_id, parent_id) where parent_id is not null;
create index post_comments_author_idx on public.post_comments (tenant_id, author_id);

create table public.post_likes (
  tenant_id uuid not null,
  post_id uuid not null,
  user_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, post_id, user_id),
  foreign key (tenant_id, post_id) references public.posts (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references public.tenant_users (tenant_id, user_id) on update cascade
);
create index post_likes_person_idx on public.post_likes (tenant_id, user_id, post_id);

create table public.events (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null default private.uuid_v7(),
  organizer_id uuid not null,
  title text not null check (char_length(title) between 1 and 300),
  description text not null default '' check (char_length(description) <= 20000),
  visibility text not null default 'members' check (visibility in ('public', 'members')),
  all_day boolean not null default false,
  -- Wall time as the organiser wrote it. An all-day event runs from midnight to the midnight after its last day.
  starts_local timestamp not null,
  ends_local timestamp not null,
  time_zone text not null check (private.is_time_zone(time_zone)),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  online boolean not null default false,
  url text check (char_length(url) <= 2000 and url ~ '^https?://'),
  venue text check (char_length(venue) <= 300),
  city text check (char_length(city) <= 200),
  country text check (char_length(country) <= 200),
  locale text check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  call_for_proposals_until date,
  cancelled_at timestamptz,
  archive_ref text check (char_length(archive_ref) <= 200),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (tenant_id, id),
  check (ends_local >= starts_local),
  check (not all_day or (starts_local = date_trunc('day', starts_local) and ends_local = date_trunc('day', ends_local)
                         and ends_local > starts_local)),
  foreign key (tenant_id, organizer_id) references public.tenant_users (tenant_id, user_id) on update cascade
);
create index events_start_idx on public.events (tenant_id, starts_at, id);
create index events_end_idx on public.events (tenant_id, ends_at, id);
create index events_organizer_idx on public.events (tenant_id, organizer_id);
create unique index events_archive_idx on public.events (tenant_id, archive_ref) where archive_ref is not null;

-- Counters: writers append, a worker folds, readers add what is not folded yet ----------------------

create table private.counter_deltas (
  id bigint generated always as identity primary key,
  tenant_id uuid not null,
  target text not null check (target in ('post.likes', 'post.comments', 'tenant.members', 'tenant.posts')),
  target_id uuid not null,
  delta integer not null
);
create index counter_deltas_target_idx on private.counter_deltas (tenant_id, target_id, target) include (delta);

create function private.count_change(p_tenant uuid, p_target text, p_id uuid, p_delta integer) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  insert into private.counter_deltas (tenant_id, target, target_id, delta) values (p_tenant, p_target, p_id, p_delta);
end $$;

create function private.unfolded(p_tenant uuid, p_target text, p_id uuid) returns integer
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(sum(d.delta), 0)::integer from private.counter_deltas d
    where d.tenant_id = p_tenant and d.target_id = p_id and d.target = p_target);
end $$;

create function private.fold_counters(p_limit integer default 5000) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  folded integer;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('private.fold_counters', 0)) then return 0; end if;
  with taken as (
    delete from private.counter_deltas d
    where d.id in (select c.id from private.counter_deltas c order by c.id limit p_limit)
    returning d.tenant_id, d.target, d.target_id, d.delta),
  sums as (select t.tenant_id, t.target, t.target_id, sum(t.delta)::integer as delta from taken t group by 1, 2, 3),
  posts as (
    update public.posts p
    set like_count = p.like_count + s.likes, comment_count = p.comment_count + s.comments
    from (select x.tenant_id, x.target_id,
                 coalesce(sum(x.delta) filter (where x.target = 'post.likes'), 0)::integer as likes,
                 coalesce(sum(x.delta) filter (where x.target = 'post.comments'), 0)::integer as comments
          from sums x where x.target like 'post.%' group by 1, 2) s
    where p.tenant_id = s.tenant_id and p.id = s.target_id),
  communities as (
    update public.tenants t
    set member_count = t.member_count + s.members, post_count = t.post_count + s.posts
    from (select x.target_id,
                 coalesce(sum(x.delta) filter (where x.target = 'tenant.members'), 0)::integer as members,
                 coalesce(sum(x.delta) filter (where x.target = 'tenant.posts'), 0)::integer as posts
          from sums x where x.target like 'tenant.%' group by 1) s
    where t.id = s.target_id)
  select count(*) into folded from taken;
  return folded;
end $$;

-- Row triggers -----------------------------------------------------------------------------------

-- A note to oneself is nobody else's business, not even as a number.
create function private.posts_keep_feed() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  counted integer;
begin
  if tg_op = 'INSERT' then
    if new.deleted_at is null then
      insert into public.feed_items (tenant_id, stream_id, source_tenant_id, post_id, sort_at)
      values (new.tenant_id, new.stream_id, new.tenant_id, new.id, new.created_at);
      if new.visibility <> 'me' then perform private.count_change(new.tenant_id, 'tenant.posts', new.tenant_id, 1); end if;
    end if;
    return null;
  end if;
  if (new.stream_id, new.visibility, new.deleted_at is null, new.created_at)
     is distinct from (old.stream_id, old.visibility, old.deleted_at is null, old.created_at) then
    delete from public.feed_items f where f.tenant_id = old.tenant_id and f.source_tenant_id = old.tenant_id
      and f.post_id = old.id;
    if new.deleted_at is null then
      insert into public.feed_items (tenant_id, stream_id, source_tenant_id, post_id, sort_at)
      values (new.tenant_id, new.stream_id, new.tenant_id, new.id, new.created_at);
    end if;
    -- The comments of a removed post have no audience (the nil stream is nobody's) until it comes back.
    update public.post_comments c
    set stream_id = case when new.deleted_at is null then new.stream_id else '00000000-0000-0000-0000-000000000000' end,
        is_public = (new.visibility = 'public' and new.deleted_at is null)
    where c.tenant_id = new.tenant_id and c.post_id = new.id;
    counted := (new.deleted_at is null and new.visibility <> 'me')::integer
             - (old.deleted_at is null and old.visibility <> 'me')::integer;
    if counted <> 0 then perform private.count_change(new.tenant_id, 'tenant.posts', new.tenant_id, counted); end if;
  end if;
  return null;
end $$;
create trigger posts_write_keeps_feed
  after insert or update of visibility, group_id, author_id, deleted_at, created_at on public.posts
  for each row execute function private.posts_keep_feed();

create function private.posts_mark_edit() returns trigger
language plpgsql set search_path = '' as $$
begin
  if (new.title, new.body) is distinct from (old.title, old.body) and new.edited_at is not distinct from old.edited_at then
    new.edited_at := now();
  end if;
  new.updated_at := now();
  new.version := old.version + 1;
  return new;
end $$;
create trigger posts_update_touches before update on public.posts
  for each row
  when ((old.like_count, old.comment_count, old.share_count) is not distinct from
        (new.like_count, new.comment_count, new.share_count))
  execute function private.posts_mark_edit();

-- A comment stands where its post stands: same audience, one place in the tree.
create function private.post_comments_place() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  post record;
  parent record;
begin
  select p.stream_id, p.visibility, p.deleted_at into post
  from public.posts p where p.tenant_id = new.tenant_id and p.id = new.post_id
  for share;
  -- Without claims this is a direct connection of the owner (import, seed); the policies still hold for API roles.
  if not found or (private.claims() <> '{}' and not (
    new.tenant_id = any (private.my_tenants()) and post.stream_id = any (private.my_streams()))) then
    raise exception 'not_found:post' using errcode = '42501';
  end if;
  if post.deleted_at is not null then
    raise exception 'conflict:post_removed' using errcode = 'P0001';
  end if;
  new.stream_id := post.stream_id;
  new.is_public := post.visibility = 'public';
  if new.parent_id is null then
    new.path := array[new.id];
    new.depth := 0;
  else
    select c.path, c.depth, c.deleted_at into parent from public.post_comments c
    where c.tenant_id = new.tenant_id and c.post_id = new.post_id and c.id = new.parent_id;
    if not found then
      raise exception 'not_found:comment' using errcode = '42501';
    end if;
    if parent.deleted_at is not null then
      raise exception 'conflict:comment_removed' using errcode = 'P0001';
    end if;
    if parent.depth >= 60 then
      raise exception 'invalid:thread_too_deep' using errcode = 'P0001';
    end if;
    new.path := parent.path || new.id;
    new.depth := parent.depth + 1;
  end if;
  return new;
end $$;
create trigger post_comments_insert_places before insert on public.post_comments
  for each row execute function private.post_comments_place();

create function private.post_comments_mark_edit() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new.body is distinct from old.body and new.deleted_at is null then new.edited_at := now(); end if;
  new.updated_at := now();
  new.version := old.version + 1;
  return new;
end $$;
create trigger post_comments_update_touches before update on public.post_comments
  for each row execute function private.post_comments_mark_edit();

create function private.post_comments_count() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    if new.deleted_at is null then perform private.count_change(new.tenant_id, 'post.comments', new.post_id, 1); end if;
  elsif (new.deleted_at is null) <> (old.deleted_at is null) then
    perform private.count_change(new.tenant_id, 'post.comments', new.post_id,
      case when new.deleted_at is null then 1 else -1 end);
  end if;
  return null;
end $$;
create trigger post_comments_write_counts after insert or update of deleted_at on public.post_comments
  for each row execute function private.post_comments_count();

create function private.post_likes_count() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    perform private.count_change(new.tenant_id, 'post.likes', new.post_id, 1);
  else
    perform private.count_change(old.tenant_id, 'post.likes', old.post_id, -1);
  end if;
  return null;
end $$;
create trigger post_likes_write_counts after insert or delete on public.post_likes
  for each row execute function private.post_likes_count();

create function private.tenant_users_count() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  before integer := case when tg_op <> 'INSERT' and old.status = 'active' then 1 else 0 end;
  after integer := case when tg_op <> 'DELETE' and new.status = 'active' then 1 else 0 end;
  tenant uuid := case when tg_op = 'DELETE' then old.tenant_id else new.tenant_id end;
begin
  if before <> after then perform private.count_change(tenant, 'tenant.members', tenant, after - before); end if;
  return null;
end $$;
create trigger tenant_users_write_counts after insert or delete or update of status on public.tenant_users
  for each row execute function private.tenant_users_count();

-- UTC follows from wall time and zone; nobody writes it.
create function private.events_place_in_time() returns trigger
language plpgsql set search_path = '' as $$
begin
  if not private.is_time_zone(new.time_zone) then
    raise exception 'invalid:time_zone' using errcode = 'P0001';
  end if;
  new.starts_at := new.starts_local at time zone new.time_zone;
  new.ends_at := new.ends_local at time zone new.time_zone;
  if tg_op = 'UPDATE' then
    new.updated_at := now();
    new.version := old.version + 1;
  end if;
  return new;
end $$;
create trigger events_write_places_in_time before insert or update on public.events
  for each row execute function private.events_place_in_time();

do $$
declare t text;
begin
  foreach t in array array['posts', 'feed_items', 'post_comments', 'post_likes', 'events'] loop
    execute format('create trigger %1$s_update_keeps_tenant before update of tenant_id on public.%1$I
                    for each row execute function private.keep_tenant()', t);
  end loop;
end $$;
