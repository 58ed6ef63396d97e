-- One feed over several communities, by time or balanced, each post once; and why something stands in it.

-- One page of keys over several lists, by time or balanced. The newest row of each list first, so that quiet lists cost
-- one probe. 'marks' are the moments of the order, 'moments' those in which something came.
create function private.unified_keys(
  p_order text, p_tenants uuid[], p_lists uuid[], p_at timestamptz, p_id uuid, p_limit integer,
  out tenants uuid[], out homes uuid[], out posts uuid[], out lists uuid[], out moments timestamptz[], out marks timestamptz[]
)
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  if p_order = 'balanced' then
    with heads as materialized (
      select s.tenant_id, s.stream_id, x.balanced_at
      from unnest(p_tenants, p_lists) s(tenant_id, stream_id) cross join lateral (
        select f.balanced_at from public.feed_items f
        where f.tenant_id = s.tenant_id and f.stream_id = s.stream_id and (f.balanced_at, f.post_id) < (p_at, p_id)
        order by f.balanced_at desc, f.post_id desc limit 1) x),
    bound as materialized (
      select coalesce((select h.balanced_at from heads h order by h.balanced_at desc offset p_limit - 1 limit 1), '-infinity') as lo)
    select array_agg(x.tenant_id), array_agg(x.source_tenant_id), array_agg(x.post_id), array_agg(x.stream_id),
      array_agg(x.sort_at), array_agg(x.balanced_at)
    into tenants, homes, posts, lists, moments, marks
    from (
      select x.* from bound b
      cross join lateral (select h.tenant_id, h.stream_id from heads h where h.balanced_at >= b.lo) h
      cross join lateral (
        select f.tenant_id, f.stream_id, f.source_tenant_id, f.post_id, f.sort_at, f.balanced_at from public.feed_items f
        where f.tenant_id = h.tenant_id and f.stream_id = h.stream_id
          and (f.balanced_at, f.post_id) < (p_at, p_id) and f.balanced_at >= b.lo
        order by f.balanced_at desc, f.post_id desc limit p_limit) x
      order by x.balanced_at desc, x.post_id desc, x.tenant_id limit p_limit) x;
    return;
  end if;
  with heads as materialized (
    select s.tenant_id, s.stream_id, x.sort_at
    from unnest(p_tenants, p_lists) s(tenant_id, stream_id) cross join lateral (
      select f.sort_at from public.feed_items f
      where f.tenant_id = s.tenant_id and f.stream_id = s.stream_id and (f.sort_at, f.post_id) < (p_at, p_id)
      order by f.sort_at desc, f.post_id desc limit 1) x),
  bound as materialized (
    select coalesce((select h.sort_at from heads h order by h.sort_at desc offset p_limit - 1 limit 1), '-infinity') as lo)
  select array_agg(x.tenant_id), array_agg(x.source_tenant_id), array_agg(x.post_id), array_agg(x.stream_id),
    array_agg(x.sort_at), array_agg(x.sort_at)
  into tenants, homes, posts, lists, moments, marks
  from (
    select x.* from bound b
    cross join lateral (select h.tenant_id, h.stream_id from heads h where h.sort_at >= b.lo) h
    cross join lateral (
      select f.tenant_id, f.stream_id, f.source_tenant_id, f.post_id, f.sort_at from public.feed_items f
      where f.tenant_id = h.tenant_id and f.stream_id = h.stream_id
        and (f.sort_at, f.post_id) < (p_at, p_id) and f.sort_at >= b.lo
      order by f.sort_at desc, f.post_id desc limit p_limit) x
    order by x.sort_at desc, x.post_id desc, x.tenant_id limit p_limit) x;
end $$;

drop function public.unified_feed(timestamptz, uuid, integer, uuid[]);
-- Several of my communities in one feed, with what was shared into them, each post once. p_tenants narrows to some of
-- mine; a community that is not mine simply adds nothing. p_order: 'time' or 'balanced'.
create function public.unified_feed(
  p_before timestamptz default null, p_before_id uuid default null, p_limit integer default 20, p_tenants uuid[] default null,
  p_order text default 'time'
) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
  n integer := private.page_size(p_limit);
  mine record := private.reading_of(p_tenants);
  page record;
