-- What each side of a share or a connection reads of it, and who may still listen when it ends.

create or replace function private.record_change() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  -- Kept by workers and triggers, or repeated elsewhere: no news in themselves.
  noise constant text[] := array['updated_at', 'version', 'like_count', 'comment_count', 'share_count', 'member_count',
                                 'post_count', 'lead', 'body_length', 'stream_id', 'is_public', 'path', 'depth',
                                 'found_by', 'found_by_moderators', 'approved_by', 'ended_by'];
  entity constant text := tg_argv[0];
  book constant text := tg_argv[1];
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  is_now jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  row_now jsonb := coalesce(case when tg_op <> 'DELETE' then to_jsonb(new) end, to_jsonb(old));
  tenant uuid := case entity when 'tenant' then (row_now ->> 'id')::uuid else (row_now ->> 'tenant_id')::uuid end;
  verb text := case tg_op when 'INSERT' then 'created' when 'DELETE' then 'deleted' else 'updated' end;
  request text := private.request_header('x-request-id');
  -- What happens between two communities is done by somebody of one of them, whom the other's admins do not read of.
  reader_sees uuid := case when entity not in ('share', 'connection') or tenant = any (private.my_tenants()) then auth.uid() end;
begin
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(n.key, n.value), jsonb_object_agg(n.key, was -> n.key)
    into is_now, was
    from jsonb_each(is_now) n
    where n.key <> all (noise) and n.value is distinct from (was -> n.key);
    if is_now is null then return null; end if;
    if is_now ? 'deleted_at' then verb := case when is_now ->> 'deleted_at' is null then 'restored' else 'removed' end; end if;
  else
    was := was - noise;
    is_now := is_now - noise;
  end if;
  if book in ('events', 'both') then
    insert into public.domain_events
      (tenant_id, stream_type, stream_id, stream_version, type, data, actor_id, correlation_id)
    values (tenant, entity, (row_now ->> tg_argv[2])::uuid,
            (row_now ->> 'version')::integer + case when tg_op = 'DELETE' then 1 else 0 end,
            entity || '.' || verb, jsonb_build_object('old', was, 'new', is_now), auth.uid(), request);
  end if;
  if book in ('audit', 'both') then
    insert into public.audit_logs (tenant_id, actor_id, actor_role, action, target_type, target_id, old, new, request_id)
    values (coalesce(tenant, '00000000-0000-0000-0000-000000000000'), reader_sees, coalesce(private.claims() ->> 'role', session_user), entity || '.' || verb, entity,
            row_now ->> tg_argv[2], was, is_now, request);
  end if;
  return null;
end $$;

-- What the other community's log and audit say of a grant: that it exists, not what is in the post. Its admins read of
-- the author, whom the post names, and of their own people.
create or replace function private.tell_target(p_share public.content_sharing, p_what text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  told jsonb := jsonb_build_object('new', jsonb_build_object('home_id', p_share.tenant_id, 'post_id', p_share.post_id,
    'scope', p_share.scope, 'state', p_share.state, 'expires_at', p_share.expires_at));
  reader_sees uuid := case when auth.uid() = p_share.author_id or p_share.target_tenant_id = any (private.my_tenants())
    then auth.uid() end;
begin
  insert into public.domain_events (tenant_id, stream_type, stream_id, type, data, actor_id, correlation_id)
  values (p_share.target_tenant_id, 'received_share', p_share.id, 'received_share.' || p_what, told, auth.uid(),
          private.request_header('x-request-id'));
  insert into public.audit_logs (tenant_id, actor_id, actor_role, action, target_type, target_id, new, request_id)
  values (p_share.target_tenant_id, reader_sees, coalesce(private.claims() ->> 'role', session_user),
          'received_share.' || p_what, 'received_share', p_share.id, told -> 'new', private.request_header('x-request-id'));
end $$;

-- Whether somebody may read a post in a community, whoever asks: at home as its audience, elsewhere, as a member, while
-- the grant holds that brought it there.
create or replace function private.may_hear_post(p_person uuid, p_tenant uuid, p_post uuid) returns boolean
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
drop trigger tenants_pause_rechecks on public.tenants;
create trigger tenants_pause_rechecks after update of status, sharing_out, sharing_in on public.tenants
  for each statement execute function private.recheck_listeners();
