-- What a post is: what its writer says of it, and what its text holds. Feeds are narrowed to a type as to a tag.

alter table public.posts
  add column kind text not null default 'discussion' check (kind in ('discussion', 'question', 'announcement')),
  -- A discussion is what every other post is, so it is no type of its own.
  add column types text[] not null generated always as (
    array_remove(array[
      nullif(kind, 'discussion'),
      case when body ~ '/media/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/' then 'picture' end,
      case when body ~* 'https?://\S' then 'link' end], null)) stored;

grant select (kind, types) on public.posts to anon, authenticated;
grant insert (kind), update (kind) on public.posts to authenticated;

-- An announcement speaks for the community.
create function private.posts_guard_announcement() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- Without claims this is the owner's connection (import, seed).
  if private.claims() <> '{}' then perform private.require_role(new.tenant_id, 'moderator'); end if;
  return new;
end $$;
create trigger posts_insert_guards_announcement before insert on public.posts
  for each row when (new.kind = 'announcement') execute function private.posts_guard_announcement();
create trigger posts_update_guards_announcement before update of kind on public.posts
  for each row when (new.kind = 'announcement' and old.kind <> 'announcement')
  execute function private.posts_guard_announcement();

-- The narrowed lists: a type, a tag, or both. '' stands for any.
alter table private.feed_tags add column type text not null default '';
alter table private.feed_tops add column type text not null default '';
alter table private.feed_tags alter column type drop default, drop constraint feed_tags_pkey,
  add primary key (tenant_id, post_id, stream_id, type, tag);
alter table private.feed_tops alter column type drop default, drop constraint feed_tops_pkey,
  add primary key (tenant_id, post_id, stream_id, type, tag);
drop index private.feed_tags_newest_idx, private.feed_tags_active_idx, private.feed_tops_best_idx;
create index feed_tags_newest_idx on private.feed_tags (tenant_id, stream_id, type, tag, sort_at desc, post_id desc);
create index feed_tags_active_idx on private.feed_tags (tenant_id, stream_id, type, tag, active_at desc, post_id desc);
create index feed_tops_best_idx on private.feed_tops (tenant_id, stream_id, type, tag, age, score desc, post_id desc);

-- Under what a post is found: each of its types or any, with each of its tags or any.
create function private.feed_marks(p_types text[], p_tags text[]) returns table (type text, tag text)
language sql immutable parallel safe set search_path = '' as $$
  select distinct y.type, lower(t.tag)
  from unnest(array_prepend(''::text, p_types)) y(type), unnest(array_prepend(''::text, p_tags)) t(tag)
$$;

create or replace function private.place_post(p public.posts, p_active timestamptz) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  lists uuid[] := private.lists_of(p.stream_id, p.visibility);
  step smallint := private.feed_age(p.created_at);
