-- Who is to hear of what: the worker reads the log and writes it down.

-- Reads the log on from where it came to and writes who is to hear of it, then tells the pages of those people that
-- something changed: all in one transaction, so that whoever stops it in between loses nothing and doubles nothing. To
-- build anew, set the place back: what is there stays, with what was read; what is missing comes. Returns how many
-- events it read.
-- Only what somebody did is news: imports and the machine itself act without an actor. Whoever loses a place in a
-- community, or has it back, sees other lines in the inbox than before: their open pages are told too, so that nothing
-- of that community stays on a screen.
-- p_below: reads events of transactions below this one (by default, of those that no open one can precede).
create function private.project_notifications(p_limit integer default 5000, p_below xid8 default null) returns integer
language plpgsql volatile security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  below xid8 := coalesce(p_below, pg_snapshot_xmin(pg_current_snapshot()));
  place record;
  done record;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('private.project_notifications', 0)) then return 0; end if;
  select c.epoch, c.txid, c.seq into place from private.event_consumers c where c.name = 'notifications' for update;
  with batch as materialized (
    select e.tenant_id, e.epoch, e.txid, e.seq, e.id, e.type, e.stream_id, e.data, e.actor_id, e.occurred_at
    from public.domain_events e
    where (e.epoch, e.txid, e.seq) > (place.epoch, place.txid, place.seq) and e.txid < below
    order by e.epoch, e.txid, e.seq limit p_limit),
  acts as materialized (select b.* from batch b where b.actor_id is not null),
  comments as materialized (
    select a.tenant_id, a.type, a.actor_id, c.id, c.parent_id, c.post_home, c.post_id, c.lane_of,
      case a.type when 'comment.created' then c.created_at else a.occurred_at end as occurred_at
    from acts a join public.post_comments c on c.tenant_id = a.tenant_id and c.id = a.stream_id
    where (a.type = 'comment.created' or (a.type = 'comment.updated' and a.data -> 'new' ? 'body')) and c.deleted_at is null),
  posts as materialized (
    select a.tenant_id, a.actor_id, p.id, case a.type when 'post.created' then p.created_at else a.occurred_at end as occurred_at
    from acts a join public.posts p on p.tenant_id = a.tenant_id and p.id = a.stream_id
    where (a.type = 'post.created' or (a.type = 'post.updated' and a.data -> 'new' ? 'body')) and p.deleted_at is null),
  shares as materialized (
    select a.tenant_id, a.actor_id, a.occurred_at, a.id as event_id, a.type, a.data -> 'old' ->> 'state' as was,
      a.data -> 'new' ->> 'state' as becomes, s.id, s.post_id, s.author_id, s.asked_by, s.parent_id, s.target_tenant_id,
      s.ended_side
    from acts a join public.content_sharing s on s.tenant_id = a.tenant_id and s.id = a.stream_id
    where a.type in ('share.created', 'share.updated') and a.data -> 'new' ? 'state'),
  connections as materialized (
    select a.tenant_id, a.actor_id, a.occurred_at, a.id as event_id, c.connected_id,
      case when a.data -> 'new' ->> 'state' = 'proposed' and not c.ours then 'connection_proposed'
           when a.data -> 'new' ->> 'state' = 'accepted' and c.ours then 'connection_accepted'
           when a.data -> 'new' ->> 'state' = 'declined' and c.ours then 'connection_declined'
           when a.data -> 'new' ->> 'state' = 'ended' and a.data -> 'old' ->> 'state' = 'accepted' then 'connection_ended'
      end as kind
    from acts a join public.community_connections c on c.tenant_id = a.tenant_id and c.connected_id = a.stream_id
    where a.type = 'connection.updated' and a.data -> 'new' ? 'state'),
  memberships as materialized (
    select b.tenant_id, b.actor_id, b.occurred_at, b.id as event_id, b.stream_id as user_id,
      b.data -> 'old' ->> 'status' as was, b.data -> 'new' ->> 'status' as becomes
    from batch b
    where b.type in ('membership.created', 'membership.updated') and b.data -> 'new' ? 'status'),
  wanted as (
    -- A text speaks to whom it names and to whom it answers: once, and as a mention where it is both.
    select c.tenant_id, m.user_id, 'mention' as kind, c.actor_id, c.post_home, c.post_id, c.id as comment_id,
      null::uuid as share_id, null::uuid as other_id, null as outcome, c.id as cause_id, 'mention:' || c.post_id as group_key,
      c.occurred_at, c.lane_of is null as asks_post
    from comments c join public.post_mentions m on m.tenant_id = c.tenant_id and m.place_id = c.id
    union all
    select p.tenant_id, m.user_id, 'mention', p.actor_id, p.tenant_id, p.id, null, null, null, null, p.id,
      'mention:' || p.id, p.occurred_at, true
    from posts p join public.post_mentions m on m.tenant_id = p.tenant_id and m.place_id = p.id
    union all
    select c.tenant_id, coalesce(up.author_id, p.author_id), 'reply', c.actor_id, c.post_home, c.post_id, c.id, null, null,
      null, c.id, 'reply:' || coalesce(c.parent_id, c.post_id), c.occurred_at, c.lane_of is null
    from comments c
    join public.posts p on p.tenant_id = c.post_home and p.id = c.post_id
    left join public.post_comments up on up.tenant_id = c.tenant_id and up.id = c.parent_id and up.deleted_at is null
    where c.type = 'comment.created' and (c.parent_id is null or up.id is not null)
    union all
    select s.tenant_id, s.author_id, 'share_asked', s.actor_id, s.tenant_id, s.post_id, null, s.id, s.target_tenant_id,
      null, s.event_id, 'share_asked:' || s.id, s.occurred_at, false
    from shares s
    where s.type = 'share.created' and s.becomes = 'asked' and s.asked_by <> s.author_id and s.parent_id is null
    union all
    select s.tenant_id, s.author_id,
      case s.becomes when 'active' then 'share_shown' when 'declined' then 'share_answered' else 'share_revoked' end,
      s.actor_id, s.tenant_id, s.post_id, null, s.id, s.target_tenant_id, case s.becomes when 'declined' then 'refused' end,
      s.event_id,
      -- A connection takes many posts along at once.
      'share_' || s.becomes || ':' || case when s.ended_side = 'connection' then s.target_tenant_id else s.id end,
      s.occurred_at, false
    from shares s
    where s.type = 'share.updated' and (
      s.becomes = 'active' or (s.becomes = 'declined' and s.was = 'waiting')
      or (s.was in ('waiting', 'active') and (s.becomes = 'revoked' or (s.becomes = 'ended' and s.ended_side = 'connection'))))
    union all
    select s.tenant_id, s.asked_by, 'share_answered', s.actor_id, s.tenant_id, s.post_id, null, s.id, s.target_tenant_id,
      case when s.becomes = 'active' then 'shown' when s.becomes = 'waiting' then 'agreed'
           when s.was = 'asked' then 'declined' else 'refused' end,
      s.event_id, 'share_answered:' || s.id, s.occurred_at, false
    from shares s
    where s.type = 'share.updated' and s.asked_by <> s.author_id and s.becomes in ('waiting', 'active', 'declined')
      and (s.was = 'waiting' or (s.was = 'asked' and s.parent_id is null))
    union all
    select a.tenant_id, d.user_id, 'share_waiting', a.actor_id, (a.data -> 'new' ->> 'home_id')::uuid,
      (a.data -> 'new' ->> 'post_id')::uuid, null, a.stream_id, (a.data -> 'new' ->> 'home_id')::uuid, null, a.id,
      'share_waiting', a.occurred_at, false
    from acts a
    join public.tenant_users d on d.tenant_id = a.tenant_id and d.status = 'active' and d.role <> 'member'
    where a.type = 'received_share.asked'
    union all
    select c.tenant_id, d.user_id, c.kind, c.actor_id, null, null, null, null, c.connected_id, null, c.event_id,
      c.kind || ':' || c.connected_id, c.occurred_at, false
    from connections c
    join public.tenant_users d on d.tenant_id = c.tenant_id and d.status = 'active' and d.role in ('admin', 'owner')
    where c.kind is not null
    union all
    select m.tenant_id, d.user_id, 'member_request', m.user_id, null, null, null, null, null, null, m.event_id,
      'member_request', m.occurred_at, false
    from memberships m
    join public.tenant_users d on d.tenant_id = m.tenant_id and d.status = 'active' and d.role <> 'member'
    where m.becomes = 'requested' and m.actor_id is not null
    union all
    select m.tenant_id, m.user_id, 'member_approved', m.actor_id, null, null, null, null, null, null, m.event_id,
      'member_approved', m.occurred_at, false
    from memberships m
    where m.was = 'requested' and m.becomes = 'active' and m.actor_id is not null),
  written as (
    insert into public.notifications (tenant_id, user_id, kind, actor_id, post_home, post_id, comment_id, share_id,
      other_tenant_id, outcome, cause_id, group_key, created_at)
    select distinct on (w.tenant_id, w.user_id, w.cause_id)
      w.tenant_id, w.user_id, w.kind, w.actor_id, w.post_home, w.post_id, w.comment_id, w.share_id, w.other_id, w.outcome,
      w.cause_id, w.group_key, w.occurred_at
    from wanted w
    join public.tenant_users r on r.tenant_id = w.tenant_id and r.user_id = w.user_id and r.status = 'active'
    join public.profiles f on f.id = r.user_id and not f.is_placeholder
    where w.user_id <> w.actor_id and (not w.asks_post or private.may_hear_post(w.user_id, w.tenant_id, w.post_id))
    order by w.tenant_id, w.user_id, w.cause_id, w.kind
    on conflict (tenant_id, user_id, cause_id) do nothing
    returning tenant_id, user_id, group_key, created_at)
  select (select count(*)::integer from batch) as events, l.epoch, l.txid, l.seq,
    (select array_agg(w.tenant_id) from written w) as tenants, (select array_agg(w.user_id) from written w) as people,
    (select array_agg(w.group_key) from written w) as keys,
    -- What is late is not announced: the page that opens next shows it.
    (select array_agg(distinct t.user_id) from (
       select w.user_id from written w
       where w.created_at > now() - interval '1 hour' and not exists (
         select 1 from public.notification_mutes m
         where m.tenant_id = w.tenant_id and m.user_id = w.user_id and m.until > now())
       union all
       select m.user_id from memberships m
       where m.was <> m.becomes and 'active' in (m.was, m.becomes) and m.occurred_at > now() - interval '1 hour') t) as told,
    (select array_agg(m.tenant_id) from memberships m where m.becomes = 'removed') as left_tenants,
    (select array_agg(m.user_id) from memberships m where m.becomes = 'removed') as left_people
  into done
  from (values (1)) one left join (select b.epoch, b.txid, b.seq from batch b order by b.epoch desc, b.txid desc, b.seq desc limit 1) l
    on true;
  if done.events = 0 then return 0; end if;
  update public.notifications n set is_latest = false
  from (select distinct k.* from unnest(done.tenants, done.people, done.keys) k(tenant_id, user_id, group_key)) k
  where n.tenant_id = k.tenant_id and n.user_id = k.user_id and n.group_key = k.group_key and n.is_latest and exists (
    select 1 from public.notifications x
    where x.tenant_id = n.tenant_id and x.user_id = n.user_id and x.group_key = n.group_key
      and (x.created_at, x.id) > (n.created_at, n.id));
  delete from public.notifications n
  using unnest(done.left_tenants, done.left_people) g(tenant_id, user_id), public.tenant_users m
  where n.tenant_id = g.tenant_id and n.user_id = g.user_id
    and m.tenant_id = g.tenant_id and m.user_id = g.user_id and m.status = 'removed';
  update private.event_consumers c set epoch = done.epoch, txid = done.txid, seq = done.seq, updated_at = now()
  where c.name = 'notifications';
  perform private.tell_inbox(done.told);
  return done.events;
end $$;
