-- What the screens of sharing show: where a post may go, where it stands, what I let go, what waits, who is connected.

create function private.place_card(p_tenant uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'accent', t.accent, 'logo_path', t.logo_path,
    'members', t.member_count)
  from public.tenants t where t.id = p_tenant
$$;

-- Where I may bring a post: my other communities with what stands in the way of each, the grant that is open there, and
-- the words an author agrees to. Null where I may not see the post.
create function public.share_choices(p_tenant uuid, p_post uuid, p_via uuid default null) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := private.require_network_viewer();
  mine uuid[] := private.my_tenants();
  p record;
  via public.content_sharing;
begin
  select x.author_id, x.title, x.lead, x.visibility, x.stream_id into p
  from public.posts x where x.tenant_id = p_tenant and x.id = p_post and x.deleted_at is null;
  if p.author_id is null then return null; end if;
  if p_via is not null then
    select s.* into via from public.content_sharing s
    where s.tenant_id = p_tenant and s.id = p_via and s.post_id = p_post and s.target_tenant_id = any (mine);
    if via.id is null or not exists (
      select 1 from private.live_shares(array[p_tenant], array[p_post], array[via.target_tenant_id]) l
      where l.share_id = via.id) then return null; end if;
  elsif not coalesce(p_tenant = any (mine) and p.stream_id = any (private.my_streams()), false) then
    return null;
  end if;
  return jsonb_build_object(
    'home', private.place_card(p_tenant),
    'title', p.title, 'lead', left(p.lead, 200), 'mine', p.author_id = me,
    'obstacle', case when p.visibility not in ('public', 'members') then 'narrow_audience'
                     when p_via is not null and via.scope <> 'reshare' then 'no_reshare' end,
    'consent', (select jsonb_build_object('version', c.version, 'texts', c.texts)
                from private.consent_texts c where c.purpose = 'share' order by c.version desc limit 1),
    'communities', coalesce((
      select jsonb_agg(private.place_card(t.id) || jsonb_build_object(
          'obstacle', private.share_obstacle(p_tenant, t.id, 'view'),
          'scopes', array(select x.scope from unnest(array['view', 'comment', 'reshare']) x(scope)
                          where private.share_obstacle(p_tenant, t.id, x.scope) is null),
          'review', private.needs_review(p_tenant, t.id),
          'share', (select jsonb_build_object('id', s.id, 'state', s.state, 'scope', s.scope)
                    from public.content_sharing s
                    where s.tenant_id = p_tenant and s.post_id = p_post and s.target_tenant_id = t.id
                      and s.state in ('asked', 'waiting', 'active') and (s.expires_at is null or s.expires_at > now())))
        order by lower(t.name), t.id)
      from public.tenants t where t.id = any (mine) and t.id <> p_tenant), '[]'));
end $$;

-- Where a post stands: for its author and the moderators at its home. Null for everybody else.
create function public.share_panel(p_tenant uuid, p_post uuid) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := auth.uid();
  author uuid;
begin
  if not coalesce(p_tenant = any (private.my_tenants()), false) then return null; end if;
  select x.author_id into author from public.posts x
  where x.tenant_id = p_tenant and x.id = p_post and x.deleted_at is null and x.stream_id = any (private.my_streams());
  if author is null or not (author = me or p_tenant = any (private.my_tenants_as('moderator'))) then return null; end if;
  return coalesce((
    select jsonb_agg(jsonb_build_object(
        'id', s.id, 'in', private.place_card(s.target_tenant_id), 'scope', s.scope, 'state', s.state,
        'live', l.share_id is not null, 'since', s.shown_since, 'expires_at', s.expires_at, 'lane_count', s.comment_count,
        'by', (select u.display_name from public.tenant_users u where u.tenant_id = s.tenant_id and u.user_id = s.asked_by),
        'consented_at', s.consented_at, 'consent_version', s.consent_version) order by s.id desc)
    from public.content_sharing s
    left join lateral private.live_shares(array[s.tenant_id], array[s.post_id], array[s.target_tenant_id]) l on l.share_id = s.id
    where s.tenant_id = p_tenant and s.post_id = p_post and s.state in ('asked', 'waiting', 'active')), '[]');
end $$;

-- My ledger: every share of a post of mine, the open ones first asked for last, then what was. Over all my communities.
create function public.my_shares(p_open boolean default true, p_before uuid default null, p_limit integer default 20)
returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := private.require_network_viewer();
  n integer := private.page_size(p_limit);
  found jsonb;
