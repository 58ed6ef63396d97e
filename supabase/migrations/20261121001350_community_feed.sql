-- The feed of one community, with what came to it from elsewhere.

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
