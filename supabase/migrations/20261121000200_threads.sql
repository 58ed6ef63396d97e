-- The comments of a post as threads: a page of them, or one with the comments it answers. Whatever the size and the
-- shape of the whole, a page reads a bounded stretch of one index per thread.

create index post_comments_tops_idx on public.post_comments (tenant_id, post_id, id) where parent_id is null;

-- Comments as pages show them, in the order given. Whether they may be read is the caller's business.
create function private.comment_rows(p_tenant uuid, p_ids uuid[], p_me uuid) returns jsonb[]
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  return (
    with found as materialized (
      select k.place, x.id, x.parent_id, x.author_id, x.path, x.depth, x.body, x.created_at, x.edited_at, x.deleted_at,
        x.removed_by, x.version
      from unnest(p_ids) with ordinality k(id, place)
      join public.post_comments x on x.tenant_id = p_tenant and x.id = k.id),
    authors as materialized (
      select x.user_id, x.display_name, x.avatar_path, x.role, x.status from public.tenant_users x
      where x.tenant_id = p_tenant
        and x.user_id = any (array(select distinct c.author_id from found c where c.deleted_at is null)))
    select coalesce(array_agg(jsonb_build_object(
        'id', c.id, 'parent_id', c.parent_id, 'path', c.path, 'depth', c.depth, 'body', c.body,
        'created_at', c.created_at, 'edited_at', c.edited_at, 'removed_by', c.removed_by, 'version', c.version,
        'author', case when c.deleted_at is null then jsonb_build_object('id', a.user_id, 'name', a.display_name,
          'avatar', a.avatar_path, 'role', a.role, 'gone', a.status <> 'active') end,
        'mine', c.author_id = p_me and c.deleted_at is null) order by c.place), '{}')
    from found c left join authors a on a.user_id = c.author_id);
end $$;

-- A page of threads (p_top null), or the thread below one comment (p_top: the ids from the top of its thread to it).
-- p_after: the thread after which the page begins, or the place within that one thread. Six levels are shown.
-- A page looks at about a thousand places, shared among its threads. replies: how many of these stand below a comment
-- (counted says whether that is all). rest, on the first of a thread: the place after which it goes on; null at its end.
create function private.comment_threads(
  p_tenant uuid, p_post uuid, p_top uuid[], p_after uuid[], p_newest boolean, p_limit integer, p_me uuid
) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  levels constant integer := 6;
  last constant uuid := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  base integer := coalesce(cardinality(p_top), 1);
  tops uuid[];
  most integer;
  looked_at integer;
  more boolean;
  items jsonb;
begin
  if p_top is not null then
    tops := p_top[base:base];
  elsif p_newest then
    tops := array(
      select c.id from public.post_comments c
      where c.tenant_id = p_tenant and c.post_id = p_post and c.parent_id is null and c.id < coalesce(p_after[1], last)
      order by c.id desc limit p_limit + 1);
  else
    tops := array(
      select c.id from public.post_comments c
      where c.tenant_id = p_tenant and c.post_id = p_post and c.parent_id is null
        and c.id > coalesce(p_after[1], '00000000-0000-0000-0000-000000000000')
      order by c.id limit p_limit + 1);
  end if;
  more := cardinality(tops) > p_limit;
  tops := tops[1:p_limit];
  -- Few threads show more of each; many keep to the beginning of theirs.
  most := greatest(4, 80 / greatest(cardinality(tops), 1));
  looked_at := greatest(50, 1000 / greatest(cardinality(tops), 1));
  with threads as materialized (
    select t.id, t.place, coalesce(p_top, array[t.id]) as path from unnest(tops) with ordinality t(id, place)),
  below as materialized (
    select t.place, x.path, row_number() over (partition by t.place order by x.path) as n
    from threads t cross join lateral (
      select c.path from public.post_comments c
      where c.tenant_id = p_tenant and c.post_id = p_post
        and c.path > greatest(t.path, case when p_top is not null then p_after end) and c.path < t.path || last
      order by c.path limit looked_at) x),
  cut as materialized (select b.place, b.path from below b where b.n = looked_at),
  counts as materialized (
    select a.id, count(*) as n from below b cross join lateral unnest(b.path[base:cardinality(b.path) - 1]) a(id)
    group by a.id),
  seen as materialized (
    select b.place, b.path, row_number() over (partition by b.place order by b.path) as k
    from below b where cardinality(b.path) < base + levels),
  rests as materialized (
    select s.place, s.path || case when cardinality(s.path) = base + levels - 1 then array[last] else '{}' end as path
    from seen s where s.k = most and exists (select 1 from seen o where o.place = s.place and o.k = most + 1)),
  shown as materialized (
    select t.place, t.path, t.id, true as first from threads t
    union all
    select s.place, s.path, s.path[cardinality(s.path)], false from seen s where s.k <= most)
  select coalesce(jsonb_agg(r.row || jsonb_build_object(
      'replies', coalesce(n.n, 0),
      'counted', c.path is null or c.path[1:cardinality(s.path)] is distinct from s.path,
      'rest', case when s.first then coalesce(e.path, c.path) end) order by s.place, s.path), '[]')
  into items
  from shown s
  join unnest(private.comment_rows(p_tenant, array(select x.id from shown x), p_me)) r(row)
    on (r.row ->> 'id')::uuid = s.id
  left join counts n on n.id = s.id
  left join cut c on c.place = s.place
  left join rests e on e.place = s.place;
  return jsonb_build_object('items', items, 'more', more,
    'parents', to_jsonb(private.comment_rows(p_tenant, p_top[greatest(1, base - levels):base - 1], p_me)));
end $$;

-- One post with a page of its threads (oldest or newest first), or with the thread of one comment.
-- state: 'visible', or 'removed' for somebody who could have read it. Null where the caller may know nothing.
-- comment: the one asked for, if it stands below this post; else the first page comes.
drop function public.post_page(uuid, uuid, uuid[], integer);
create function public.post_page(
  p_tenant uuid, p_post uuid, p_comment uuid default null, p_after uuid[] default null, p_newest boolean default false,
  p_limit integer default 20
) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := auth.uid();
  p record;
  top uuid[];
begin
  select x.id, x.stream_id, x.visibility, x.body, x.deleted_at, x.removed_by into p
  from public.posts x where x.tenant_id = p_tenant and x.id = p_post;
  if p.id is null or not coalesce(
    (p_tenant = any (private.my_tenants()) and p.stream_id = any (private.my_streams()))
    or (p.visibility = 'public' and p_tenant = private.public_host_tenant()), false) then
    return null;
  end if;
  if p.deleted_at is not null then
    return jsonb_build_object('state', 'removed', 'removed_by', p.removed_by);
  end if;
  if p_comment is not null then
    select c.path into top from public.post_comments c
    where c.tenant_id = p_tenant and c.post_id = p_post and c.id = p_comment;
  end if;
  return jsonb_build_object('state', 'visible',
    'post', private.post_cards(array[p_tenant], array[p_post], array[p.stream_id], me) -> 0 || jsonb_build_object('body', p.body),
    'comment', case when top is not null then p_comment end,
    'comments', private.comment_threads(p_tenant, p_post, top, p_after, coalesce(p_newest, false),
      private.page_size(p_limit), me));
end $$;
grant execute on function public.post_page(uuid, uuid, uuid, uuid[], boolean, integer) to anon, authenticated;
