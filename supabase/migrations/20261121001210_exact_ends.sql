-- A page says whether another follows: a list whose length is a multiple of the page's ends there.

-- All my communities by time. Newest row of each stream first, so that quiet streams cost one probe.
-- p_tenants narrows to some of mine; a community that is not mine simply adds nothing.
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
  tenants uuid[];
  posts uuid[];
  found_in uuid[];
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
  select array_agg(page.tenant_id), array_agg(page.post_id), array_agg(page.stream_id) into tenants, posts, found_in
  from (
    select x.* from bound b
    cross join lateral (select h.tenant_id, h.stream_id from heads h where h.sort_at >= b.lo) h
    cross join lateral (
      select f.tenant_id, f.stream_id, f.source_tenant_id, f.post_id, f.sort_at from public.feed_items f
      where f.tenant_id = h.tenant_id and f.stream_id = h.stream_id
        and (f.sort_at, f.post_id) < (before_at, before_id) and f.sort_at >= b.lo
      order by f.sort_at desc, f.post_id desc limit n + 1) x
    order by x.sort_at desc, x.post_id desc limit n + 1) page
  where page.source_tenant_id = page.tenant_id;
  return jsonb_build_object(
    'items', private.post_cards(tenants[1:n], posts[1:n], found_in[1:n], me),
    'more', coalesce(cardinality(posts) > n, false));
end $$;

-- What I keep for later, last kept first: in one community, or with the network's token in all of mine. What I may no
-- longer read is left out. p_communities adds my communities, for a page that is drawn anew.
create or replace function public.saved_posts(
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
  select (array_agg(x.tenant_id))[1:n] as tenants, (array_agg(x.post_id))[1:n] as posts,
    (array_agg(x.stream_id))[1:n] as lists, (array_agg(x.created_at))[n] as last_at, count(*) > n as more
  into page
  from (
    select k.* from unnest(mine) t(id) cross join lateral (
      select b.tenant_id, b.post_id, b.created_at, p.stream_id
      from public.post_bookmarks b join public.posts p on p.tenant_id = b.tenant_id and p.id = b.post_id
      where b.tenant_id = t.id and b.user_id = me and (b.created_at, b.post_id) < (before_at, before_id)
        and p.deleted_at is null and p.stream_id = any (streams)
      order by b.created_at desc, b.post_id desc limit n + 1) k
    order by k.created_at desc, k.post_id desc limit n + 1) x;
  return jsonb_build_object(
    'items', private.post_cards(page.tenants, page.posts, page.lists, me),
    'next', case when page.more then jsonb_build_object('at', page.last_at, 'id', page.posts[n]) end,
    'communities', case when p_communities and p_tenant is null then public.my_communities() end);
end $$;
