-- Cards that know what one keeps, and lists in the order one asks for.

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
      select k.place, x.tenant_id, x.id, x.author_id, x.title, x.lead, x.body_length, x.tags, x.media, x.visibility,
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
      'tags', f.tags, 'media', f.media, 'visibility', f.visibility, 'group_id', f.group_id,
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

-- One page of the lists that somebody reads in a community: which posts, in which list, and where the page ends.
-- p_sort: 'new', 'active', or the best of a 'day', 'week' or 'month'.
create function private.feed_keys(
  p_tenant uuid, p_lists uuid[], p_sort text, p_tag text, p_before timestamptz, p_before_score integer, p_before_id uuid,
  p_limit integer, out posts uuid[], out lists uuid[], out last_at timestamptz, out last_score integer
)
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  before_at timestamptz := coalesce(p_before, 'infinity');
  before_score integer := coalesce(p_before_score, 2147483647);
  before_id uuid := coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  wanted text := lower(coalesce(p_tag, ''));
  oldest smallint;
  since timestamptz;
begin
  if p_sort in ('day', 'week', 'month') then
    oldest := case p_sort when 'day' then 1 when 'week' then 2 else 3 end;
    since := now() - case p_sort when 'day' then interval '1 day' when 'week' then interval '7 days' else interval '30 days' end;
    select array_agg(page.post_id), array_agg(page.stream_id), min(page.score) into posts, lists, last_score
    from (
      select x.* from unnest(p_lists) l(id) cross join generate_series(1, oldest) a(age) cross join lateral (
        select f.post_id, f.stream_id, f.score from private.feed_tops f
        where f.tenant_id = p_tenant and f.stream_id = l.id and f.tag = wanted and f.age = a.age::smallint
          and (f.score, f.post_id) < (before_score, before_id) and f.created_at > since
        order by f.score desc, f.post_id desc limit p_limit) x
      order by x.score desc, x.post_id desc limit p_limit) page;
  elsif p_sort = 'active' and wanted = '' then
    select array_agg(page.post_id), array_agg(page.stream_id), min(page.active_at) into posts, lists, last_at
    from (
      select x.* from unnest(p_lists) l(id) cross join lateral (
        select f.post_id, f.stream_id, f.active_at from public.feed_items f
        where f.tenant_id = p_tenant and f.stream_id = l.id and f.source_tenant_id = p_tenant
          and (f.active_at, f.post_id) < (before_at, before_id)
        order by f.active_at desc, f.post_id desc limit p_limit) x
      order by x.active_at desc, x.post_id desc limit p_limit) page;
  elsif p_sort = 'active' then
    select array_agg(page.post_id), array_agg(page.stream_id), min(page.active_at) into posts, lists, last_at
    from (
      select x.* from unnest(p_lists) l(id) cross join lateral (
        select f.post_id, f.stream_id, f.active_at from private.feed_tags f
        where f.tenant_id = p_tenant and f.stream_id = l.id and f.tag = wanted
          and (f.active_at, f.post_id) < (before_at, before_id)
        order by f.active_at desc, f.post_id desc limit p_limit) x
      order by x.active_at desc, x.post_id desc limit p_limit) page;
  elsif wanted = '' then
    select array_agg(page.post_id), array_agg(page.stream_id), min(page.sort_at) into posts, lists, last_at
    from (
      select x.* from unnest(p_lists) l(id) cross join lateral (
        select f.post_id, f.stream_id, f.sort_at from public.feed_items f
        where f.tenant_id = p_tenant and f.stream_id = l.id and f.source_tenant_id = p_tenant
          and (f.sort_at, f.post_id) < (before_at, before_id)
        order by f.sort_at desc, f.post_id desc limit p_limit) x
      order by x.sort_at desc, x.post_id desc limit p_limit) page;
  else
    select array_agg(page.post_id), array_agg(page.stream_id), min(page.sort_at) into posts, lists, last_at
    from (
      select x.* from unnest(p_lists) l(id) cross join lateral (
        select f.post_id, f.stream_id, f.sort_at from private.feed_tags f
        where f.tenant_id = p_tenant and f.stream_id = l.id and f.tag = wanted
          and (f.sort_at, f.post_id) < (before_at, before_id)
        order by f.sort_at desc, f.post_id desc limit p_limit) x
      order by x.sort_at desc, x.post_id desc limit p_limit) page;
  end if;
end $$;

-- The lists that the caller reads in a community; null where they read none.
create function private.feed_lists(p_tenant uuid) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  if p_tenant = any (private.my_tenants()) then
    return array[p_tenant, auth.uid()] || array(
      select g.group_id from public.group_members g where g.tenant_id = p_tenant and g.user_id = auth.uid());
  end if;
  if p_tenant = private.public_host_tenant() then return array[private.everybody()]; end if;
  return null;
end $$;

