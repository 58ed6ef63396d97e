-- What pages read: one call per page, each deciding by itself what its caller may see. Plans are made once per
-- connection and never scan a table, whatever the statistics of the moment say.

-- The feed of one community: its members read their streams, visitors of a public one its public posts.
-- Returns null where the caller may read nothing here.
create function public.community_feed(
  p_tenant uuid, p_before timestamptz default null, p_before_id uuid default null, p_limit integer default 20
) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := auth.uid();
  n integer := private.page_size(p_limit);
  before_at timestamptz := coalesce(p_before, 'infinity');
  before_id uuid := coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  member boolean := p_tenant = any (private.my_tenants());
  visitor boolean := not member and p_tenant = private.public_host_tenant();
  streams uuid[] := array[p_tenant];
  tenants uuid[];
  posts uuid[];
  found_in uuid[];
  items jsonb;
  pinned jsonb := '[]';
begin
  if not coalesce(member or visitor, false) then return null; end if;
  if member then
    streams := streams || me || array(
      select g.group_id from public.group_members g where g.tenant_id = p_tenant and g.user_id = me);
    select array_agg(page.tenant_id), array_agg(page.post_id), array_agg(page.stream_id) into tenants, posts, found_in
    from (
      select x.* from unnest(streams) s(id) cross join lateral (
        select f.tenant_id, f.post_id, f.stream_id, f.sort_at from public.feed_items f
        where f.tenant_id = p_tenant and f.stream_id = s.id and f.source_tenant_id = p_tenant
          and (f.sort_at, f.post_id) < (before_at, before_id)
        order by f.sort_at desc, f.post_id desc limit n) x
      order by x.sort_at desc, x.post_id desc limit n) page;
  else
    select array_agg(page.tenant_id), array_agg(page.id), array_agg(page.stream_id) into tenants, posts, found_in
    from (
      select p.tenant_id, p.id, p.tenant_id as stream_id from public.posts p
      where p.tenant_id = p_tenant and p.visibility = 'public' and p.deleted_at is null
        and (p.created_at, p.id) < (before_at, before_id)
      order by p.created_at desc, p.id desc limit n) page;
  end if;
  items := private.post_cards(tenants, posts, found_in, me);
  if p_before is null then
    select array_agg(page.tenant_id), array_agg(page.id), array_agg(page.stream_id) into tenants, posts, found_in
    from (
      select p.tenant_id, p.id, p.stream_id from public.posts p
      where p.tenant_id = p_tenant and p.pinned_at is not null and p.deleted_at is null
        and p.stream_id = any (streams) and (member or p.visibility = 'public')
      order by p.pinned_at desc limit 5) page;
    if posts is not null then pinned := private.post_cards(tenants, posts, found_in, me); end if;
  end if;
  return jsonb_build_object('items', items, 'pinned', pinned);
end $$;

-- All my communities by time. Newest row of each stream first, so that quiet streams cost one probe.
-- p_tenants narrows to some of mine; a community that is not mine simply adds nothing.
create function public.unified_feed(
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
    select coalesce((select h.sort_at from heads h order by h.sort_at desc offset n - 1 limit 1), '-infinity') as lo)
  select array_agg(page.tenant_id), array_agg(page.post_id), array_agg(page.stream_id) into tenants, posts, found_in
  from (
    select x.* from bound b
    cross join lateral (select h.tenant_id, h.stream_id from heads h where h.sort_at >= b.lo) h
    cross join lateral (
      select f.tenant_id, f.stream_id, f.source_tenant_id, f.post_id, f.sort_at from public.feed_items f
      where f.tenant_id = h.tenant_id and f.stream_id = h.stream_id
        and (f.sort_at, f.post_id) < (before_at, before_id) and f.sort_at >= b.lo
      order by f.sort_at desc, f.post_id desc limit n) x
    order by x.sort_at desc, x.post_id desc limit n) page
  where page.source_tenant_id = page.tenant_id;
  return jsonb_build_object('items', private.post_cards(tenants, posts, found_in, me));
end $$;

