-- Who may listen to what. A page's own token for this (scope realtime) names its person as `listener`, never as `sub`:
-- to the Auth service, to Storage and to every other policy here it is nobody's. Only the database sends.
--   user:<person>                   what concerns one person, over all communities; not on a community's host
--   tenant:<community>:feed         something happened in a community
--   tenant:<community>:post:<post>  something happened under a post that the listener may read there

-- Whether somebody may read a post in a community, whoever asks: at home as its audience, elsewhere, as a member, while
-- the grant holds that brought it there.
create function private.may_hear_post(p_person uuid, p_tenant uuid, p_post uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  if exists (select 1 from public.posts p where p.tenant_id = p_tenant and p.id = p_post) then
    return exists (
      select 1 from public.posts p
      where p.tenant_id = p_tenant and p.id = p_post and p.deleted_at is null
        and (p.stream_id in (p_tenant, p_person)
          or exists (select 1 from public.group_members g
                     where g.tenant_id = p_tenant and g.group_id = p.stream_id and g.user_id = p_person)));
  end if;
  return exists (
    select 1 from public.content_sharing s
    join public.tenant_users m on m.tenant_id = p_tenant and m.user_id = p_person and m.status = 'active'
    cross join lateral private.live_shares(array[s.tenant_id], array[s.post_id], array[s.target_tenant_id]) l
    where s.target_tenant_id = p_tenant and s.post_id = p_post and s.state = 'active' and l.share_id = s.id);
end $$;

-- The topic that this request asks for, if it is open to the token's person at this moment, else null.
create function private.listening_topic() returns text
language plpgsql stable security definer set search_path = '' as $$
declare
  claims jsonb := private.claims();
  wanted text := realtime.topic();
  parts text[] := string_to_array(wanted, ':');
  me uuid;
  community uuid;
begin
  if wanted is null or private.token_scope() <> 'realtime' or not private.is_uuid(claims ->> 'listener') then
    return null;
  end if;
  me := (claims ->> 'listener')::uuid;
  if private.is_signed_in(me, nullif(claims ->> 'listener_session', '')::uuid) is not true then return null; end if;
  -- A page of a community's host stops listening with the session of that host.
  if claims ->> 'listener_host' is not null and not exists (
    select 1 from private.host_sessions s
    where s.id = (claims ->> 'listener_host')::uuid and s.user_id = me and s.revoked_at is null and s.expires_at > now()) then
    return null;
  end if;
  if parts[1] = 'user' then
    return case when wanted = 'user:' || me and claims ->> 'listener_tenant' is null then wanted end;
  end if;
  if parts[1] <> 'tenant' or not private.is_uuid(parts[2])
     or coalesce(claims ->> 'listener_tenant', parts[2]) <> parts[2] then
    return null;
  end if;
  community := parts[2]::uuid;
  if not exists (select 1 from public.tenant_users m join public.tenants t on t.id = m.tenant_id
                 where m.tenant_id = community and m.user_id = me and m.status = 'active' and t.status = 'active') then
    return null;
  end if;
  if cardinality(parts) = 3 and parts[3] = 'feed' then return wanted; end if;
  if cardinality(parts) = 4 and parts[3] = 'post' and private.is_uuid(parts[4])
     and private.may_hear_post(me, community, parts[4]::uuid) then
    return wanted;
  end if;
  return null;
end $$;
grant execute on function private.listening_topic() to anon;

create policy archipelago_listeners_select on realtime.messages for select to anon
  using (extension = 'broadcast' and topic = (select private.listening_topic()));

-- Whoever loses a place loses what they listen to there: a gateway that follows this channel asks anew at once, any
-- other when the token is renewed.
create function private.recheck_listeners() returns trigger
language plpgsql set search_path = '' as $$
begin
  perform pg_notify('realtime_recheck', '');
  return null;
end $$;
create trigger tenant_users_leave_rechecks after update of status or delete on public.tenant_users
  for each statement execute function private.recheck_listeners();
create trigger group_members_leave_rechecks after delete on public.group_members
  for each statement execute function private.recheck_listeners();
create trigger tenants_pause_rechecks after update of status, sharing_out, sharing_in on public.tenants
  for each statement execute function private.recheck_listeners();

-- Whoever loses what they listen to by a grant that ends is asked for anew at once. One statement wakes listeners once,
-- and so does one transaction: equal notices of a transaction are one.
create function private.recheck_ended_shares() returns trigger
language plpgsql set search_path = '' as $$
begin
  if exists (select 1 from now_rows n join was_rows w using (tenant_id, id)
             where w.state = 'active' and n.state <> 'active') then
    perform pg_notify('realtime_recheck', '');
  end if;
  return null;
end $$;
create trigger content_sharing_end_rechecks after update on public.content_sharing
  referencing old table as was_rows new table as now_rows
  for each statement execute function private.recheck_ended_shares();
create trigger content_sharing_leave_rechecks after delete on public.content_sharing
  for each statement execute function private.recheck_listeners();
create trigger community_connections_end_rechecks after update of state, paused_here, paused_there
  on public.community_connections for each statement execute function private.recheck_listeners();
