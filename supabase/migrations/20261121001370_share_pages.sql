-- What the pages of sharing read: where a post may go, where it stands, what I let go and what I asked for.

-- Where I may bring a post of the community with this address: my other communities with what stands in the way of
-- each, the grant that is open there, and the words an author agrees to. Null where I may not see the post. p_via names
-- the grant by which I see it, away from its home.
create function public.share_choices(p_slug text, p_post uuid, p_via uuid default null) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := private.require_network_viewer();
  mine uuid[] := private.my_tenants();
  home uuid;
  p record;
  via public.content_sharing;
begin
  select t.id into home from public.tenants t where t.slug = lower(p_slug);
  select x.author_id, x.title, x.lead, x.visibility, x.stream_id into p
  from public.posts x where x.tenant_id = home and x.id = p_post and x.deleted_at is null;
  if p.author_id is null then return null; end if;
  if p_via is not null then
    select s.* into via from public.content_sharing s
    where s.tenant_id = home and s.id = p_via and s.post_id = p_post and s.target_tenant_id = any (mine);
    if via.id is null or not exists (
      select 1 from private.live_shares(array[home], array[p_post], array[via.target_tenant_id]) l
      where l.share_id = via.id) then return null; end if;
  elsif not coalesce(home = any (mine) and p.stream_id = any (private.my_streams()), false) then
    return null;
  end if;
  return jsonb_build_object(
    'home', private.place_card(home),
    'via_in', private.place_card(via.target_tenant_id),
    'title', p.title, 'lead', p.lead, 'mine', p.author_id = me,
    'author', (select m.display_name from public.tenant_users m where m.tenant_id = home and m.user_id = p.author_id),
    'obstacle', case when p.visibility not in ('public', 'members') then 'narrow_audience'
                     when p_via is not null and via.scope <> 'reshare' then 'no_reshare' end,
    'consent', private.consent_now(),
    'communities', coalesce((
      select jsonb_agg(private.place_card(t.id) || jsonb_build_object(
          'obstacle', coalesce(private.share_obstacle(home, t.id, 'view'),
            case when private.declined_lately(home, p_post, t.id, p.author_id) then 'declined_lately' end),
          'scopes', array(select x.scope from unnest(array['view', 'comment', 'reshare']) x(scope)
                          where private.share_obstacle(home, t.id, x.scope) is null),
          'review', private.needs_review(home, t.id),
          'share', (select jsonb_build_object('id', s.id, 'state', s.state, 'scope', s.scope,
                      'asked_by_me', s.asked_by = me)
                    from public.content_sharing s
                    where s.tenant_id = home and s.post_id = p_post and s.target_tenant_id = t.id
                      and s.state in ('asked', 'waiting', 'active') and (s.expires_at is null or s.expires_at > now())))
        order by lower(t.name), t.id)
      from public.tenants t where t.id = any (mine) and t.id <> home), '[]'));
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

-- Lines of the ledger, last asked first. Who asked may end it too, and then the author did not.
create function private.ledger_lines(p_homes uuid[], p_shares uuid[], p_me uuid) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', s.id, 'tenant_id', s.tenant_id, 'post_id', s.post_id, 'home', private.place_card(s.tenant_id),
      'in', private.place_card(s.target_tenant_id), 'scope', s.scope, 'state', s.state, 'live', l.share_id is not null,
      'title', p.title, 'lead', left(p.lead, 300), 'asked_by_me', s.asked_by = p_me, 'note', s.note,
      'by', coalesce(h.display_name, t.display_name),
      'asked_at', s.created_at, 'consented_at', s.consented_at, 'consent_version', s.consent_version,
      'consent_locale', s.consent_locale, 'consent_audience', s.consent_audience, 'since', s.shown_since,
      'expires_at', s.expires_at, 'ended_at', s.ended_at, 'ended_side', case when s.ended_side = 'author' and s.ended_by <> s.author_id then 'asker' else s.ended_side end, 'lane_count', s.comment_count)
      order by s.id desc), '[]')
    from unnest(p_homes, p_shares) k(home, share)
    join public.content_sharing s on s.tenant_id = k.home and s.id = k.share
    join public.posts p on p.tenant_id = s.tenant_id and p.id = s.post_id
    left join public.tenant_users h on h.tenant_id = s.tenant_id and h.user_id = s.asked_by
    left join public.tenant_users t on t.tenant_id = s.target_tenant_id and t.user_id = s.asked_by
    left join lateral private.live_shares(array[s.tenant_id], array[s.post_id], array[s.target_tenant_id]) l on l.share_id = s.id);
