-- Pictures and faces of a shared post are seen by those who may read it where it came to: as long as its grant holds,
-- asked anew for each file. Moderators see those of what waits at their door, as they read its words.

-- Whether a grant brings the reader one of these posts of a community into one of theirs, or asks them to let it in.
create function private.reads_shared(p_home uuid, p_posts uuid[]) returns boolean
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  mine uuid[] := private.my_tenants();
  guarded uuid[];
  open record;
begin
  if coalesce(cardinality(mine), 0) = 0 or coalesce(cardinality(p_posts), 0) = 0 then return false; end if;
  select array_agg(s.post_id) as posts, array_agg(s.target_tenant_id) as targets into open
  from public.content_sharing s
  where s.tenant_id = p_home and s.post_id = any (p_posts) and s.target_tenant_id = any (mine) and s.state = 'active';
  if open.posts is not null and exists (
    select 1 from private.live_shares(array_fill(p_home, array[cardinality(open.posts)]), open.posts, open.targets)) then
    return true;
  end if;
  guarded := private.my_tenants_as('moderator');
  return cardinality(guarded) > 0 and exists (
    select 1 from public.content_sharing s cross join lateral private.waiting_at(s.target_tenant_id, null, 1000) w
    where s.tenant_id = p_home and s.post_id = any (p_posts) and s.state = 'waiting' and s.target_tenant_id = any (guarded)
      and w.share_id = s.id);
end $$;

create or replace function private.may_read_media(p_tenant uuid, p_media uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  member boolean := coalesce(p_tenant = any (private.my_tenants()), false);
  streams uuid[];
begin
  if not exists (select 1 from public.media m where m.tenant_id = p_tenant and m.id = p_media and m.removed_at is null) then
    return false;
  end if;
  if not member and p_tenant is distinct from private.public_host_tenant() then
    return private.reads_shared(p_tenant, array(
      select u.post_id from public.media_uses u
      where u.tenant_id = p_tenant and u.media_id = p_media and u.post_id is not null));
  end if;
  if member then
    if exists (select 1 from public.media m
               where m.tenant_id = p_tenant and m.id = p_media and m.owner_id = auth.uid()) then
      return true;
    end if;
    streams := private.my_streams();
  end if;
  return exists (
    select 1 from public.media_uses u
    join public.posts p on p.tenant_id = u.tenant_id and p.id = u.post_id
    where u.tenant_id = p_tenant and u.media_id = p_media and p.deleted_at is null
      and case when member then p.stream_id = any (streams) else p.visibility = 'public' end)
  or exists (
    select 1 from public.media_uses u
    join public.post_comments c on c.tenant_id = u.tenant_id and c.id = u.comment_id
    where u.tenant_id = p_tenant and u.media_id = p_media and c.deleted_at is null
      and case when member then c.stream_id = any (streams) else c.is_public end
      and (c.lane_of is null or private.lane_is_open(c.tenant_id, c.lane_of, c.post_id)));
end $$;

-- A face is seen by oneself, by those who see a card that bears it, and by those to whom a post of that person came.
create or replace function private.may_see_avatar(p_folder text, p_person uuid, p_path text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  mine uuid[] := private.my_tenants();
  host uuid := private.public_host_tenant();
  bearer record;
begin
  if p_person = auth.uid() and (p_folder = 'people' or p_folder = any (mine::text[])) then return true; end if;
  if exists (
    select 1 from public.tenant_users m
    where m.user_id = p_person and m.avatar_path = p_path and (m.tenant_id = any (mine) or m.tenant_id = host)) then
    return true;
  end if;
  if coalesce(cardinality(mine), 0) = 0 then return false; end if;
  for bearer in
    select m.tenant_id from public.tenant_users m where m.user_id = p_person and m.avatar_path = p_path
  loop
    if private.reads_shared(bearer.tenant_id, array(
      select s.post_id from public.content_sharing s
      where s.tenant_id = bearer.tenant_id and s.author_id = p_person and s.target_tenant_id = any (mine)
        and s.state = 'active')) then
      return true;
    end if;
  end loop;
  return false;
end $$;