-- The feed of one community: its members read their streams, visitors of a public one its public posts.
-- p_sort null asks for the sort that the person keeps here. p_group narrows to one of my groups, p_mine to what I
-- wrote, newest first whatever the sort. A later page names the sort and the last row of the page before.
-- Returns null where the caller may read nothing here.
drop function public.community_feed(uuid, timestamptz, uuid, integer);
create function public.community_feed(
  p_tenant uuid, p_before timestamptz default null, p_before_id uuid default null, p_limit integer default 20,
  p_sort text default 'new', p_tag text default null, p_group uuid default null, p_mine boolean default false,
  p_before_score integer default null
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
  narrowed boolean := p_tag is not null or p_group is not null or p_mine;
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
    select array_agg(x.id) as posts, array_agg(x.stream_id) as lists, min(x.created_at) as last_at, null::integer as last_score
    into page
    from (
      select p.id, p.stream_id, p.created_at from public.posts p
      where p.tenant_id = p_tenant and p.author_id = me and p.deleted_at is null and p.stream_id = any (lists)
        and (p.created_at, p.id) < (before_at, before_id)
      order by p.created_at desc, p.id desc limit n) x;
  else
    select k.* into page from private.feed_keys(p_tenant,
      case when p_group is null then lists else array(select l from unnest(lists) l where l = p_group) end,
      sort, p_tag, p_before, p_before_score, p_before_id, n) k;
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
    'next', case when cardinality(page.posts) = n then
      jsonb_build_object('at', page.last_at, 'score', page.last_score, 'id', page.posts[n]) end,
    'kept_sort', kept -> 'sort',
    'seen_at', kept -> 'seen_at',
    'groups', case when first_page and not visitor then (
      select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by lower(g.name), g.id), '[]')
      from (select x.id, x.name from public.groups x
            where x.tenant_id = p_tenant and x.id = any (lists) and x.archived_at is null limit 30) g) end);
end $$;

-- How many posts of others are newer than the one named, up to 21.
create function public.feed_news(p_tenant uuid, p_after timestamptz, p_after_id uuid) returns integer
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := auth.uid();
  lists uuid[] := private.feed_lists(p_tenant);
begin
  if lists is null then return 0; end if;
  return (
    select count(*) from (
      select 1
      from unnest(lists) l(id) cross join lateral (
        select f.post_id from public.feed_items f
        where f.tenant_id = p_tenant and f.stream_id = l.id and f.source_tenant_id = p_tenant
          and (f.sort_at, f.post_id) > (p_after, p_after_id)
        order by f.sort_at, f.post_id limit 50) x
      join public.posts p on p.tenant_id = p_tenant and p.id = x.post_id
      where p.author_id is distinct from me and p.deleted_at is null
      limit 21) found);
end $$;

-- What somebody keeps about a community's feed: the sort it opens with, and until when they have seen what is new.
create function public.keep_feed_view(p_tenant uuid, p_sort text default null, p_seen_at timestamptz default null) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := auth.uid();
  seen timestamptz := case when p_seen_at is not null then least(p_seen_at, now()) end;
begin
  if me is null or not (p_tenant = any (private.my_tenants())) then
    raise exception 'forbidden:role' using errcode = '42501';
  end if;
  if p_sort not in ('new', 'active', 'day', 'week', 'month') then
    raise exception 'invalid:sort' using errcode = 'P0001';
  end if;
  insert into public.user_view_preferences as v (user_id, view, preferences)
  values (me, 'feed.' || p_tenant,
    jsonb_strip_nulls(jsonb_build_object('sort', p_sort, 'seen_at', seen)))
  on conflict (user_id, view) do update set preferences = v.preferences || jsonb_strip_nulls(jsonb_build_object(
    'sort', p_sort, 'seen_at', greatest(seen, (v.preferences ->> 'seen_at')::timestamptz)));
end $$;

-- What I keep for later, last kept first: in one community, or with the network's token in all of mine. What I may no
-- longer read is left out. p_communities adds my communities, for a page that is drawn anew.
create function public.saved_posts(
  p_tenant uuid default null, p_before timestamptz default null, p_before_id uuid default null,
  p_limit integer default 20, p_communities boolean default false
) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := auth.uid();
  n integer := private.page_size(p_limit);
  before_at timestamptz := coalesce(p_before, 'infinity');
  before_id uuid := coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  mine uuid[] := private.my_tenants();
  streams uuid[] := private.my_streams();
  page record;
begin
  if p_tenant is null then
    perform private.require_network_viewer();
  else
    mine := array(select t from unnest(mine) t where t = p_tenant);
    if me is null or cardinality(mine) = 0 then return null; end if;
  end if;
  select array_agg(x.tenant_id) as tenants, array_agg(x.post_id) as posts, array_agg(x.stream_id) as lists,
    min(x.created_at) as last_at
  into page
  from (
    select k.* from unnest(mine) t(id) cross join lateral (
      select b.tenant_id, b.post_id, b.created_at, p.stream_id
      from public.post_bookmarks b join public.posts p on p.tenant_id = b.tenant_id and p.id = b.post_id
      where b.tenant_id = t.id and b.user_id = me and (b.created_at, b.post_id) < (before_at, before_id)
        and p.deleted_at is null and p.stream_id = any (streams)
      order by b.created_at desc, b.post_id desc limit n) k
    order by k.created_at desc, k.post_id desc limit n) x;
  return jsonb_build_object(
    'items', private.post_cards(page.tenants, page.posts, page.lists, me),
    'next', case when cardinality(page.posts) = n then jsonb_build_object('at', page.last_at, 'id', page.posts[n]) end,
    'communities', case when p_communities and p_tenant is null then public.my_communities() end);
end $$;

grant execute on function
  public.community_feed(uuid, timestamptz, uuid, integer, text, text, uuid, boolean, integer),
  public.feed_news(uuid, timestamptz, uuid)
to anon, authenticated;
grant execute on function
  public.keep_feed_view(uuid, text, timestamptz),
  public.saved_posts(uuid, timestamptz, uuid, integer, boolean)
to authenticated;
