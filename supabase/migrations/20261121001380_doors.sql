-- What waits at the door of a community; its home page, which names the communities it shares with; its list of
-- members, which says to moderators how much waits.

-- What waits at the door of a community and would be read if it were let in now, the longest first.
create function private.waiting_at(p_tenant uuid, p_after uuid, p_limit integer)
returns table (home_id uuid, post_id uuid, share_id uuid)
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  return query
  select s.tenant_id, s.post_id, s.id
  from public.content_sharing s
  join public.posts p on p.tenant_id = s.tenant_id and p.id = s.post_id
  join public.tenant_users a on a.tenant_id = s.tenant_id and a.user_id = p.author_id
  join public.tenants home on home.id = s.tenant_id
  join public.tenants target on target.id = s.target_tenant_id
  left join public.community_connections c on c.tenant_id = s.tenant_id and c.connected_id = s.target_tenant_id
  where s.target_tenant_id = p_tenant and s.state = 'waiting' and (p_after is null or s.id > p_after)
    and (s.expires_at is null or s.expires_at > now())
    and p.deleted_at is null and p.visibility in ('public', 'members') and a.status = 'active'
    and home.status = 'active' and home.sharing_out <> 'nobody' and target.sharing_in <> 'nobody'
    and (not s.under_connection
      or (c.state = 'accepted' and c.direction in ('out', 'both') and not c.paused_here and not c.paused_there))
  order by s.id limit p_limit;
end $$;

-- How many wait; 100 stands for a hundred and more.
create function private.count_waiting(p_tenant uuid) returns integer
language sql stable security definer set search_path = '' as $$
  select count(*)::integer from private.waiting_at(p_tenant, null, 100)
$$;

-- What waits at the door, with the whole text, for moderators, the longest first.
create function public.waiting_shares(p_tenant uuid, p_after uuid default null, p_limit integer default 20) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  n integer := private.page_size(p_limit);
  page record;
  cards jsonb;
begin
  perform private.require_role(p_tenant, 'moderator');
  select (array_agg(w.home_id order by w.share_id))[1:n] as homes, (array_agg(w.post_id order by w.share_id))[1:n] as posts,
    (array_agg(w.share_id order by w.share_id))[1:n] as shares, count(*) > n as more
  into page
  from private.waiting_at(p_tenant, p_after, n + 1) w;
  if page.shares is null then return jsonb_build_object('items', '[]'::jsonb, 'next', null); end if;
  cards := private.post_cards(page.homes, page.posts, array_fill(null::uuid, array[cardinality(page.posts)]), auth.uid());
  return jsonb_build_object(
    'items', (
      select coalesce(jsonb_agg(jsonb_build_object(
          'id', s.id, 'home', private.place_card(s.tenant_id), 'scope', s.scope, 'note', s.note,
          'by', case when s.asked_by <> s.author_id then coalesce(
            (select u.display_name from public.tenant_users u where u.tenant_id = p_tenant and u.user_id = s.asked_by),
            (select u.display_name from public.tenant_users u where u.tenant_id = s.tenant_id and u.user_id = s.asked_by)) end,
          'asked_at', s.consented_at, 'expires_at', s.expires_at, 'post', c.card, 'body', p.body) order by s.id), '[]')
      from unnest(page.homes, page.posts, page.shares) k(home, post, share)
      join public.content_sharing s on s.tenant_id = k.home and s.id = k.share
      join public.posts p on p.tenant_id = k.home and p.id = k.post
      join lateral (
        select x.card from jsonb_array_elements(cards) x(card)
        where (x.card ->> 'tenant_id')::uuid = k.home and (x.card ->> 'id')::uuid = k.post limit 1) c on true),
    'next', case when page.more then page.shares[n] end);
end $$;

create or replace function public.community_home(p_tenant uuid) returns jsonb
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
    'rules_version', t.rules_version,
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
    'connected', case when member then private.connected_places(p_tenant) end,
    'feed', case when t.privacy = 'public' or member then public.community_feed(p_tenant, null, null, 5) end);
