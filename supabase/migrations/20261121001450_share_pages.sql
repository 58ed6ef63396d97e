-- What the pages of sharing read: where a post may go, a shared post where it is read, what I let go.

drop function public.share_choices(uuid, uuid, uuid);
-- Where I may bring a post of the community with this address: my other communities with what stands in the way of each,
-- the grant that is open there, and the words an author agrees to. Null where I may not see the post. p_via names the
-- grant by which I see it, away from its home.
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
          'obstacle', private.share_obstacle(home, t.id, 'view'),
          'scopes', array(select x.scope from unnest(array['view', 'comment', 'reshare']) x(scope)
                          where private.share_obstacle(home, t.id, x.scope) is null),
          'review', private.needs_review(home, t.id),
          'share', (select jsonb_build_object('id', s.id, 'state', s.state, 'scope', s.scope)
                    from public.content_sharing s
                    where s.tenant_id = home and s.post_id = p_post and s.target_tenant_id = t.id
                      and s.state in ('asked', 'waiting', 'active') and (s.expires_at is null or s.expires_at > now())))
        order by lower(t.name), t.id)
      from public.tenants t where t.id = any (mine) and t.id <> home), '[]'));
end $$;

create function private.consent_now() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('version', c.version, 'texts', c.texts)
  from private.consent_texts c where c.purpose = 'share' order by c.version desc limit 1
$$;

-- Lines of the ledger, last asked first.
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
      'expires_at', s.expires_at, 'ended_at', s.ended_at, 'ended_side', s.ended_side, 'lane_count', s.comment_count)
      order by s.id desc), '[]')
    from unnest(p_homes, p_shares) k(home, share)
    join public.content_sharing s on s.tenant_id = k.home and s.id = k.share
    join public.posts p on p.tenant_id = s.tenant_id and p.id = s.post_id
    left join public.tenant_users h on h.tenant_id = s.tenant_id and h.user_id = s.asked_by
    left join public.tenant_users t on t.tenant_id = s.target_tenant_id and t.user_id = s.asked_by
    left join lateral private.live_shares(array[s.tenant_id], array[s.post_id], array[s.target_tenant_id]) l on l.share_id = s.id);
end $$;

-- My ledger over all my communities: what I agreed to and what holds, or what was, last asked first. The first page of
-- what holds says also what waits for my answer. With the words that were agreed to, by version, and those of today.
create or replace function public.my_shares(p_open boolean default true, p_before uuid default null, p_limit integer default 20)
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
      'consent', private.consent_now()) || private.ledger_page(page.homes, page.shares, page.more, me);
  end if;
  return private.ledger_page(page.homes, page.shares, page.more, me);
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

-- One shared post as the members of a community read it, with a page of their lane. Null where the caller may know
-- nothing, or the grant holds no longer.
create or replace function public.shared_post(
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
    where c.tenant_id = p_tenant and c.post_id = s.post_id and c.id = p_comment;
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
    'comment', case when top is not null then p_comment end,
    'comments', private.comment_threads(p_tenant, s.post_id, top, p_after, coalesce(p_newest, false),
      private.page_size(p_limit), me));
end $$;

-- The page of a post at home says where it stands, to whom that is told: one field more in the answer that is there.
do $$
declare
  changed text;
begin
  changed := replace(
    pg_catalog.pg_get_functiondef('public.post_page(uuid, uuid, uuid, uuid[], boolean, integer)'::regprocedure),
    $text$'comment', case when top is not null then p_comment end,$text$,
    $text$'stands', public.share_panel(p_tenant, p_post),
    'comment', case when top is not null then p_comment end,$text$);
  if position('share_panel' in changed) = 0 then raise exception 'post_page has no place for where a post stands'; end if;
  execute changed;
  -- Who wrote in a lane is offered there, as who wrote below a post at home is.
  changed := replace(pg_catalog.pg_get_functiondef('public.find_people(uuid, text, integer, uuid)'::regprocedure),
    $text$join public.posts p on p.tenant_id = x.tenant_id and p.id = x.post_id$text$,
    $text$join public.posts p on p.tenant_id = x.post_home and p.id = x.post_id$text$);
  if position('x.post_home' in changed) = 0 then raise exception 'find_people has no place for lanes'; end if;
  execute changed;
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

grant execute on function public.share_choices(text, uuid, uuid) to authenticated;
