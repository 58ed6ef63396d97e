-- Shared posts where people read: in the feed of the community they came to, and once in the feed over all of one's own.

-- Cards of posts as lists show them, in the order given. What stands beside a post is looked up per community.
-- Whether a post may be shown is the caller's business; here it must still exist and stand in the stream it was found in,
-- unless the caller has asked for its grant (no stream). p_me decides what is "mine".
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
        and (x.stream_id = k.stream_id or k.stream_id is null
          or (k.stream_id = private.everybody() and x.visibility = 'public'))),
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

-- What a card says of the grant by which it is seen: where the post is at home, who brought it, since when.
create function private.share_badges(p_homes uuid[], p_shares uuid[]) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  return (
    select coalesce(jsonb_object_agg(s.id, jsonb_build_object(
      'id', s.id, 'in', s.target_tenant_id, 'scope', s.scope, 'since', s.shown_since,
      'home', jsonb_build_object('slug', t.slug, 'name', t.name, 'accent', t.accent),
      'by', coalesce(b.display_name, g.display_name), 'lane_count', s.comment_count)), '{}')
    from unnest(p_homes, p_shares) k(home, share)
    join public.content_sharing s on s.tenant_id = k.home and s.id = k.share
    join public.tenants t on t.id = s.tenant_id
    left join public.tenant_users b on b.tenant_id = s.tenant_id and b.user_id = s.asked_by
    left join public.tenant_users g on g.tenant_id = s.target_tenant_id and g.user_id = s.asked_by);
end $$;

