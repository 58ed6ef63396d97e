-- A community's members as a file for its admins. Every such file is in the audit log before its first row is read.

-- Begins one by an id of the caller's own, which then reads the rows, for them alone and a while. Ten an hour. Returns
-- how many members there are.
create function public.begin_member_export(p_tenant uuid, p_export uuid) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_role(p_tenant, 'admin');
  members bigint;
begin
  if (select count(*) from public.audit_logs a
      where a.tenant_id = p_tenant and a.occurred_at > now() - interval '1 hour'
        and a.actor_id = me and a.action = 'members.exported') >= 10 then
    raise exception 'rate_limited:exports' using errcode = 'P0001';
  end if;
  select count(*) into members from public.tenant_users m where m.tenant_id = p_tenant and m.status = 'active';
  insert into public.audit_logs (tenant_id, actor_id, actor_role, action, target_type, target_id, new, request_id)
  values (p_tenant, me, coalesce(private.claims() ->> 'role', session_user), 'members.exported', 'export', p_export::text,
          jsonb_build_object('count', members), private.request_header('x-request-id'));
  return members;
end $$;

-- The rows of one, in the order of joining, by pages. Names and what admins may see, no address.
create function public.export_members(
  p_tenant uuid, p_export uuid, p_after_joined timestamptz default null, p_after_id uuid default null, p_limit integer default 500
) returns jsonb
language plpgsql stable security definer set search_path = '' set enable_seqscan = off as $$
declare
  me uuid := private.require_role(p_tenant, 'admin');
begin
  if not exists (
    select from public.audit_logs a
    where a.tenant_id = p_tenant and a.occurred_at > now() - interval '30 minutes'
      and a.actor_id = me and a.action = 'members.exported' and a.target_id = p_export::text) then
    raise exception 'not_found:export' using errcode = '42501';
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', m.user_id, 'name', m.display_name, 'role', m.role,
        'joined_at', m.joined_at, 'listed', m.listed,
        'last_seen', (select max(s.last_seen_at) from private.host_sessions s
                      where s.user_id = m.user_id and s.tenant_id = p_tenant))
      || private.shown_details(p_tenant, m.user_id, true) order by m.joined_at, m.user_id), '[]')
    from (
      select x.* from public.tenant_users x
      where x.tenant_id = p_tenant and x.status = 'active'
        and (x.joined_at, x.user_id) > (coalesce(p_after_joined, '-infinity'), coalesce(p_after_id, '00000000-0000-0000-0000-000000000000'))
      order by x.joined_at, x.user_id limit private.page_size(p_limit, 500)) m);
end $$;

grant execute on function public.begin_member_export(uuid, uuid),
  public.export_members(uuid, uuid, timestamptz, uuid, integer) to authenticated;