begin
  if p_order is null or p_order not in ('time', 'balanced') then raise exception 'invalid:sort' using errcode = 'P0001'; end if;
  page := private.unified_keys(p_order, mine.list_tenants, mine.lists, coalesce(p_before, 'infinity'),
    coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'), n + 1);
  return jsonb_build_object(
    'items', private.joined_cards(page.tenants[1:n], page.homes[1:n], page.posts[1:n], page.lists[1:n], page.moments[1:n],
      mine.tenants, mine.lists, me),
    'next', case when cardinality(page.posts) > n then jsonb_build_object('at', page.marks[n], 'id', page.posts[n]) end);
end $$;

-- What names me in several of my communities, each post once, where it did so last.
create function private.unified_mentions(p_before timestamptz, p_before_id uuid, p_limit integer, p_tenants uuid[]) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := auth.uid();
  mine record := private.reading_of(p_tenants);
  before_at timestamptz := coalesce(p_before, 'infinity');
  before_id uuid := coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  page record;
begin
  with found as materialized (
    select x.* from unnest(mine.tenants) t(id) cross join lateral (
      select m.tenant_id, m.post_id, m.comment_id, m.place_id, m.created_at from public.post_mentions m
      where m.tenant_id = t.id and m.user_id = me and m.created_at <= before_at and (m.created_at, m.place_id) < (before_at, before_id)
      order by m.created_at desc, m.place_id desc limit p_limit + 1) x
    order by x.created_at desc, x.place_id desc limit p_limit + 1),
  numbered as materialized (
    select f.*, row_number() over (order by f.created_at desc, f.place_id desc) as place from found f),
  open as materialized (
    select f.place, f.tenant_id, f.post_id, coalesce(c.lane_of, f.tenant_id) as home, p.stream_id
    from numbered f
    left join public.post_comments c on c.tenant_id = f.tenant_id and c.post_id = f.post_id and c.id = f.comment_id
    left join public.posts p on p.tenant_id = f.tenant_id and p.id = f.post_id
    where f.place <= p_limit and (f.comment_id is null or c.deleted_at is null)
      and (c.lane_of is not null or p.stream_id = any (mine.lists))
      and not exists (
        select 1 from public.post_mentions l
        where l.tenant_id = f.tenant_id and l.post_id = f.post_id and l.user_id = me
          and (l.created_at, l.place_id) > (f.created_at, f.place_id)))
  select array_agg(o.tenant_id order by o.place) as tenants, array_agg(o.home order by o.place) as homes,
    array_agg(o.post_id order by o.place) as posts, array_agg(o.stream_id order by o.place) as lists,
    (select jsonb_build_object('at', n.created_at, 'id', n.place_id) from numbered n
     where n.place = p_limit and exists (select 1 from numbered later where later.place > p_limit)) as next
  into page
  from open o;
  return jsonb_build_object(
    'items', case when page.posts is null then '[]'
      else private.shared_cards(page.tenants, page.homes, page.posts, page.lists, me) end,
    'next', page.next);
end $$;

-- What is on next in several of my communities.
create function private.upcoming_events(p_tenants uuid[], p_limit integer) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('tenant_id', e.tenant_id, 'id', e.id, 'title', e.title,
      'starts_at', e.starts_at, 'ends_at', e.ends_at, 'starts_local', e.starts_local, 'ends_local', e.ends_local,
      'time_zone', e.time_zone, 'all_day', e.all_day, 'online', e.online, 'city', e.city, 'country', e.country)
      order by e.starts_at, e.id), '[]')
    from (
      select x.* from unnest(p_tenants) t(id) cross join lateral (
        select y.* from public.events y
        where y.tenant_id = t.id and y.starts_at > now() and y.cancelled_at is null
        order by y.starts_at, y.id limit p_limit) x
      order by x.starts_at, x.id limit p_limit) e);
end $$;

drop function public.unified_page(text[], timestamptz, uuid, integer, boolean);
-- A page of the feed over my communities: of a view that I keep, or as the address says (p_slugs, p_order, p_only).
-- 'as_of' is the moment from which on something is news. The first page also names my communities that do not answer
-- now, and where there is nothing to read, what is on next. p_frame adds what stands around the list: my communities, my
-- views, what I mute.
create function public.unified_page(
  p_slugs text[] default null, p_before timestamptz default null, p_before_id uuid default null,
  p_limit integer default 20, p_frame boolean default true, p_view uuid default null, p_order text default 'time',
  p_only text default null
) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := private.require_network_viewer();
  chosen uuid[];
  kept jsonb;
  sort text := p_order;
  part text := p_only;
  page jsonb;