begin
  insert into public.feed_items (tenant_id, stream_id, source_tenant_id, post_id, sort_at, active_at)
  select p.tenant_id, l.id, p.tenant_id, p.id, p.created_at, p_active from unnest(lists) l(id);
  if cardinality(p.tags) + cardinality(p.types) > 0 then
    insert into private.feed_tags (tenant_id, post_id, stream_id, type, tag, sort_at, active_at)
    select p.tenant_id, p.id, l.id, m.type, m.tag, p.created_at, p_active
    from unnest(lists) l(id), private.feed_marks(p.types, p.tags) m
    where (m.type, m.tag) <> ('', '');
  end if;
  if step is not null and p.like_count + p.comment_count > 0 then
    insert into private.feed_tops (tenant_id, post_id, stream_id, type, tag, age, score, created_at)
    select p.tenant_id, p.id, l.id, m.type, m.tag, step, p.like_count + p.comment_count, p.created_at
    from unnest(lists) l(id), private.feed_marks(p.types, p.tags) m;
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
  if moved or (new.tags, new.types) is distinct from (old.tags, old.types) then
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
  after insert or update of visibility, group_id, author_id, deleted_at, created_at, tags, types on public.posts
  for each row execute function private.posts_keep_feed();

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
    returning p.tenant_id, p.id, p.stream_id, p.visibility, p.tags, p.types, p.created_at, p.deleted_at,
      p.like_count + p.comment_count as score),
  ranked as (
    insert into private.feed_tops as f (tenant_id, post_id, stream_id, type, tag, age, score, created_at)
    select p.tenant_id, p.id, l.id, m.type, m.tag, private.feed_age(p.created_at), p.score, p.created_at
    from posts p, unnest(private.lists_of(p.stream_id, p.visibility)) l(id), private.feed_marks(p.types, p.tags) m
    where p.deleted_at is null and p.score > 0 and private.feed_age(p.created_at) is not null
    on conflict (tenant_id, post_id, stream_id, type, tag) do update set score = excluded.score),
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
create or replace function private.age_feed_tops(p_limit integer default 5000) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  changed integer;
begin
  with due as (
    select f.tenant_id, f.post_id, f.stream_id, f.type, f.tag, private.feed_age(f.created_at) as age
    from private.feed_tops f
    where (f.age = 1 and f.created_at <= now() - interval '1 day')
       or (f.age = 2 and f.created_at <= now() - interval '7 days')
       or (f.age = 3 and f.created_at <= now() - interval '30 days')
    limit p_limit),
  aged as (
    update private.feed_tops f set age = d.age from due d
    where d.age is not null and f.tenant_id = d.tenant_id and f.post_id = d.post_id and f.stream_id = d.stream_id
      and f.type = d.type and f.tag = d.tag),
  gone as (
    delete from private.feed_tops f using due d
    where d.age is null and f.tenant_id = d.tenant_id and f.post_id = d.post_id and f.stream_id = d.stream_id
      and f.type = d.type and f.tag = d.tag)
  select count(*) into changed from due;
  return changed;
end $$;

-- Cards of posts as lists show them, in the order given. What stands beside a post is looked up per community.
-- Whether a post may be shown is the caller's business; here it must still exist and stand in the stream it was found in.
-- p_me decides what is "mine".
create or replace function private.post_cards(p_tenants uuid[], p_posts uuid[], p_streams uuid[], p_me uuid) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  return (
    with keys as materialized (
      select k.tenant_id, k.post_id, k.stream_id, k.place
      from unnest(p_tenants, p_posts, p_streams) with ordinality k(tenant_id, post_id, stream_id, place)),
    wanted as materialized (select k.tenant_id, array_agg(k.post_id) as ids from keys k group by k.tenant_id),
    found as materialized (
      select k.place, x.tenant_id, x.id, x.author_id, x.title, x.lead, x.body_length, x.tags, x.kind, x.types, x.media, x.visibility,
        x.group_id, x.created_at, x.edited_at, x.pinned_at, x.version, x.like_count, x.comment_count, x.share_count
      from keys k
      join public.posts x on x.tenant_id = k.tenant_id and x.id = k.post_id
      where x.deleted_at is null
        and (x.stream_id = k.stream_id or (k.stream_id = private.everybody() and x.visibility = 'public'))),
    authors as materialized (
      select a.*
      from (select f.tenant_id, array_agg(distinct f.author_id) as ids from found f group by f.tenant_id) w
      cross join lateral (
        select x.tenant_id, x.user_id, x.display_name, x.avatar_path, x.role, x.status
        from public.tenant_users x where x.tenant_id = w.tenant_id and x.user_id = any (w.ids)) a),
    fresh as materialized (
      select d.*
      from wanted w
      cross join lateral (
        select x.tenant_id, x.target_id, sum(x.delta) filter (where x.target = 'post.likes') as likes,
          sum(x.delta) filter (where x.target = 'post.comments') as comments
        from private.counter_deltas x
        where x.tenant_id = w.tenant_id and x.target_id = any (w.ids) group by x.tenant_id, x.target_id) d),
    liked as materialized (
      select l.*
      from wanted w
      cross join lateral (
        select x.tenant_id, x.post_id from public.post_likes x
        where x.tenant_id = w.tenant_id and x.post_id = any (w.ids) and x.user_id = p_me) l
      where p_me is not null),
    saved as materialized (
      select b.*
      from wanted w
      cross join lateral (
        select x.tenant_id, x.post_id from public.post_bookmarks x
        where x.tenant_id = w.tenant_id and x.user_id = p_me and x.post_id = any (w.ids)) b
      where p_me is not null)
    select coalesce(jsonb_agg(jsonb_build_object(
      'tenant_id', f.tenant_id, 'id', f.id, 'title', f.title, 'lead', f.lead, 'body_length', f.body_length,
      'tags', f.tags, 'kind', f.kind, 'types', f.types, 'media', f.media, 'visibility', f.visibility, 'group_id', f.group_id,
      'created_at', f.created_at, 'edited_at', f.edited_at, 'pinned_at', f.pinned_at, 'version', f.version,
      'author', jsonb_build_object('id', a.user_id, 'name', a.display_name, 'avatar', a.avatar_path, 'role', a.role,
        'gone', a.status <> 'active'),
      'like_count', f.like_count + coalesce(n.likes, 0), 'comment_count', f.comment_count + coalesce(n.comments, 0),
      'share_count', f.share_count, 'mine', f.author_id = p_me, 'liked', l.post_id is not null,
      'saved', s.post_id is not null) order by f.place), '[]')
    from found f
    join authors a on a.tenant_id = f.tenant_id and a.user_id = f.author_id
    left join fresh n on n.tenant_id = f.tenant_id and n.target_id = f.id
    left join liked l on l.tenant_id = f.tenant_id and l.post_id = f.id
    left join saved s on s.tenant_id = f.tenant_id and s.post_id = f.id);
