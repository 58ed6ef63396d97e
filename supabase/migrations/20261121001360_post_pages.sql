-- The page of a post, at home and where it was brought: its thread or lane, its versions, and whom one may name below
-- it.

-- A post at home, with a page of its thread. Says where else it stands, to whom that is told, and whether something
-- about it is unread. Null where the caller may know nothing.
-- A link to a comment looks it up by its id. Where posts have few comments as a rule, looking through those of the post
-- seems as cheap, and in a long thread it is not: here and for shared posts.
create or replace function public.post_page(
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
    where c.tenant_id = p_tenant and c.id = p_comment and (c.post_id = p_post) is true;
  end if;
  return jsonb_build_object('state', 'visible',
    'post', private.post_cards(array[p_tenant], array[p_post], array[p.stream_id], me) -> 0 || jsonb_build_object('body', p.body, 'links', private.cards_of_post(p_tenant, p_post)),
    'stands', public.share_panel(p_tenant, p_post),
    'notices', private.has_notices(p_tenant, p_post),
    'comment', case when top is not null then p_comment end,
    'comments', private.comment_threads(p_tenant, p_post, top, p_after, coalesce(p_newest, false),
      private.page_size(p_limit), me));
end $$;

-- One shared post as the members of a community read it, with a page of their lane. Null where the caller may know
-- nothing, or the grant holds no longer.
create function public.shared_post(
  p_tenant uuid, p_share uuid, p_comment uuid default null, p_after uuid[] default null, p_newest boolean default false,
  p_limit integer default 20
) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := auth.uid();
  s record;
  card jsonb;
  top uuid[];
begin
  if not coalesce(p_tenant = any (private.my_tenants()), false) then return null; end if;
  select x.tenant_id, x.post_id, l.scope, x.expires_at into s
  from public.content_sharing x
  cross join lateral private.live_shares(array[x.tenant_id], array[x.post_id], array[x.target_tenant_id]) l
  where x.target_tenant_id = p_tenant and x.id = p_share and l.share_id = x.id;
  if s.post_id is null then return null; end if;
  if p_comment is not null then
    select c.path into top from public.post_comments c
    where c.tenant_id = p_tenant and c.id = p_comment and (c.post_id = s.post_id) is true;
  end if;
  card := private.feed_cards(p_tenant, array[s.tenant_id], array[s.post_id], array[p_tenant], me) -> 0;
  return jsonb_build_object('state', 'visible',
    'post', jsonb_set(card, '{shared,lane_count}', to_jsonb((card -> 'shared' ->> 'lane_count')::integer
        + private.unfolded(p_tenant, 'share.comments', s.post_id)))
      || jsonb_build_object('links', private.cards_of_post(s.tenant_id, s.post_id),
        'body', (select p.body from public.posts p where p.tenant_id = s.tenant_id and p.id = s.post_id)),
    -- What a reader of this community may follow: a secret home is named, and leads nowhere.
    'home', (select jsonb_build_object('locale', t.locale, 'secret', t.privacy = 'secret', 'open', t.privacy = 'public')
             from public.tenants t where t.id = s.tenant_id),
    'expires_at', s.expires_at,
    'may_comment', private.scope_rank(s.scope) >= private.scope_rank('comment'),
    'notices', private.has_notices(p_tenant, s.post_id),
    'comment', case when top is not null then p_comment end,
    'comments', private.comment_threads(p_tenant, s.post_id, top, p_after, coalesce(p_newest, false),
      private.page_size(p_limit), me));
end $$;

-- What a post or a comment says, and said before: oldest first. Null where the caller may know nothing. Below a shared
-- post that is the lane of the community alone; the post's own versions are read at home.
create or replace function public.post_history(p_tenant uuid, p_post uuid, p_comment uuid default null) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  p record;
  words record;
  lane record;
begin
  select c.lane_of as home, l.share_id into lane
  from public.post_comments c
  cross join lateral private.live_shares(array[c.lane_of], array[c.post_id], array[c.tenant_id]) l
  where c.tenant_id = p_tenant and c.post_id = p_post and c.id = p_comment and c.lane_of is not null
    and c.tenant_id = any (private.my_tenants());
  select x.stream_id, x.visibility, x.author_id, x.title, x.body, coalesce(x.edited_at, x.created_at) as written_at into p
  from public.posts x where x.tenant_id = coalesce(lane.home, p_tenant) and x.id = p_post and x.deleted_at is null;
  if not found or (lane.share_id is null and not coalesce(
    (p_tenant = any (private.my_tenants()) and p.stream_id = any (private.my_streams()))
    or (p.visibility = 'public' and p_tenant = private.public_host_tenant()), false)) then
    return null;
  end if;
  if p_comment is null then
    select p.author_id as author_id, p.title as title, p.body as body, p.written_at as written_at into words;
  else
    select c.author_id, null::text as title, c.body, coalesce(c.edited_at, c.created_at) as written_at into words
    from public.post_comments c
    where c.tenant_id = p_tenant and c.post_id = p_post and c.id = p_comment and c.deleted_at is null;
    if not found then return null; end if;
  end if;
  return jsonb_build_object(
    'post_title', p.title,
    'lane', case when lane.share_id is not null then jsonb_build_object('share', lane.share_id, 'home', lane.home) end,
    'author', (
      select jsonb_build_object('id', a.user_id, 'name', a.display_name, 'avatar', a.avatar_path, 'role', a.role,
        'gone', a.status <> 'active')
      from public.tenant_users a where a.tenant_id = p_tenant and a.user_id = words.author_id),
    'current', jsonb_build_object('title', words.title, 'body', words.body, 'written_at', words.written_at),
    'earlier', coalesce((
      select jsonb_agg(jsonb_build_object('id', r.id, 'title', r.title, 'body', r.body, 'written_at', r.written_at)
        order by r.version)
      from public.post_revisions r
      where r.tenant_id = p_tenant and r.subject_id = coalesce(p_comment, p_post)), '[]'));
end $$;

-- Members whose name, or a word of it, begins like this; without a beginning, those who came last. Whoever is not
-- listed is offered to moderators, and to everybody below a post, at home or in its lane here, where they wrote
-- something themselves (p_post). Null where the caller may read nothing here.
create or replace function public.find_people(p_tenant uuid, p_query text default '', p_limit integer default 8, p_post uuid default null)
returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  n integer := private.page_size(p_limit, 8);
  query text := lower(btrim(left(coalesce(p_query, ''), 80)));
  word text := '% ' || replace(replace(replace(query, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  me uuid := auth.uid();
  moderator boolean := coalesce(p_tenant = any (private.my_tenants_as('moderator')), false);
  wrote uuid[] := '{}';
begin
  if not coalesce(p_tenant = any (private.my_tenants()), false) then return null; end if;
  if p_post is not null and not moderator then
    wrote := array(
      select p.author_id from public.posts p
      where p.tenant_id = p_tenant and p.id = p_post and p.deleted_at is null and p.stream_id = any (private.my_streams())
      union
      select c.author_id from (
        select x.author_id from public.post_comments x
        join public.posts p on p.tenant_id = x.post_home and p.id = x.post_id and p.deleted_at is null
        where x.tenant_id = p_tenant and x.post_id = p_post and x.deleted_at is null
          and x.stream_id = any (private.my_streams()) limit 2000) c);
  end if;
  return (
    with begins as materialized (
      select m.user_id, m.display_name from public.tenant_users m
      where query <> '' and m.tenant_id = p_tenant and m.status = 'active' and (m.listed or moderator)
        and lower(m.display_name) collate "C" >= query collate "C"
        and lower(m.display_name) collate "C" < (query || chr(1114111)) collate "C"
      order by lower(m.display_name) collate "C" limit 5 * n),
    newest as materialized (
      select m.user_id, m.display_name, m.joined_at from public.tenant_users m
      where m.tenant_id = p_tenant and m.status = 'active' and (m.listed or moderator)
      order by m.joined_at desc, m.user_id desc limit case when query = '' then 5 * n else 5000 end),
    writers as materialized (
      select m.user_id, m.display_name, m.joined_at from public.tenant_users m
      where m.tenant_id = p_tenant and m.user_id = any (wrote) and m.status = 'active' and not m.listed
        and (query = '' or starts_with(lower(m.display_name), query) or lower(m.display_name) like word)),
    candidates as (
      select b.user_id, 0 as rank, lower(b.display_name) as name, null::timestamptz as joined_at from begins b
      union all
      select w.user_id, 1, lower(w.display_name), case when query = '' then w.joined_at end from newest w
      where query = '' or lower(w.display_name) like word
      union all
      select w.user_id, 1, lower(w.display_name), case when query = '' then w.joined_at end from writers w),
    found as (
      select c.user_id, min(c.rank) as rank, min(c.name) as name, max(c.joined_at) as joined_at
      from candidates c join public.profiles p on p.id = c.user_id
      where c.user_id <> me and not p.is_placeholder
      group by c.user_id
      order by 2, 4 desc, 3, 1 limit n)
    select coalesce(jsonb_agg(jsonb_build_object('id', m.user_id, 'name', m.display_name, 'avatar', m.avatar_path)
      order by f.rank, f.joined_at desc, f.name, f.user_id), '[]')
    from found f join public.tenant_users m on m.tenant_id = p_tenant and m.user_id = f.user_id);
end $$;

grant execute on function public.shared_post(uuid, uuid, uuid, uuid[], boolean, integer) to authenticated;