end $$;

create function private.ledger_page(p_homes uuid[], p_shares uuid[], p_more boolean, p_me uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return jsonb_build_object(
    'items', private.ledger_lines(p_homes, p_shares, p_me),
    'texts', coalesce((
      select jsonb_object_agg(t.version, t.texts) from private.consent_texts t
      where t.purpose = 'share' and exists (
        select 1 from unnest(p_homes, p_shares) k(home, share)
        join public.content_sharing s on s.tenant_id = k.home and s.id = k.share where s.consent_version = t.version)), '{}'),
    'next', case when p_more then p_shares[cardinality(p_shares)] end);
end $$;

-- What I asked for and nobody has let in: lines as the ledger's, without what the author agreed to. Only of posts that I
-- may still see.
create function private.my_questions(p_me uuid, p_mine uuid[]) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  asked record;
begin
  select array_agg(x.tenant_id) as homes, array_agg(x.id) as shares into asked
  from (
    select s.tenant_id, s.id, s.post_id, s.parent_id, p.stream_id from public.content_sharing s
    join public.posts p on p.tenant_id = s.tenant_id and p.id = s.post_id and p.deleted_at is null
    where s.asked_by = p_me and s.author_id <> p_me and s.state in ('asked', 'waiting')
      and s.target_tenant_id = any (p_mine) and (s.expires_at is null or s.expires_at > now())
    order by s.id desc limit 50) x
  where (x.tenant_id = any (p_mine) and x.stream_id = any (private.my_streams())) or exists (
    select 1 from public.content_sharing up
    cross join lateral private.live_shares(array[up.tenant_id], array[up.post_id], array[up.target_tenant_id]) l
    where up.tenant_id = x.tenant_id and up.id = x.parent_id and up.target_tenant_id = any (p_mine) and l.share_id = up.id);
  return (
    select coalesce(jsonb_agg(l.line || '{"consented_at": null, "consent_version": null, "consent_locale": null,
      "consent_audience": null}'), '[]')
    from jsonb_array_elements(private.ledger_lines(asked.homes, asked.shares, p_me)) l(line));
end $$;

-- My ledger over all my communities: what I agreed to and what holds, or what was, last asked first. The first page of
-- what holds says also what waits for my answer, and what I asked others for. With the words that were agreed to, by
-- version, and those of today.
create function public.my_shares(p_open boolean default true, p_before uuid default null, p_limit integer default 20)
returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := private.require_network_viewer();
  mine uuid[] := private.my_tenants();
  n integer := private.page_size(p_limit);
  states text[] := case when p_open then array['waiting', 'active'] else array['declined', 'revoked', 'ended'] end;
  page record;
  asked record;
begin
  select (array_agg(x.tenant_id))[1:n] as homes, (array_agg(x.id))[1:n] as shares, count(*) > n as more into page
  from (
    select s.* from unnest(mine) t(id) cross join lateral (
      select c.tenant_id, c.id from public.content_sharing c
      where c.tenant_id = t.id and c.author_id = me and (p_before is null or c.id < p_before) and c.state = any (states)
      order by c.id desc limit n + 1) s
    order by s.id desc limit n + 1) x;
  if p_open and p_before is null then
    select array_agg(x.tenant_id) as homes, array_agg(x.id) as shares into asked
    from (
      select s.* from unnest(mine) t(id) cross join lateral (
        select c.tenant_id, c.id from public.content_sharing c
        where c.tenant_id = t.id and c.author_id = me and c.state = 'asked'
        order by c.id desc limit 50) s
      order by s.id desc limit 50) x;
    return jsonb_build_object('asked', private.ledger_lines(asked.homes, asked.shares, me),
      'questions', private.my_questions(me, mine),
      'consent', private.consent_now()) || private.ledger_page(page.homes, page.shares, page.more, me);
  end if;
  return private.ledger_page(page.homes, page.shares, page.more, me);
end $$;

grant execute on function
  public.share_choices(text, uuid, uuid), public.share_panel(uuid, uuid), public.my_shares(boolean, uuid, integer)
to authenticated;