end $$;

-- One page of the lists that somebody reads in a community: which posts, in which list, where the page ends and whether
-- there are more. p_sort: 'new', 'active', or the best of a 'day', 'week' or 'month'.
drop function private.feed_keys(uuid, uuid[], text, text, timestamptz, integer, uuid, integer);
create function private.feed_keys(
  p_tenant uuid, p_lists uuid[], p_sort text, p_type text, p_tag text, p_before timestamptz, p_before_score integer, p_before_id uuid,
  p_limit integer, out posts uuid[], out lists uuid[], out last_at timestamptz, out last_score integer, out more boolean
)
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  before_at timestamptz := coalesce(p_before, 'infinity');
  before_score integer := coalesce(p_before_score, 2147483647);
  before_id uuid := coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  kind text := coalesce(p_type, '');
  wanted text := lower(coalesce(p_tag, ''));
  narrowed boolean := kind <> '' or wanted <> '';
  moments timestamptz[];
  scores integer[];
  oldest smallint;
  since timestamptz;
begin
  if p_sort in ('day', 'week', 'month') then
    oldest := case p_sort when 'day' then 1 when 'week' then 2 else 3 end;
    since := now() - case p_sort when 'day' then interval '1 day' when 'week' then interval '7 days' else interval '30 days' end;
    select array_agg(page.post_id), array_agg(page.stream_id), array_agg(page.score) into posts, lists, scores
    from (
      select x.* from unnest(p_lists) l(id) cross join generate_series(1, oldest) a(age) cross join lateral (
        select f.post_id, f.stream_id, f.score from private.feed_tops f
        where f.tenant_id = p_tenant and f.stream_id = l.id and f.type = kind and f.tag = wanted and f.age = a.age::smallint
          and (f.score, f.post_id) < (before_score, before_id) and f.created_at > since
        order by f.score desc, f.post_id desc limit p_limit + 1) x
      order by x.score desc, x.post_id desc limit p_limit + 1) page;
  elsif p_sort = 'active' and not narrowed then
    select array_agg(page.post_id), array_agg(page.stream_id), array_agg(page.active_at) into posts, lists, moments
    from (
      select x.* from unnest(p_lists) l(id) cross join lateral (
        select f.post_id, f.stream_id, f.active_at from public.feed_items f
        where f.tenant_id = p_tenant and f.stream_id = l.id and f.source_tenant_id = p_tenant
          and (f.active_at, f.post_id) < (before_at, before_id)
        order by f.active_at desc, f.post_id desc limit p_limit + 1) x
      order by x.active_at desc, x.post_id desc limit p_limit + 1) page;
  elsif p_sort = 'active' then
    select array_agg(page.post_id), array_agg(page.stream_id), array_agg(page.active_at) into posts, lists, moments
    from (
      select x.* from unnest(p_lists) l(id) cross join lateral (
        select f.post_id, f.stream_id, f.active_at from private.feed_tags f
        where f.tenant_id = p_tenant and f.stream_id = l.id and f.type = kind and f.tag = wanted
          and (f.active_at, f.post_id) < (before_at, before_id)
        order by f.active_at desc, f.post_id desc limit p_limit + 1) x
      order by x.active_at desc, x.post_id desc limit p_limit + 1) page;
  elsif not narrowed then
    select array_agg(page.post_id), array_agg(page.stream_id), array_agg(page.sort_at) into posts, lists, moments
    from (
      select x.* from unnest(p_lists) l(id) cross join lateral (
        select f.post_id, f.stream_id, f.sort_at from public.feed_items f
        where f.tenant_id = p_tenant and f.stream_id = l.id and f.source_tenant_id = p_tenant
          and (f.sort_at, f.post_id) < (before_at, before_id)
        order by f.sort_at desc, f.post_id desc limit p_limit + 1) x
      order by x.sort_at desc, x.post_id desc limit p_limit + 1) page;
  else
    select array_agg(page.post_id), array_agg(page.stream_id), array_agg(page.sort_at) into posts, lists, moments
    from (
      select x.* from unnest(p_lists) l(id) cross join lateral (
        select f.post_id, f.stream_id, f.sort_at from private.feed_tags f
        where f.tenant_id = p_tenant and f.stream_id = l.id and f.type = kind and f.tag = wanted
          and (f.sort_at, f.post_id) < (before_at, before_id)
        order by f.sort_at desc, f.post_id desc limit p_limit + 1) x
      order by x.sort_at desc, x.post_id desc limit p_limit + 1) page;
  end if;
  more := coalesce(cardinality(posts) > p_limit, false);
  posts := posts[1:p_limit];
  lists := lists[1:p_limit];
  last_at := moments[p_limit];
  last_score := scores[p_limit];