begin
  if p_view is not null then
    select v.preferences into kept from public.user_view_preferences v where v.user_id = me and v.view = 'streams.' || p_view;
    if kept is null then raise exception 'not_found:view' using errcode = 'P0001'; end if;
    sort := kept ->> 'order';
    part := kept ->> 'only';
    chosen := array(select t::uuid from jsonb_array_elements_text(kept -> 'tenants') t);
    if chosen = '{}' then chosen := null; end if;
  elsif p_slugs is not null then
    chosen := array(select t.id from public.tenants t where t.slug = any (p_slugs[1:60]));
  end if;
  if part = 'mentions' then
    page := private.unified_mentions(p_before, p_before_id, private.page_size(p_limit), chosen);
    sort := 'time';
  elsif part is null then
    page := public.unified_feed(p_before, p_before_id, p_limit, chosen, sort);
  else
    raise exception 'invalid:not_accepted' using errcode = 'P0001';
  end if;
  page := page || jsonb_build_object('order', sort, 'only', part, 'as_of', now());
  if p_before is null then
    page := page || jsonb_build_object('missing', coalesce((
      select jsonb_agg(jsonb_build_object('slug', t.slug, 'name', t.name, 'status', t.status) order by lower(t.name), t.id)
      from public.tenants t join public.tenant_users m on m.tenant_id = t.id and m.user_id = me and m.status = 'active'
      where t.status <> 'active' and t.status <> 'deleted' and (chosen is null or t.id = any (chosen))), '[]'),
      'upcoming', case when page -> 'items' = '[]' and part is null
        then private.upcoming_events((private.reading_of(chosen)).tenants, 3) end);
  end if;
  if not p_frame then return page; end if;
  return page || jsonb_build_object('communities', public.my_communities(), 'views', private.my_feed_views(),
    'muted', coalesce((
      select jsonb_object_agg(x.key, x.value) from public.user_view_preferences v, jsonb_each_text(v.preferences) x
      where v.user_id = me and v.view = 'muted' and x.value::timestamptz > now()), '{}'));
end $$;

-- How many posts of others have come since a moment, up to 21, where the same part of my communities is read.
create function public.unified_news(p_after timestamptz, p_slugs text[] default null, p_view uuid default null) returns integer
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := private.require_network_viewer();
  chosen uuid[];
  mine record;
begin
  if p_view is not null then
    chosen := nullif(array(
      select t::uuid from public.user_view_preferences v, jsonb_array_elements_text(v.preferences -> 'tenants') t
      where v.user_id = me and v.view = 'streams.' || p_view), '{}');
  elsif p_slugs is not null then
    chosen := array(select t.id from public.tenants t where t.slug = any (p_slugs[1:60]));
  end if;
  mine := private.reading_of(chosen);
  return (
    select count(*) from (
      select 1
      from unnest(mine.list_tenants, mine.lists) l(tenant_id, stream_id) cross join lateral (
        select f.tenant_id, f.source_tenant_id, f.post_id from public.feed_items f
        where f.tenant_id = l.tenant_id and f.stream_id = l.stream_id and f.sort_at > p_after
        order by f.sort_at desc, f.post_id desc limit 21) x
      join public.posts p on p.tenant_id = x.source_tenant_id and p.id = x.post_id
      where p.author_id is distinct from me and p.deleted_at is null
        and (x.source_tenant_id = x.tenant_id or exists (
          select 1 from private.live_shares(array[x.source_tenant_id], array[x.post_id], array[x.tenant_id])))
      limit 21) found);
end $$;

-- Why a post stands in what I read: each of my communities where it does, since when I belong there, by which group or
-- which grant it came, and until when that community is muted. Nothing where I may not read it.
create function public.why_shown(p_home uuid, p_post uuid) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := private.require_network_viewer();
  mine uuid[] := private.my_tenants();
  lists uuid[] := private.my_streams();
begin
  return (
    with stands as materialized (
      select f.tenant_id, f.stream_id, f.sort_at from public.feed_items f
      where f.source_tenant_id = p_home and f.post_id = p_post and f.tenant_id = any (mine) and f.stream_id = any (lists)),
    live as materialized (
      select s.*, l.share_id from stands s
      left join private.live_shares(
        (select array_agg(p_home) from stands), (select array_agg(p_post) from stands), (select array_agg(x.tenant_id) from stands x)) l
        on l.target_id = s.tenant_id
      where s.tenant_id = p_home or l.share_id is not null)
    select coalesce(jsonb_agg(jsonb_build_object(
      'community', jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'accent', t.accent, 'locale', t.locale,
        'logo_path', t.logo_path),
      'joined_at', m.joined_at, 'group', g.name,
      'share', private.share_badges(array[p_home], array[s.share_id]) -> s.share_id::text,
      'muted_until', (select v.preferences ->> t.id::text from public.user_view_preferences v
                      where v.user_id = me and v.view = 'muted' and (v.preferences ->> t.id::text)::timestamptz > now()))
      order by s.sort_at desc, t.id), '[]')
    from live s
    join public.tenants t on t.id = s.tenant_id
    join public.tenant_users m on m.tenant_id = s.tenant_id and m.user_id = me
    left join public.groups g on g.tenant_id = s.tenant_id and g.id = s.stream_id);
end $$;

grant execute on function
  public.unified_feed(timestamptz, uuid, integer, uuid[], text),
  public.unified_page(text[], timestamptz, uuid, integer, boolean, uuid, text, text),
  public.unified_news(timestamptz, text[], uuid), public.why_shown(uuid, uuid)
to authenticated;
