-- The inbox over all communities of a person: what may be shown of it in this moment, its pages, its counts, what is read.

-- Which of one's own notifications may be shown now: one still belongs there, the thing is still there and open to one.
-- share_id: the grant by which the post is read, where it is at home elsewhere.
create function private.shown_notifications(p_tenants uuid[], p_ids uuid[])
returns table (tenant_id uuid, id uuid, share_id uuid)
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := auth.uid();
  mine uuid[] := private.my_tenants();
  moderated uuid[] := private.my_tenants_as('moderator');
  led uuid[] := private.my_tenants_as('admin');
  streams uuid[] := private.my_streams();
begin
  return query
  with asked as materialized (
    select n.* from unnest(p_tenants, p_ids) k(tenant_id, id)
    join public.notifications n on n.tenant_id = k.tenant_id and n.id = k.id
    where n.user_id = me and n.tenant_id = any (mine)),
  -- What stands on a grant: a text in a lane, a post of mine elsewhere.
  granted as materialized (
    select a.post_home as home, a.post_id as post, case a.kind when 'share_shown' then a.other_tenant_id else a.tenant_id end as target
    from asked a
    where a.kind = 'share_shown' or (a.comment_id is not null and a.post_home <> a.tenant_id)),
  live as materialized (
    select l.* from private.live_shares(array(select g.home from granted g), array(select g.post from granted g),
      array(select g.target from granted g)) l
    where exists (select 1 from granted))
  select a.tenant_id, a.id, coalesce(l.share_id, a.share_id)
  from asked a
  left join live l on l.home_id = a.post_home and l.post_id = a.post_id
    and l.target_id = case a.kind when 'share_shown' then a.other_tenant_id else a.tenant_id end
  left join public.posts p on p.tenant_id = a.post_home and p.id = a.post_id and p.deleted_at is null
  left join public.post_comments c on c.tenant_id = a.tenant_id and c.id = a.comment_id and c.deleted_at is null
  left join public.content_sharing s on s.tenant_id = a.post_home and s.id = a.share_id
  left join public.community_connections n on n.tenant_id = a.tenant_id and n.connected_id = a.other_tenant_id
  left join public.tenants t on t.id = a.other_tenant_id and t.status <> 'deleted'
  left join public.tenant_users m on m.tenant_id = a.tenant_id and m.user_id = a.actor_id
  where case
    when a.kind in ('reply', 'mention') then
      p.id is not null
      and case when a.comment_id is null then p.stream_id = any (streams)
               else c.stream_id = any (streams) and (a.post_home = a.tenant_id or l.share_id is not null) end
      and (a.kind = 'reply' or exists (
        select 1 from public.post_mentions x
        where x.tenant_id = a.tenant_id and x.place_id = coalesce(a.comment_id, a.post_id) and x.user_id = me))
    when a.kind = 'share_asked' then
      p.id is not null and s.state = 'asked' and s.author_id = me and t.id is not null
      and (s.expires_at is null or s.expires_at > now())
    when a.kind = 'share_answered' then p.id is not null and p.stream_id = any (streams) and t.id is not null
    when a.kind = 'share_shown' then l.share_id = a.share_id
    when a.kind = 'share_revoked' then p.id is not null and s.author_id = me and s.ended_at is not null and t.id is not null
    when a.kind = 'share_waiting' then p.id is not null and s.state = 'waiting' and a.tenant_id = any (moderated)
    when a.kind = 'connection_proposed' then
      n.state = 'proposed' and not n.ours and t.id is not null and a.tenant_id = any (led)
    when a.kind = 'connection_accepted' then n.state = 'accepted' and t.id is not null and a.tenant_id = any (led)
    when a.kind in ('connection_declined', 'connection_ended') then
      n.state in ('declined', 'ended') and t.id is not null and a.tenant_id = any (led)
    when a.kind = 'member_request' then m.status = 'requested' and a.tenant_id = any (moderated)
    when a.kind = 'member_approved' then true
    else false end;
end $$;

create function private.muted_tenants(p_person uuid) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(select m.tenant_id from public.notification_mutes m where m.user_id = p_person and m.until > now());
end $$;

