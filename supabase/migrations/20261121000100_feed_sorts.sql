-- Feeds by latest activity, by what people liked and answered, by tag, for members and for visitors alike.

-- A stream may be read by whoever its id names. The nil id is everybody: what visitors of a public community read.
create function private.everybody() returns uuid
language sql immutable parallel safe set search_path = '' as $$
  select '00000000-0000-0000-0000-000000000000'::uuid
$$;

-- The lists of a community that a post stands in.
create function private.lists_of(p_stream uuid, p_visibility text) returns uuid[]
language sql immutable parallel safe set search_path = '' as $$
  select case p_visibility when 'public' then array[p_stream, private.everybody()] else array[p_stream] end
$$;

alter table public.feed_items add column active_at timestamptz;
create index feed_items_active_idx on public.feed_items (tenant_id, stream_id, active_at desc, post_id desc)
  include (source_tenant_id);

-- One row per post, list and tag.
create table private.feed_tags (
  tenant_id uuid not null,
  post_id uuid not null,
  stream_id uuid not null,
  tag text not null,
  sort_at timestamptz not null,
  active_at timestamptz not null,
  primary key (tenant_id, post_id, stream_id, tag),
  foreign key (tenant_id, post_id) references public.posts (tenant_id, id) on delete cascade
);
create index feed_tags_newest_idx on private.feed_tags (tenant_id, stream_id, tag, sort_at desc, post_id desc);
create index feed_tags_active_idx on private.feed_tags (tenant_id, stream_id, tag, active_at desc, post_id desc);

-- What was liked or answered and is younger than a month; the tag '' is the whole list. Where a time of day, of a week
-- or of a month begins moves on, so rows are aged by the worker: a list is then read from its best row down, one probe
-- per age, however much was written in that time.
create table private.feed_tops (
  tenant_id uuid not null,
  post_id uuid not null,
  stream_id uuid not null,
  tag text not null,
  -- 1: within a day, 2: within a week, 3: within a month.
  age smallint not null check (age between 1 and 3),
  score integer not null,
  created_at timestamptz not null,
  primary key (tenant_id, post_id, stream_id, tag),
  foreign key (tenant_id, post_id) references public.posts (tenant_id, id) on delete cascade
);
create index feed_tops_best_idx on private.feed_tops (tenant_id, stream_id, tag, age, score desc, post_id desc);
create index feed_tops_ageing_idx on private.feed_tops (age, created_at);