end $$;

create or replace function public.list_members(
  p_tenant uuid, p_query text default '', p_after_joined timestamptz default null, p_after_id uuid default null,
  p_limit integer default 30, p_active boolean default true, p_role text default null, p_tag text default null,
  p_city text default null, p_sort text default 'new', p_letter text default null, p_choices boolean default false
) returns jsonb
language plpgsql stable security definer set search_path = '' set enable_seqscan = off as $$
declare
  n integer := private.page_size(p_limit);
  moderator boolean := coalesce(p_tenant = any (private.my_tenants_as('moderator')), false);
  role text := nullif(p_role, '');
  tag text := left(nullif(p_tag, ''), 80);
  city text := left(nullif(p_city, ''), 80);
  by_name boolean := p_sort = 'name' and p_active;
  place text := '';
  after_name text;
  rows jsonb;
  answer jsonb;
begin
  if not coalesce(p_tenant = any (private.my_tenants()) and (p_active or moderator), false) then return null; end if;
  if by_name then
    if p_after_id is not null then
      select lower(m.display_name) into after_name from public.tenant_users m
      where m.tenant_id = p_tenant and m.user_id = p_after_id;
      place := format(' and (lower(m.display_name) collate "C", m.user_id) > (%L collate "C", %L::uuid)', coalesce(after_name, ''), p_after_id);
    elsif p_letter <> '' then
      place := format(' and lower(m.display_name) collate "C" >= %L collate "C"', lower(left(p_letter, 1)));
    end if;
  elsif p_after_joined is not null then
    place := format(' and (m.joined_at, m.user_id) < (%L::timestamptz, %L::uuid)', p_after_joined,
      coalesce(p_after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'));
  end if;
  execute format(
    'select coalesce(jsonb_agg(jsonb_build_object(''id'', x.user_id, ''at'', x.joined_at) order by x.place), ''[]'')
     from (select m.user_id, m.joined_at, row_number() over (order by %1$s) as place
           from public.tenant_users m where %2$s %3$s order by %1$s limit %4$s) x',
    case when by_name then 'lower(m.display_name) collate "C", m.user_id' else 'm.joined_at desc, m.user_id desc' end,
    case when p_active then private.members_where(p_tenant, moderator, p_query, role, tag, city)
      else replace(private.members_where(p_tenant, true, p_query, role, null, null), 'm.status = ''active''',
        'm.status <> ''active'' and m.status <> ''requested'' and m.left_at is null') end,
    place, n + 1) into rows;
  answer := jsonb_build_object(
    'items', coalesce((
      select jsonb_agg(private.member_card(p_tenant, (r.value ->> 'id')::uuid)
        || private.shown_details(p_tenant, (r.value ->> 'id')::uuid, moderator)
        || jsonb_build_object('unlisted', moderator and exists (
          select from public.tenant_users u where u.tenant_id = p_tenant and u.user_id = (r.value ->> 'id')::uuid and not u.listed))
        order by r.place)
      from jsonb_array_elements(rows) with ordinality r(value, place) where r.place <= n), '[]'),
    'next', case when jsonb_array_length(rows) > n then rows -> (n - 1) end);
  if p_choices and p_active then
    answer := answer || jsonb_build_object('choices',
      private.member_choices(p_tenant, moderator, p_query, role, tag, city));
  end if;
  if moderator and p_active and role is null and tag is null and city is null and p_after_joined is null then
    answer := answer || jsonb_build_object('waiting', coalesce((
      select jsonb_agg(private.member_card(p_tenant, w.user_id) order by w.joined_at, w.user_id)
      from (select m.user_id, m.joined_at from public.tenant_users m
            where m.tenant_id = p_tenant and m.status = 'requested'
            order by m.joined_at, m.user_id limit 50) w), '[]'),
      'waiting_shares', private.count_waiting(p_tenant));
  end if;
  return answer;
end $$;

grant execute on function public.waiting_shares(uuid, uuid, integer) to authenticated;