-- How much is unread in each of my communities: [{tenant_id, unread, mentions, muted_until}]. Groups are counted, as lists
-- show them; 100 stands for more than 99. In a muted community nothing counts. On a community's host: that one alone.
-- Looks at no more than a hundred rows of each community.
create function public.notification_counts() returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := auth.uid();
  mine uuid[] := private.my_tenants();
  muted uuid[] := private.muted_tenants(me);
  heads record;
begin
  select array_agg(x.tenant_id) as tenants, array_agg(x.id) as ids, array_agg(x.bucket) as buckets into heads
  from unnest(mine) t(id) cross join lateral (
    select n.tenant_id, n.id, n.bucket from public.notifications n
    where n.tenant_id = t.id and n.user_id = me and n.is_latest and n.read_at is null
    order by n.created_at desc, n.id desc limit 100) x
  where t.id <> all (muted);
  return (
    select coalesce(jsonb_agg(jsonb_build_object('tenant_id', t.id, 'unread', coalesce(c.unread, 0),
      'mentions', coalesce(c.mentions, 0), 'muted_until', u.until) order by t.id), '[]')
    from unnest(mine) t(id)
    left join (
      select k.tenant_id, count(*) as unread, count(*) filter (where k.bucket = 'mention') as mentions
      from unnest(heads.tenants, heads.ids, heads.buckets) k(tenant_id, id, bucket)
      join private.shown_notifications(heads.tenants, heads.ids) s on s.tenant_id = k.tenant_id and s.id = k.id
      group by k.tenant_id) c on c.tenant_id = t.id
    left join public.notification_mutes u on u.tenant_id = t.id and u.user_id = me and u.until > now());
end $$;

-- The heads of groups, newest first: over all communities named, or of one bucket there.
create function private.notification_heads(
  p_me uuid, p_tenants uuid[], p_bucket text, p_before timestamptz, p_before_id uuid, p_limit integer,
  out tenants uuid[], out ids uuid[], out keys text[], out moments timestamptz[]
)
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  if p_bucket is null and cardinality(p_tenants) > 1 then
    select array_agg(x.tenant_id), array_agg(x.id), array_agg(x.group_key), array_agg(x.created_at)
    into tenants, ids, keys, moments
    from (
      select n.tenant_id, n.id, n.group_key, n.created_at from public.notifications n
      where n.user_id = p_me and n.is_latest and n.tenant_id = any (p_tenants)
        and (n.created_at, n.id) < (p_before, p_before_id)
      order by n.created_at desc, n.id desc limit p_limit) x;
    return;
  end if;
  select array_agg(x.tenant_id), array_agg(x.id), array_agg(x.group_key), array_agg(x.created_at)
  into tenants, ids, keys, moments
  from (
    select h.* from unnest(p_tenants) t(id)
    cross join unnest(case when p_bucket is null then array['mention', 'request', 'news'] else array[p_bucket] end) b(bucket)
    cross join lateral (
      select n.tenant_id, n.id, n.group_key, n.created_at from public.notifications n
      where n.tenant_id = t.id and n.user_id = p_me and n.bucket = b.bucket and n.is_latest
        and (n.created_at, n.id) < (p_before, p_before_id)
      order by n.created_at desc, n.id desc limit p_limit) h
    order by h.created_at desc, h.id desc limit p_limit) x;
end $$;

-- What groups say: who, how often, since when, and about what. Of each group the newest ten rows are looked at; what is
-- unread among them speaks first. What may not be shown is left out, and a group of which nothing is left with it.
create function private.notification_cards(p_tenants uuid[], p_ids uuid[], p_keys text[], p_me uuid)
returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  looked_at constant integer := 10;
  row_tenants uuid[];
  row_ids uuid[];
  row_places bigint[];