-- One post with a page of its comments in reading order (threads depth first, oldest first).
-- state: 'visible', or 'removed' for somebody who could have read it. Null where the caller may know nothing.
create function public.post_page(
  p_tenant uuid, p_post uuid, p_after uuid[] default null, p_limit integer default 100
) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := auth.uid();
  n integer := private.page_size(p_limit, 200);
  p record;
  comments jsonb;
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
  with page as materialized (
    select x.id, x.parent_id, x.author_id, x.path, x.depth, x.body, x.created_at, x.edited_at, x.deleted_at, x.removed_by, x.version
    from public.post_comments x
    where x.tenant_id = p_tenant and x.post_id = p_post and (p_after is null or x.path > p_after)
    order by x.path limit n),
  authors as materialized (
    select x.user_id, x.display_name, x.avatar_path, x.role, x.status from public.tenant_users x
    where x.tenant_id = p_tenant
      and x.user_id = any (array(select distinct c.author_id from page c where c.deleted_at is null)))
  select coalesce(jsonb_agg(jsonb_build_object(
      'id', c.id, 'parent_id', c.parent_id, 'path', c.path, 'depth', c.depth, 'body', c.body,
      'created_at', c.created_at, 'edited_at', c.edited_at, 'removed_by', c.removed_by, 'version', c.version,
      'author', case when c.deleted_at is null then jsonb_build_object('id', a.user_id, 'name', a.display_name,
        'avatar', a.avatar_path, 'role', a.role, 'gone', a.status <> 'active') end,
      'mine', c.author_id = me and c.deleted_at is null) order by c.path), '[]') into comments
  from page c left join authors a on a.user_id = c.author_id;
  return jsonb_build_object('state', 'visible',
    'post', private.post_cards(array[p_tenant], array[p_post], array[p.stream_id], me) -> 0 || jsonb_build_object('body', p.body),
    'comments', comments, 'more', jsonb_array_length(comments) = n);
end $$;

