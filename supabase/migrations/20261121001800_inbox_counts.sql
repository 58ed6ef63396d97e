-- Counting what is unread without asking for each line anew: a line about a text at home keeps in which stream that text
-- stood, until anything about the text changes. What is not known, or no longer, is asked for as before.

-- Where the text stands that a reply or a mention is about, as long as nothing about it has changed; null: to be asked for.
alter table public.notifications add column known_stream uuid;

drop index public.notifications_unread_idx;
create index notifications_unread_idx on public.notifications (tenant_id, user_id, known_stream, bucket)
  include (post_id) where is_latest and read_at is null;
create index notifications_text_idx on public.notifications (tenant_id, post_id, comment_id)
  where is_latest and read_at is null and known_stream is not null;

create function private.notice_gate() returns bigint
language sql immutable parallel safe set search_path = '' as $$
  select hashtextextended('private.notifications.known_stream', 0)
$$;

-- A change of a text holds the gate until it is committed. Where the worker finds it held, it knows nothing: the change
-- could not see the row that is being written, and the row not the change.
create function private.notifications_know_stream() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  new.known_stream := null;
  if new.kind not in ('reply', 'mention') or new.post_home is distinct from new.tenant_id
    or not pg_try_advisory_xact_lock(private.notice_gate()) then
    return new;
  end if;
  if new.comment_id is null then
    select p.stream_id into new.known_stream from public.posts p
    where p.tenant_id = new.tenant_id and p.id = new.post_id and p.deleted_at is null;
  else
    select c.stream_id into new.known_stream
    from public.post_comments c join public.posts p on p.tenant_id = c.tenant_id and p.id = c.post_id
    where c.tenant_id = new.tenant_id and c.id = new.comment_id and c.post_id = new.post_id
      and c.deleted_at is null and p.deleted_at is null;
  end if;
  if new.kind = 'mention' and not exists (
    select 1 from public.post_mentions m
    where m.tenant_id = new.tenant_id and m.place_id = coalesce(new.comment_id, new.post_id) and m.user_id = new.user_id) then
    new.known_stream := null;
  end if;
  return new;
end $$;
create trigger notifications_insert_knows_stream before insert on public.notifications
  for each row execute function private.notifications_know_stream();

-- p_comment, p_person: null means all of the post.
create function private.doubt_notices(p_tenant uuid, p_post uuid, p_comment uuid default null, p_person uuid default null)
returns void
language plpgsql volatile security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
begin
  perform pg_advisory_xact_lock_shared(private.notice_gate());
  update public.notifications n set known_stream = null
  where n.tenant_id = p_tenant and n.post_id = p_post and (p_comment is null or n.comment_id = p_comment)
    and (p_person is null or n.user_id = p_person)
    and n.is_latest and n.read_at is null and n.known_stream is not null;
end $$;

-- A comment stands in the stream of its post, so the post alone tells of a move.
create function private.posts_doubt_notices() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.doubt_notices(old.tenant_id, old.id);
  return null;
end $$;
create trigger posts_update_doubts_notices after update on public.posts
  for each row when (old.stream_id is distinct from new.stream_id or old.deleted_at is distinct from new.deleted_at)
  execute function private.posts_doubt_notices();
create trigger posts_delete_doubts_notices after delete on public.posts
  for each row execute function private.posts_doubt_notices();

create function private.post_comments_doubt_notices() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.doubt_notices(old.tenant_id, old.post_id, old.id);
  return null;
end $$;
create trigger post_comments_update_doubts_notices after update on public.post_comments
  for each row when (old.deleted_at is distinct from new.deleted_at) execute function private.post_comments_doubt_notices();
create trigger post_comments_delete_doubts_notices after delete on public.post_comments
  for each row execute function private.post_comments_doubt_notices();

create function private.post_mentions_doubt_notices() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.doubt_notices(old.tenant_id, old.post_id, old.comment_id, old.user_id);
  return null;
end $$;
create trigger post_mentions_delete_doubts_notices after delete on public.post_mentions
  for each row execute function private.post_mentions_doubt_notices();

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

-- How much is unread in each of my communities: [{tenant_id, unread, mentions, muted_until}]. Groups are counted, as lists
-- show them; 100 stands for more than 99. In a muted community nothing counts. On a community's host: that one alone.
-- What is known of a text counts from the index alone, for the streams that are mine in this moment; of the rest, at most
-- a hundred lines of each community are asked for.
create or replace function public.notification_counts() returns jsonb
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
      'mentions', least(100, coalesce(k.mentions, 0) + coalesce(c.mentions, 0)), 'muted_until', u.until) order by t.id), '[]')
    from unnest(mine) t(id)
    left join known k on k.tenant_id = t.id
    left join told c on c.tenant_id = t.id
    left join public.notification_mutes u on u.tenant_id = t.id and u.user_id = me and u.until > now());
end $$;
