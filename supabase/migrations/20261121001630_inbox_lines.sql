-- Lines of the inbox that come from communities: which may be shown in this moment, how many are unread, what they say.

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

-- Which of these unread lines, of which nothing is known, count: one of the rows that a list would show of it is unread.
create function private.counted_notices(p_me uuid, p_tenants uuid[], p_ids uuid[]) returns table (tenant_id uuid, id uuid)
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  hidden record;
  behind record;
begin
  if p_ids is null then return; end if;
  select array_agg(k.tenant_id) filter (where s.id is null) as tenants, array_agg(k.id) filter (where s.id is null) as ids,
    array_agg(k.tenant_id) filter (where s.id is not null) as shown_tenants,
    array_agg(k.id) filter (where s.id is not null) as shown_ids
  into hidden
  from unnest(p_tenants, p_ids) k(tenant_id, id)
  left join private.shown_notifications(p_tenants, p_ids) s on s.tenant_id = k.tenant_id and s.id = k.id;
  return query select x.* from unnest(hidden.shown_tenants, hidden.shown_ids) x;
  if hidden.ids is null then return; end if;
  -- The newest of a group may be gone, and what came before it still be there.
  select array_agg(x.tenant_id) as tenants, array_agg(x.id) as ids, array_agg(x.head) as heads into behind
  from unnest(hidden.tenants, hidden.ids) k(tenant_id, id)
  join public.notifications h on h.tenant_id = k.tenant_id and h.id = k.id
  cross join lateral (
    select n.tenant_id, n.id, h.id as head, n.read_at from public.notifications n
    where n.tenant_id = h.tenant_id and n.user_id = p_me and n.group_key = h.group_key
    order by n.created_at desc, n.id desc limit 11) x
  where x.read_at is null and x.id <> h.id;
  if behind.ids is null then return; end if;
  return query
  select distinct b.tenant_id, b.head
  from unnest(behind.tenants, behind.ids, behind.heads) b(tenant_id, id, head)
  join private.shown_notifications(behind.tenants, behind.ids) s on s.tenant_id = b.tenant_id and s.id = b.id;
end $$;

-- How much is unread in each of my communities: [{tenant_id, unread, mentions, muted_until}]. Groups are counted, as
-- lists show them; 100 stands for more than 99. In a muted community nothing counts. On a community's host: that one
-- alone; on the network's host, what belongs to no community is a line of its own, under the network itself.
-- What is known of a text counts from the index alone, for the streams that are mine in this moment; of the rest, at
-- most a hundred lines of each community are asked for.
create function public.notification_counts() returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := auth.uid();
  mine uuid[] := private.my_tenants();
  muted uuid[] := private.muted_tenants(me);
  streams uuid[] := private.my_streams();
  heard uuid[] := array(select t from unnest(mine) t where t <> all (muted));
  asked record;
begin
  select array_agg(x.tenant_id) as tenants, array_agg(x.id) as ids, array_agg(x.bucket) as buckets into asked
  from unnest(heard) t(id) cross join lateral (
    select n.tenant_id, n.id, n.bucket from public.notifications n
    where n.tenant_id = t.id and n.user_id = me and n.is_latest and n.read_at is null and n.known_stream is null
    order by n.bucket limit 100) x;
  return (
    with told as materialized (
      select k.tenant_id, count(*) as unread, count(*) filter (where k.bucket = 'mention') as mentions
      from unnest(asked.tenants, asked.ids, asked.buckets) k(tenant_id, id, bucket)
      join private.counted_notices(me, asked.tenants, asked.ids) c on c.tenant_id = k.tenant_id and c.id = k.id
      group by k.tenant_id),
    known as materialized (
      select t.id as tenant_id, m.n as mentions, o.n as others
      from unnest(heard) t(id)
      cross join lateral (select count(*) as n from (
        select 1 from public.notifications n
        where n.tenant_id = t.id and n.user_id = me and n.is_latest and n.read_at is null
          and n.known_stream = any (streams) and n.bucket = 'mention' limit 100) x) m
      cross join lateral (select count(*) as n from (
        select 1 from public.notifications n
        where n.tenant_id = t.id and n.user_id = me and n.is_latest and n.read_at is null
          and n.known_stream = any (streams) and n.bucket = 'news' limit 100) x) o)
    select coalesce(jsonb_agg(jsonb_build_object('tenant_id', t.id,
      'unread', least(100, coalesce(k.mentions + k.others, 0) + coalesce(c.unread, 0)),
      'mentions', least(100, coalesce(k.mentions, 0) + coalesce(c.mentions, 0)), 'muted_until', u.until) order by t.id), '[]') || case when me is null or private.bound_tenant() is not null
        or private.token_scope() not in ('network', '') then '[]'
      else jsonb_build_array(jsonb_build_object('tenant_id', private.network_itself(), 'unread', private.personal_unread(me),
        'mentions', 0, 'muted_until',
        (select x.until from public.personal_mutes x where x.user_id = me and x.until > now()))) end
    from unnest(mine) t(id)
    left join known k on k.tenant_id = t.id
    left join told c on c.tenant_id = t.id
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

grant execute on function public.notification_counts() to authenticated;