-- What a visitor sees before joining. Null unless the community may be known to the caller.
create function public.community_home(p_tenant uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  t public.tenants;
  member boolean := p_tenant = any (private.my_tenants());
begin
  select * into t from public.tenants x where x.id = p_tenant and x.status = 'active';
  if t.id is null or coalesce(private.bound_tenant(), '00000000-0000-0000-0000-000000000000') <> p_tenant then return null; end if;
  if t.privacy = 'secret' and not exists (
    select 1 from public.tenant_users m where m.tenant_id = p_tenant and m.user_id = auth.uid()
      and m.status in ('active', 'invited')) then
    return null;
  end if;
  return jsonb_build_object(
    'description', case when t.privacy = 'public' or member then t.description else '' end,
    'rules', t.rules,
    'member_count', case when t.privacy = 'public' or member
      then t.member_count + private.unfolded(t.id, 'tenant.members', t.id) end,
    'post_count', case when t.privacy = 'public' or member
      then t.post_count + private.unfolded(t.id, 'tenant.posts', t.id) end,
    'created_at', t.created_at,
    'next_event', case when t.privacy = 'public' or member then (
      select jsonb_build_object('id', e.id, 'title', e.title, 'starts_at', e.starts_at, 'ends_at', e.ends_at,
        'starts_local', e.starts_local, 'ends_local', e.ends_local, 'time_zone', e.time_zone, 'all_day', e.all_day,
        'online', e.online, 'city', e.city, 'country', e.country)
      from public.events e
      where e.tenant_id = p_tenant and e.starts_at > now() and e.cancelled_at is null
        and (member or e.visibility = 'public')
      order by e.starts_at, e.id limit 1) end,
    'feed', case when t.privacy = 'public' or member then public.community_feed(p_tenant, null, null, 5) end);
end $$;

-- The network's directory: what communities let everybody know, most alive first.
create function public.directory(
  p_query text default '', p_before_count integer default null, p_before_id uuid default null, p_limit integer default 24
) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  n integer := private.page_size(p_limit, 60);
  wanted text := '%' || replace(replace(replace(btrim(left(coalesce(p_query, ''), 80)), '\', '\\'), '%', '\%'), '_', '\_') || '%';
begin
  if private.bound_tenant() is not null or (auth.uid() is null and private.token_scope() <> 'network') then
    raise exception 'forbidden:network_only' using errcode = '42501';
  end if;
  return jsonb_build_object('items', coalesce((
    select jsonb_agg(private.tenant_card(d.id) || jsonb_build_object(
      'member_count', d.member_count, 'post_count', d.post_count,
      'membership', (select case when m.left_at is null then m.status end from public.tenant_users m
                     where m.tenant_id = d.id and m.user_id = auth.uid())) order by d.member_count desc, d.id desc)
    from (select t.id, t.member_count, t.post_count from public.tenants t
          where t.status = 'active' and t.privacy <> 'secret' and t.listed
            and (t.member_count, t.id) < (coalesce(p_before_count, 2147483647),
                                          coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
            and (wanted = '%%' or t.name ilike wanted or t.tagline ilike wanted or t.slug ilike wanted)
          order by t.member_count desc, t.id desc limit n) d), '[]'));
end $$;

-- Everything the switcher and the feed's chips need about my communities.
create function public.my_communities() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
begin
  return coalesce((
    select jsonb_agg(private.tenant_card(m.tenant_id) || jsonb_build_object(
      'role', m.role, 'membership', m.status, 'display_name', m.display_name, 'joined_at', m.joined_at)
      order by lower(t.name), m.tenant_id)
    from public.tenant_users m join public.tenants t on t.id = m.tenant_id
    where m.user_id = me and m.left_at is null and m.status in ('active', 'invited', 'requested', 'suspended')
      and t.status <> 'deleted'), '[]');
end $$;

-- Writing that the row policies alone cannot say ------------------------------------------------------

-- An author takes back what is theirs; moderators remove what is not.
create function public.remove_post(p_tenant uuid, p_post uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := auth.uid();
  post public.posts;
  moderator boolean := p_tenant = any (private.my_tenants_as('moderator'));
begin
  select * into post from public.posts p where p.tenant_id = p_tenant and p.id = p_post for update;
  if post.id is null or not coalesce(p_tenant = any (private.my_tenants()) and post.stream_id = any (private.my_streams()), false) then
    raise exception 'not_found:post' using errcode = '42501';
  end if;
  if post.author_id <> me and not moderator then raise exception 'forbidden:role' using errcode = '42501'; end if;
  if post.deleted_at is not null then return; end if;
  update public.posts p
  set deleted_at = now(), removed_by = case when post.author_id = me then 'author' else 'moderator' end, pinned_at = null
  where p.tenant_id = p_tenant and p.id = p_post;
  if post.author_id <> me then
    perform private.write_audit(p_tenant, 'post.removed_by_moderator', 'post', p_post::text);
  end if;
end $$;

create function public.remove_comment(p_tenant uuid, p_comment uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := auth.uid();
  c public.post_comments;
  moderator boolean := p_tenant = any (private.my_tenants_as('moderator'));
begin
  select * into c from public.post_comments x where x.tenant_id = p_tenant and x.id = p_comment for update;
  if c.id is null or not coalesce(p_tenant = any (private.my_tenants()) and c.stream_id = any (private.my_streams()), false) then
    raise exception 'not_found:comment' using errcode = '42501';
  end if;
  if c.author_id <> me and not moderator then raise exception 'forbidden:role' using errcode = '42501'; end if;
  if c.deleted_at is not null then return; end if;
  -- The words go, the place stays: answers below keep their parent.
  update public.post_comments x
  set deleted_at = now(), removed_by = case when c.author_id = me then 'author' else 'moderator' end, body = ''
  where x.tenant_id = p_tenant and x.id = p_comment;
  if c.author_id <> me then
    perform private.write_audit(p_tenant, 'comment.removed_by_moderator', 'comment', p_comment::text);
  end if;
end $$;

create function public.pin_post(p_tenant uuid, p_post uuid, p_pinned boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.require_role(p_tenant, 'moderator');
  update public.posts p set pinned_at = case when p_pinned then coalesce(p.pinned_at, now()) end
  where p.tenant_id = p_tenant and p.id = p_post and p.deleted_at is null
    and p.stream_id = any (private.my_streams());
  if not found then raise exception 'not_found:post' using errcode = '42501'; end if;
end $$;

create function private.write_audit(p_tenant uuid, p_action text, p_type text, p_id text, p_reason text default null) returns void
language sql volatile security definer set search_path = '' as $$
  insert into public.audit_logs (tenant_id, actor_id, actor_role, action, target_type, target_id, reason, request_id)
  values (p_tenant, auth.uid(), coalesce(private.claims() ->> 'role', session_user), p_action, p_type, p_id, p_reason,
          private.request_header('x-request-id'))
$$;

grant execute on function
  public.community_feed(uuid, timestamptz, uuid, integer), public.post_page(uuid, uuid, uuid[], integer),
  public.community_home(uuid), public.directory(text, integer, uuid, integer)
to anon, authenticated;
grant execute on function
  public.unified_feed(timestamptz, uuid, integer, uuid[]), public.my_communities(),
  public.remove_post(uuid, uuid), public.remove_comment(uuid, uuid), public.pin_post(uuid, uuid, boolean)
to authenticated;