-- Cards of what was found in the lists of communities: what is at home elsewhere only while its grant holds.
create function private.shared_cards(p_tenants uuid[], p_homes uuid[], p_posts uuid[], p_lists uuid[], p_me uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  open record;
  badges jsonb;
begin
  if p_homes = p_tenants then return private.post_cards(p_homes, p_posts, p_lists, p_me); end if;
  select array_agg(k.home order by k.place) as homes, array_agg(k.post order by k.place) as posts,
    array_agg(case when k.home = k.tenant then k.list end order by k.place) as lists,
    array_agg(l.share_id order by k.place) as shares
  into open
  from unnest(p_tenants, p_homes, p_posts, p_lists) with ordinality k(tenant, home, post, list, place)
  left join private.live_shares(p_homes, p_posts, p_tenants) l
    on l.home_id = k.home and l.post_id = k.post and l.target_id = k.tenant
  where k.home = k.tenant or l.share_id is not null;
  badges := private.share_badges(open.homes, open.shares);
  return (
    select coalesce(jsonb_agg(c.card || jsonb_build_object('shared', badges -> s.share::text) order by k.place), '[]')
    from unnest(open.homes, open.posts, open.shares) with ordinality k(home, post, share, place)
    join jsonb_array_elements(private.post_cards(open.homes, open.posts, open.lists, p_me)) c(card)
      on (c.card ->> 'tenant_id')::uuid = k.home and (c.card ->> 'id')::uuid = k.post
    cross join lateral (select k.share) s(share));
end $$;

-- The same for one community's lists.
create function private.feed_cards(p_tenant uuid, p_homes uuid[], p_posts uuid[], p_lists uuid[], p_me uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.shared_cards(array_fill(p_tenant, array[coalesce(cardinality(p_posts), 0)]), p_homes, p_posts, p_lists, p_me)
$$;

-- Cards of a page over several communities. A post that stands in more than one of them appears where it came last, and
-- names them all ('places': those of mine where it can be read now).
create function private.joined_cards(
  p_tenants uuid[], p_homes uuid[], p_posts uuid[], p_lists uuid[], p_moments timestamptz[], p_mine uuid[], p_streams uuid[],
  p_me uuid
) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  kept record;
begin
  if p_posts is null then return '[]'; end if;
  with stands as materialized (
    -- Everywhere that the posts of the page stand in what I read.
    select f.source_tenant_id as home, f.post_id as post, f.tenant_id as tenant, f.sort_at
    from (select distinct k.home, k.post from unnest(p_homes, p_posts) k(home, post)) k
    join public.feed_items f on f.source_tenant_id = k.home and f.post_id = k.post
    where f.tenant_id = any (p_mine) and f.stream_id = any (p_streams)),
  many as materialized (
    select s.home, s.post from stands s group by s.home, s.post having count(*) > 1),
  live as materialized (
    select s.*
    from many m join stands s on s.home = m.home and s.post = m.post
    where s.tenant = s.home or exists (
      select 1 from private.live_shares(array[s.home], array[s.post], array[s.tenant]))),
  page as materialized (
    select k.*,
      (select jsonb_agg(l.tenant order by l.sort_at desc) from live l where l.home = k.home and l.post = k.post) as places
    from unnest(p_tenants, p_homes, p_posts, p_lists, p_moments) with ordinality k(tenant, home, post, list, moment, place)
    where not exists (
      select 1 from live l
      where l.home = k.home and l.post = k.post and (l.sort_at, l.tenant) > (k.moment, k.tenant)))
  select array_agg(p.tenant order by p.place) as tenants, array_agg(p.home order by p.place) as homes,
    array_agg(p.post order by p.place) as posts, array_agg(p.list order by p.place) as lists,
    jsonb_object_agg(p.post, p.places) filter (where p.places is not null) as places
  into kept
  from page p;
  if kept.places is null then
    return private.shared_cards(kept.tenants, kept.homes, kept.posts, kept.lists, p_me);
  end if;
  return (
    select coalesce(jsonb_agg(c.card || jsonb_build_object('places', kept.places -> (c.card ->> 'id')) order by c.place), '[]')
    from jsonb_array_elements(private.shared_cards(kept.tenants, kept.homes, kept.posts, kept.lists, p_me))
      with ordinality c(card, place));
end $$;

drop function private.feed_keys(uuid, uuid[], text, text, text, timestamptz, integer, uuid, integer);
-- One page of the lists that somebody reads in a community: which posts, where they are at home, in which list, where the
-- page ends and whether there are more. p_sort: 'new', 'active', or the best of a 'day', 'week' or 'month'. What came from
-- elsewhere stands in the open lists only: tags, types and marks belong to a post's home.
create function private.feed_keys(
  p_tenant uuid, p_lists uuid[], p_sort text, p_type text, p_tag text, p_before timestamptz, p_before_score integer, p_before_id uuid,
  p_limit integer, out posts uuid[], out homes uuid[], out lists uuid[], out last_at timestamptz, out last_score integer, out more boolean
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
    select array_agg(page.post_id), array_agg(page.stream_id), array_agg(page.active_at), array_agg(page.source_tenant_id)
    into posts, lists, moments, homes
    from (
      select x.* from unnest(p_lists) l(id) cross join lateral (
        select f.post_id, f.stream_id, f.active_at, f.source_tenant_id from public.feed_items f
        where f.tenant_id = p_tenant and f.stream_id = l.id
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
    select array_agg(page.post_id), array_agg(page.stream_id), array_agg(page.sort_at), array_agg(page.source_tenant_id)
    into posts, lists, moments, homes
    from (
      select x.* from unnest(p_lists) l(id) cross join lateral (
        select f.post_id, f.stream_id, f.sort_at, f.source_tenant_id from public.feed_items f
        where f.tenant_id = p_tenant and f.stream_id = l.id
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
  homes := coalesce(homes[1:p_limit], array_fill(p_tenant, array[coalesce(cardinality(posts), 0)]));
  last_at := moments[p_limit];
  last_score := scores[p_limit];
end $$;

create or replace function public.community_feed(
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
    select (array_agg(x.id))[1:n] as posts, (array_agg(p_tenant))[1:n] as homes, (array_agg(x.stream_id))[1:n] as lists, (array_agg(x.created_at))[n] as last_at,
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
    'items', private.feed_cards(p_tenant, page.homes, page.posts, page.lists, me),
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

-- All my communities by time, with what was shared into them. Newest row of each stream first, so that quiet streams cost
-- one probe. p_tenants narrows to some of mine; a community that is not mine simply adds nothing.
create or replace function public.unified_feed(
  p_before timestamptz default null, p_before_id uuid default null, p_limit integer default 20, p_tenants uuid[] default null
) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := private.require_network_viewer();
  n integer := private.page_size(p_limit);
  before_at timestamptz := coalesce(p_before, 'infinity');
  before_id uuid := coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  mine uuid[] := private.my_tenants();
  stream_tenants uuid[];
  streams uuid[];
  page record;
begin
  if p_tenants is not null then
    mine := array(select t from unnest(mine) t where t = any (p_tenants));
  end if;
  select array_agg(x.tenant_id), array_agg(x.stream_id) into stream_tenants, streams
  from (select t as tenant_id, t as stream_id from unnest(mine) t
        union all
        select g.tenant_id, g.group_id from public.group_members g where g.user_id = me and g.tenant_id = any (mine)) x;
  with heads as materialized (
    select s.tenant_id, s.stream_id, x.sort_at
    from unnest(stream_tenants, streams) s(tenant_id, stream_id) cross join lateral (
      select f.sort_at from public.feed_items f
      where f.tenant_id = s.tenant_id and f.stream_id = s.stream_id and (f.sort_at, f.post_id) < (before_at, before_id)
      order by f.sort_at desc, f.post_id desc limit 1) x),
  bound as materialized (
    select coalesce((select h.sort_at from heads h order by h.sort_at desc offset n limit 1), '-infinity') as lo)
  select array_agg(x.tenant_id) as tenants, array_agg(x.source_tenant_id) as homes, array_agg(x.post_id) as posts,
    array_agg(x.stream_id) as lists, array_agg(x.sort_at) as moments
  into page
  from (
    select x.* from bound b
    cross join lateral (select h.tenant_id, h.stream_id from heads h where h.sort_at >= b.lo) h
    cross join lateral (
      select f.tenant_id, f.stream_id, f.source_tenant_id, f.post_id, f.sort_at from public.feed_items f
      where f.tenant_id = h.tenant_id and f.stream_id = h.stream_id
        and (f.sort_at, f.post_id) < (before_at, before_id) and f.sort_at >= b.lo
      order by f.sort_at desc, f.post_id desc limit n + 1) x
    order by x.sort_at desc, x.post_id desc, x.tenant_id limit n + 1) x;
  return jsonb_build_object(
    'items', private.joined_cards(page.tenants[1:n], page.homes[1:n], page.posts[1:n], page.lists[1:n], page.moments[1:n],
      mine, streams, me),
    'next', case when cardinality(page.posts) > n then jsonb_build_object('at', page.moments[n], 'id', page.posts[n]) end);
end $$;