end $$;

-- The feed of one community: its members read their streams, visitors of a public one its public posts.
-- p_sort null asks for the sort that the person keeps here. p_type and p_tag narrow to what stands under them, p_group to
-- one of my groups, p_mine to what I wrote, newest first whatever the sort. A later page names the sort and the last row
-- of the page before. Returns null where the caller may read nothing here.
drop function public.community_feed(uuid, timestamptz, uuid, integer, text, text, uuid, boolean, integer);
create function public.community_feed(
  p_tenant uuid, p_before timestamptz default null, p_before_id uuid default null, p_limit integer default 20,
  p_sort text default 'new', p_tag text default null, p_group uuid default null, p_mine boolean default false,
  p_before_score integer default null, p_type text default null
) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := auth.uid();
  n integer := private.page_size(p_limit);
  lists uuid[] := private.feed_lists(p_tenant);
  visitor boolean := lists = array[private.everybody()];
  first_page boolean := p_before is null and p_before_score is null;
  kept jsonb := '{}';
  sort text := p_sort;
  narrowed boolean := p_type is not null or p_tag is not null or p_group is not null or p_mine;
  page record;
  before_at timestamptz := coalesce(p_before, 'infinity');
  before_id uuid := coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  pinned jsonb := '[]';
begin
  if lists is null then return null; end if;
  if not visitor and (first_page or sort is null) then
    select v.preferences into kept from public.user_view_preferences v
    where v.user_id = me and v.view = 'feed.' || p_tenant;
    kept := coalesce(kept, '{}');
  end if;
  sort := coalesce(sort, kept ->> 'sort', 'new');
  if sort not in ('new', 'active', 'day', 'week', 'month') then
    raise exception 'invalid:sort' using errcode = 'P0001';
  end if;
  if p_mine then
    select (array_agg(x.id))[1:n] as posts, (array_agg(x.stream_id))[1:n] as lists, (array_agg(x.created_at))[n] as last_at,
      null::integer as last_score, count(*) > n as more
    into page
    from (
      select p.id, p.stream_id, p.created_at from public.posts p
      where p.tenant_id = p_tenant and p.author_id = me and p.deleted_at is null and p.stream_id = any (lists)
        and (p.created_at, p.id) < (before_at, before_id)
      order by p.created_at desc, p.id desc limit n + 1) x;
  else
    select k.* into page from private.feed_keys(p_tenant,
      case when p_group is null then lists else array(select l from unnest(lists) l where l = p_group) end,
      sort, p_type, p_tag, p_before, p_before_score, p_before_id, n) k;
  end if;
  if first_page and not narrowed then
    select private.post_cards(array_agg(p_tenant), array_agg(x.id), array_agg(x.stream_id), me) into pinned
    from (
      select p.id, p.stream_id from public.posts p
      where p.tenant_id = p_tenant and p.pinned_at is not null and p.deleted_at is null
        and ((visitor and p.visibility = 'public') or p.stream_id = any (lists))
      order by p.pinned_at desc limit 5) x;
  end if;
  return jsonb_build_object(
    'items', private.post_cards(array_fill(p_tenant, array[coalesce(cardinality(page.posts), 0)]), page.posts, page.lists, me),
    'pinned', pinned,
    'sort', sort,
    'next', case when page.more then
      jsonb_build_object('at', page.last_at, 'score', page.last_score, 'id', page.posts[n]) end,
    'kept_sort', kept -> 'sort',
    'seen_at', kept -> 'seen_at',
    'groups', case when first_page and not visitor then (
      select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by lower(g.name), g.id), '[]')
      from (select x.id, x.name from public.groups x
            where x.tenant_id = p_tenant and x.id = any (lists) and x.archived_at is null limit 30) g) end);