do $$
declare t text;
begin
  foreach t in array array['feed_tags', 'feed_tops'] loop
    execute format('alter table private.%I enable row level security', t);
    execute format('alter table private.%I force row level security', t);
    execute format('create trigger %1$s_update_keeps_tenant before update of tenant_id on private.%1$I
                    for each row execute function private.keep_tenant()', t);
  end loop;
end $$;

-- How old a post is in the steps of feed_tops; null where it is too old for any.
create function private.feed_age(p_created timestamptz) returns smallint
language sql stable parallel safe set search_path = '' as $$
  select case when p_created > now() - interval '1 day' then 1::smallint
              when p_created > now() - interval '7 days' then 2::smallint
              when p_created > now() - interval '30 days' then 3::smallint end
$$;

-- Puts a post into the lists it belongs to; it must stand in none.
create function private.place_post(p public.posts, p_active timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  lists uuid[] := private.lists_of(p.stream_id, p.visibility);
  step smallint := private.feed_age(p.created_at);
begin
  insert into public.feed_items (tenant_id, stream_id, source_tenant_id, post_id, sort_at, active_at)
  select p.tenant_id, l.id, p.tenant_id, p.id, p.created_at, p_active from unnest(lists) l(id);
  if cardinality(p.tags) > 0 then
    insert into private.feed_tags (tenant_id, post_id, stream_id, tag, sort_at, active_at)
    select distinct p.tenant_id, p.id, l.id, lower(t.tag), p.created_at, p_active
    from unnest(lists) l(id), unnest(p.tags) t(tag);
  end if;
  if step is not null and p.like_count + p.comment_count > 0 then
    insert into private.feed_tops (tenant_id, post_id, stream_id, tag, age, score, created_at)
    select distinct p.tenant_id, p.id, l.id, lower(t.tag), step, p.like_count + p.comment_count, p.created_at
    from unnest(lists) l(id), unnest(array_prepend(''::text, p.tags)) t(tag);
  end if;
end $$;

create or replace function private.posts_keep_feed() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  counted integer;
  moved boolean;
  active timestamptz;
begin
  if tg_op = 'INSERT' then
    if new.deleted_at is null then
      perform private.place_post(new, new.created_at);
      if new.visibility <> 'me' then perform private.count_change(new.tenant_id, 'tenant.posts', new.tenant_id, 1); end if;
    end if;
    return null;
  end if;
  moved := (new.stream_id, new.visibility, new.deleted_at is null, new.created_at)
    is distinct from (old.stream_id, old.visibility, old.deleted_at is null, old.created_at);
  if moved or new.tags is distinct from old.tags then
    delete from public.feed_items f where f.tenant_id = old.tenant_id and f.source_tenant_id = old.tenant_id
      and f.post_id = old.id;
    delete from private.feed_tags f where f.tenant_id = old.tenant_id and f.post_id = old.id;
    delete from private.feed_tops f where f.tenant_id = old.tenant_id and f.post_id = old.id;
    if new.deleted_at is null then
      select max(c.created_at) into active from public.post_comments c
      where c.tenant_id = new.tenant_id and c.post_id = new.id and c.deleted_at is null;
      perform private.place_post(new, greatest(new.created_at, active));
    end if;
  end if;
  if moved then
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
drop trigger posts_write_keeps_feed on public.posts;
create trigger posts_write_keeps_feed
  after insert or update of visibility, group_id, author_id, deleted_at, created_at, tags on public.posts
  for each row execute function private.posts_keep_feed();

-- Activity is folded like the numbers: nobody waits for the row of a lively post ---------------------------

alter table private.counter_deltas add column happened_at timestamptz not null default now();

drop function private.count_change(uuid, text, uuid, integer);
create function private.count_change(
  p_tenant uuid, p_target text, p_id uuid, p_delta integer, p_at timestamptz default now()
) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  insert into private.counter_deltas (tenant_id, target, target_id, delta, happened_at)
  values (p_tenant, p_target, p_id, p_delta, p_at);
end $$;

create or replace function private.post_comments_count() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    if new.deleted_at is null then
      perform private.count_change(new.tenant_id, 'post.comments', new.post_id, 1, new.created_at);
    end if;
  elsif (new.deleted_at is null) <> (old.deleted_at is null) then
    perform private.count_change(new.tenant_id, 'post.comments', new.post_id,
      case when new.deleted_at is null then 1 else -1 end, new.created_at);
  end if;
  return null;
end $$;

create or replace function private.fold_counters(p_limit integer default 5000) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  folded integer;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('private.fold_counters', 0)) then return 0; end if;
  with taken as (
    delete from private.counter_deltas d
    where d.id in (select c.id from private.counter_deltas c order by c.id limit p_limit)
    returning d.tenant_id, d.target, d.target_id, d.delta, d.happened_at),
  sums as (
    select t.tenant_id, t.target, t.target_id, sum(t.delta)::integer as delta,
      max(t.happened_at) filter (where t.target = 'post.comments' and t.delta > 0) as active_at
    from taken t group by 1, 2, 3),
  posts as (
    update public.posts p
    set like_count = p.like_count + s.likes, comment_count = p.comment_count + s.comments
    from (select x.tenant_id, x.target_id,
                 coalesce(sum(x.delta) filter (where x.target = 'post.likes'), 0)::integer as likes,
                 coalesce(sum(x.delta) filter (where x.target = 'post.comments'), 0)::integer as comments
          from sums x where x.target like 'post.%' group by 1, 2) s
    where p.tenant_id = s.tenant_id and p.id = s.target_id
    returning p.tenant_id, p.id, p.stream_id, p.visibility, p.tags, p.created_at, p.deleted_at,
      p.like_count + p.comment_count as score),
  ranked as (
    insert into private.feed_tops as f (tenant_id, post_id, stream_id, tag, age, score, created_at)
    select distinct p.tenant_id, p.id, l.id, lower(t.tag), private.feed_age(p.created_at), p.score, p.created_at
    from posts p, unnest(private.lists_of(p.stream_id, p.visibility)) l(id), unnest(array_prepend(''::text, p.tags)) t(tag)
    where p.deleted_at is null and p.score > 0 and private.feed_age(p.created_at) is not null
    on conflict (tenant_id, post_id, stream_id, tag) do update set score = excluded.score),
  unranked as (
    delete from private.feed_tops f using posts p
    where f.tenant_id = p.tenant_id and f.post_id = p.id and p.score <= 0),
  active_items as (
    update public.feed_items f set active_at = s.active_at from sums s
    where f.source_tenant_id = s.tenant_id and f.post_id = s.target_id and f.active_at < s.active_at),
  active_tags as (
    update private.feed_tags f set active_at = s.active_at from sums s
    where f.tenant_id = s.tenant_id and f.post_id = s.target_id and f.active_at < s.active_at),
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

-- Lets posts grow older in the lists of the best: at most so many rows at once. Returns how many it changed.
create function private.age_feed_tops(p_limit integer default 5000) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  changed integer;
begin
  with due as (
    select f.tenant_id, f.post_id, f.stream_id, f.tag, private.feed_age(f.created_at) as age
    from private.feed_tops f
    where (f.age = 1 and f.created_at <= now() - interval '1 day')
       or (f.age = 2 and f.created_at <= now() - interval '7 days')
       or (f.age = 3 and f.created_at <= now() - interval '30 days')
    limit p_limit),
  aged as (
    update private.feed_tops f set age = d.age from due d
    where d.age is not null and f.tenant_id = d.tenant_id and f.post_id = d.post_id and f.stream_id = d.stream_id
      and f.tag = d.tag),
  gone as (
    delete from private.feed_tops f using due d
    where d.age is null and f.tenant_id = d.tenant_id and f.post_id = d.post_id and f.stream_id = d.stream_id
      and f.tag = d.tag)
  select count(*) into changed from due;
  return changed;
end $$;

-- What is there already -----------------------------------------------------------------------------------

update public.feed_items f
set active_at = greatest(f.sort_at, (
  select max(c.created_at) from public.post_comments c
  where c.tenant_id = f.source_tenant_id and c.post_id = f.post_id and c.deleted_at is null));
alter table public.feed_items alter column active_at set not null;

insert into public.feed_items (tenant_id, stream_id, source_tenant_id, post_id, sort_at, active_at)
select f.tenant_id, private.everybody(), f.source_tenant_id, f.post_id, f.sort_at, f.active_at
from public.feed_items f join public.posts p on p.tenant_id = f.source_tenant_id and p.id = f.post_id
where p.visibility = 'public' and f.stream_id = p.stream_id;

insert into private.feed_tags (tenant_id, post_id, stream_id, tag, sort_at, active_at)
select distinct f.tenant_id, f.post_id, f.stream_id, lower(t.tag), f.sort_at, f.active_at
from public.feed_items f join public.posts p on p.tenant_id = f.source_tenant_id and p.id = f.post_id, unnest(p.tags) t(tag)
where f.tenant_id = f.source_tenant_id;

insert into private.feed_tops (tenant_id, post_id, stream_id, tag, age, score, created_at)
select distinct f.tenant_id, f.post_id, f.stream_id, lower(t.tag), private.feed_age(p.created_at),
  p.like_count + p.comment_count, p.created_at
from public.feed_items f join public.posts p on p.tenant_id = f.source_tenant_id and p.id = f.post_id,
  unnest(array_prepend(''::text, p.tags)) t(tag)
where f.tenant_id = f.source_tenant_id and p.like_count + p.comment_count > 0
  and private.feed_age(p.created_at) is not null;