begin
  select array_agg(x.tenant_id), array_agg(x.id), array_agg(h.place) into row_tenants, row_ids, row_places
  from unnest(p_tenants, p_keys) with ordinality h(tenant_id, key, place)
  cross join lateral (
    select n.tenant_id, n.id from public.notifications n
    where n.tenant_id = h.tenant_id and n.user_id = p_me and n.group_key = h.key
    order by n.created_at desc, n.id desc limit looked_at + 1) x;
  return (
    with looked as materialized (
      select r.* from unnest(row_tenants, row_ids, row_places) r(tenant_id, id, place)),
    shown as materialized (
      select r.place, p_ids[r.place] as head, n.*, s.share_id as by_share
      from private.shown_notifications(row_tenants, row_ids) s
      join looked r on r.id = s.id and r.tenant_id = s.tenant_id
      join public.notifications n on n.tenant_id = r.tenant_id and n.id = r.id),
    told as materialized (
      -- The unread ones where there are such, else all.
      select x.*, row_number() over (partition by x.place order by x.created_at desc, x.id desc) as nth
      from (select s.*, bool_or(s.read_at is null) over (partition by s.place) as news,
                   row_number() over (partition by s.place order by s.created_at desc, s.id desc) as seen from shown s) x
      where (x.read_at is null or not x.news) and x.seen <= looked_at),
    actors as materialized (
      select distinct on (t.place, t.actor_id) t.place, t.actor_id, t.nth, m.display_name, m.avatar_path
      from told t join public.tenant_users m on m.tenant_id = t.tenant_id and m.user_id = t.actor_id
      order by t.place, t.actor_id, t.nth),
    people as materialized (
      select a.place, count(*) as n,
        (jsonb_agg(jsonb_build_object('id', a.actor_id, 'name', a.display_name, 'avatar', a.avatar_path) order by a.nth)) as list
      from actors a group by a.place),
    sums as materialized (select t.place, count(*) as n from told t group by t.place),
    sizes as materialized (select r.place, count(*) as n from looked r group by r.place)
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', t.head, 'tenant_id', t.tenant_id, 'kind', t.kind, 'bucket', t.bucket, 'unread', t.news, 'at', t.created_at,
      'people', coalesce(jsonb_path_query_array(p.list, '$[0 to 2]'), '[]'),
      'others', greatest(coalesce(p.n, 0) - 3, 0), 'count', c.n, 'more', z.n > looked_at, 'outcome', t.outcome,
      'post', case when x.id is not null then jsonb_build_object('home_id', x.tenant_id, 'id', x.id, 'title', x.title,
        'lead', left(x.lead, 200)) end,
      'comment', case when w.id is not null then jsonb_build_object('id', w.id, 'words', left(w.body, 300)) end,
      'share_id', t.by_share,
      'other', case when t.other_tenant_id is not null then private.place_card(t.other_tenant_id) end) order by t.place), '[]')
    from told t
    join sums c on c.place = t.place
    join sizes z on z.place = t.place
    left join people p on p.place = t.place
    left join public.posts x on x.tenant_id = t.post_home and x.id = t.post_id and x.deleted_at is null
    left join public.post_comments w on w.tenant_id = t.tenant_id and w.id = t.comment_id
    where t.nth = 1);
end $$;

-- One page of the inbox over all my communities, or the one with this address. p_filter: 'all', 'mentions' or 'requests'.
-- A muted community is silent here too, unless one asks for it. communities: those of mine, with what is unread in each.
create function public.my_notifications(
  p_filter text default 'all', p_slug text default null, p_before timestamptz default null, p_before_id uuid default null,
  p_limit integer default 20
) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
  n integer := private.page_size(p_limit);
  mine uuid[] := private.my_tenants();
  muted uuid[] := private.muted_tenants(me);
  heads record;
begin
  if p_filter not in ('all', 'mentions', 'requests') then raise exception 'invalid:filter' using errcode = 'P0001'; end if;
  select h.* into heads
  from private.notification_heads(me,
    case when p_slug is null then array(select t from unnest(mine) t where t <> all (muted))
      else array(select t.id from public.tenants t where t.slug = p_slug and t.id = any (mine)) end,
    case p_filter when 'mentions' then 'mention' when 'requests' then 'request' end,
    coalesce(p_before, 'infinity'), coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'), n + 1) h;
  return jsonb_build_object(
    'items', private.notification_cards(heads.tenants[1:n], heads.ids[1:n], heads.keys[1:n], me),
    'next', case when cardinality(heads.ids) > n then jsonb_build_object('at', heads.moments[n], 'id', heads.ids[n]) end,
    'now', now(),
    'communities', (
      select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'accent', t.accent,
          'logo_path', t.logo_path, 'domain', private.primary_domain(t.id), 'unread', c.value -> 'unread',
          'mentions', c.value -> 'mentions', 'muted_until', c.value -> 'muted_until') order by lower(t.name), t.id), '[]')
      from jsonb_array_elements(public.notification_counts()) c(value)
      join public.tenants t on t.id = (c.value ->> 'tenant_id')::uuid));