begin
  select coalesce(jsonb_agg(jsonb_build_object(
      'id', x.id, 'tenant_id', x.tenant_id, 'post_id', x.post_id, 'home', private.place_card(x.tenant_id),
      'in', private.place_card(x.target_tenant_id), 'scope', x.scope, 'state', x.state, 'live', l.share_id is not null,
      'title', p.title, 'lead', left(p.lead, 120), 'asked_by_me', x.asked_by = me, 'note', x.note,
      'asked_at', x.created_at, 'consented_at', x.consented_at, 'consent_version', x.consent_version,
      'consent_audience', x.consent_audience, 'since', x.shown_since, 'expires_at', x.expires_at,
      'ended_at', x.ended_at, 'ended_side', x.ended_side, 'lane_count', x.comment_count) order by x.id desc), '[]')
  into found
  from (
    select s.* from unnest(private.my_tenants()) t(id) cross join lateral (
      select c.* from public.content_sharing c
      where c.tenant_id = t.id and c.author_id = me and (p_before is null or c.id < p_before)
        and (c.state in ('asked', 'waiting', 'active')) = p_open
      order by c.id desc limit n + 1) s
    order by s.id desc limit n + 1) x
  join public.posts p on p.tenant_id = x.tenant_id and p.id = x.post_id
  left join lateral private.live_shares(array[x.tenant_id], array[x.post_id], array[x.target_tenant_id]) l on l.share_id = x.id;
  return jsonb_build_object(
    'items', case when jsonb_array_length(found) > n then found - n else found end,
    'next', case when jsonb_array_length(found) > n then found -> (n - 1) -> 'id' end);
end $$;

-- What waits at the door of a community, for its moderators, oldest first.
create function public.waiting_shares(p_tenant uuid, p_after uuid default null, p_limit integer default 20) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  n integer := private.page_size(p_limit);
  page record;
begin
  perform private.require_role(p_tenant, 'moderator');
  select (array_agg(x.id))[1:n] as shares, (array_agg(x.tenant_id))[1:n] as homes, (array_agg(x.post_id))[1:n] as posts,
    count(*) > n as more
  into page
  from (
    select s.id, s.tenant_id, s.post_id from public.content_sharing s
    where s.target_tenant_id = p_tenant and s.state = 'waiting' and (p_after is null or s.id > p_after)
    order by s.id limit n + 1) x;
  return jsonb_build_object(
    'items', coalesce((
      select jsonb_agg(jsonb_build_object('id', s.id, 'home', private.place_card(s.tenant_id), 'scope', s.scope,
          'note', s.note, 'asked_at', s.consented_at, 'expires_at', s.expires_at,
          'post', (select c.card from jsonb_array_elements(private.post_cards(page.homes, page.posts,
              array_fill(null::uuid, array[cardinality(page.posts)]), auth.uid())) c(card)
            where (c.card ->> 'id')::uuid = s.post_id limit 1)) order by s.id)
      from unnest(page.homes, page.shares) k(home, share)
      join public.content_sharing s on s.tenant_id = k.home and s.id = k.share
      join public.posts p on p.tenant_id = s.tenant_id and p.id = s.post_id and p.deleted_at is null
        and p.visibility in ('public', 'members')), '[]'),
    'next', case when page.more then page.shares[n] end);
end $$;

-- With whom a community is connected: for members those that hold, for admins also what was asked, either way.
create function public.community_connections_page(p_tenant uuid) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  admin boolean := p_tenant = any (private.my_tenants_as('admin'));
begin
  if not coalesce(p_tenant = any (private.my_tenants()), false) then return null; end if;
  return jsonb_build_object(
    'policy', case when admin then (
      select jsonb_build_object('out', t.sharing_out, 'in', t.sharing_in, 'review', t.sharing_review)
      from public.tenants t where t.id = p_tenant) end,
    'connections', coalesce((
      select jsonb_agg(private.place_card(c.connected_id) || jsonb_build_object(
          'state', c.state, 'ours', c.ours, 'direction', c.direction, 'scope', c.scope, 'paused_here', c.paused_here,
          'paused_there', c.paused_there, 'message', case when admin then c.message end, 'since', c.updated_at,
          'shares', case when admin then private.shares_under(p_tenant, c.connected_id) end)
        order by c.state, c.updated_at desc)
      from (select x.* from public.community_connections x
            where x.tenant_id = p_tenant and (x.state = 'accepted' or (admin and x.state = 'proposed'))
            order by x.updated_at desc limit 200) c), '[]'));
end $$;

grant execute on function
  public.share_choices(uuid, uuid, uuid), public.share_panel(uuid, uuid), public.my_shares(boolean, uuid, integer),
  public.waiting_shares(uuid, uuid, integer), public.community_connections_page(uuid)
to authenticated;