end $$;

-- The newest public posts with their texts; a very long one is left to its page.
create or replace function public.public_posts(p_tenant uuid, p_limit integer default 30) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  n integer := private.page_size(p_limit);
begin
  if private.public_host_tenant() is distinct from p_tenant or p_tenant is null then return null; end if;
  return (
    with page as materialized (
      select p.id, p.author_id, p.title, p.lead, p.body_length, p.tags, p.types, p.created_at, p.edited_at,
        case when p.body_length <= 20000 then p.body end as body
      from public.posts p
      where p.tenant_id = p_tenant and p.visibility = 'public' and p.deleted_at is null
      order by p.created_at desc, p.id desc limit n)
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', c.id, 'title', c.title, 'lead', c.lead, 'body', c.body, 'body_length', c.body_length, 'tags', c.tags, 'types', c.types,
      'created_at', c.created_at, 'edited_at', c.edited_at, 'author', a.display_name)
      order by c.created_at desc, c.id desc), '[]')
    from page c
    join public.tenant_users a on a.tenant_id = p_tenant and a.user_id = c.author_id);
end $$;

grant execute on function
  public.community_feed(uuid, timestamptz, uuid, integer, text, text, uuid, boolean, integer, text)
to anon, authenticated;

-- What is there already: no post has a kind yet, but texts hold pictures and links.
insert into private.feed_tags (tenant_id, post_id, stream_id, type, tag, sort_at, active_at)
select f.tenant_id, f.post_id, f.stream_id, m.type, m.tag, f.sort_at, f.active_at
from public.feed_items f join public.posts p on p.tenant_id = f.source_tenant_id and p.id = f.post_id,
  private.feed_marks(p.types, p.tags) m
where f.tenant_id = f.source_tenant_id and m.type <> '';

insert into private.feed_tops (tenant_id, post_id, stream_id, type, tag, age, score, created_at)
select t.tenant_id, t.post_id, t.stream_id, y.type, t.tag, t.age, t.score, t.created_at
from private.feed_tops t join public.posts p on p.tenant_id = t.tenant_id and p.id = t.post_id, unnest(p.types) y(type);