end $$;

-- Marks as read: the groups whose newest rows are named, or what came until a moment, in one community or all. On all
-- devices: their pages are told. Returns how many rows it marked.
create function public.mark_notifications_read(
  p_ids uuid[] default null, p_tenant uuid default null, p_until timestamptz default null
) returns integer
language plpgsql volatile security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := private.require_network_viewer();
  until timestamptz := least(p_until, now());
  marked integer;
begin
  if cardinality(p_ids) > 100 then raise exception 'invalid:ids' using errcode = 'P0001'; end if;
  with heads as materialized (
    select n.tenant_id, n.group_key, n.created_at, n.id
    from unnest(private.my_tenants()) t(id)
    join public.notifications n on n.tenant_id = t.id and n.id = any (p_ids) and n.user_id = me
    where p_ids is not null
    union all
    select n.tenant_id, n.group_key, n.created_at, n.id
    from public.tenant_users t
    join public.notifications n on n.tenant_id = t.tenant_id and n.user_id = me and n.is_latest and n.read_at is null
      and n.created_at <= until
    where p_ids is null and t.user_id = me and (p_tenant is null or t.tenant_id = p_tenant))
  update public.notifications n set read_at = now()
  from heads h
  where n.tenant_id = h.tenant_id and n.user_id = me and n.group_key = h.group_key and n.read_at is null
    and (n.created_at, n.id) <= (h.created_at, h.id);
  get diagnostics marked = row_count;
  if marked > 0 then perform private.tell_inbox(array[me]); end if;
  return marked;
end $$;

-- Opens one: marks its group as read and says what it is about, as a page of the inbox does. Null where there is nothing
-- that I may see.
create function public.open_notification(p_id uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
  n record;
begin
  select x.tenant_id, x.id, x.group_key, x.created_at into n
  from unnest(private.my_tenants()) t(id)
  join public.notifications x on x.tenant_id = t.id and x.id = p_id and x.user_id = me;
  if n.id is null then return null; end if;
  perform public.mark_notifications_read(array[p_id]);
  return (
    select c.card || jsonb_build_object('community', private.tenant_card(n.tenant_id))
    from jsonb_array_elements(private.notification_cards(array[n.tenant_id], array[n.id], array[n.group_key],
      me)) c(card));
end $$;

-- Wants to hear nothing of a community for an 'hour', a 'day' or for 'good', or to hear it again (null). Returns until when.
create function public.mute_notifications(p_tenant uuid, p_for text default null) returns timestamptz
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
  silent_until timestamptz := case p_for when 'hour' then now() + interval '1 hour' when 'day' then now() + interval '1 day'
    when 'good' then 'infinity' end;
begin
  if p_for is not null and silent_until is null then raise exception 'invalid:mute' using errcode = 'P0001'; end if;
  if not coalesce(p_tenant = any (private.my_tenants()), false) then
    raise exception 'not_found:community' using errcode = 'P0001';
  end if;
  if silent_until is null then
    delete from public.notification_mutes m where m.tenant_id = p_tenant and m.user_id = me;
  else
    insert into public.notification_mutes (tenant_id, user_id, until) values (p_tenant, me, silent_until)
    on conflict (tenant_id, user_id) do update set until = excluded.until, created_at = now();
  end if;
  perform private.tell_inbox(array[me]);
  return silent_until;
end $$;

grant execute on function
  public.notification_counts(), public.my_notifications(text, text, timestamptz, uuid, integer),
  public.mark_notifications_read(uuid[], uuid, timestamptz), public.open_notification(uuid),
  public.mute_notifications(uuid, text)
to authenticated;
