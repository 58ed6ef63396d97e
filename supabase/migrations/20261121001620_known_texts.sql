-- Counting what is unread without asking for each line anew: a line about a text at home keeps in which stream that
-- text stood, until anything about the text changes. What is not known, or no longer, is asked for each time.

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
