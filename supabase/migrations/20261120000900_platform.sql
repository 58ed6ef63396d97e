-- The mother app: what the platform's staff may see and do. Their role alone is not enough: the token must be one
-- that the staff's own host got.

create function private.require_staff(p_roles text[]) returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  if private.token_scope() <> 'platform' or not exists (
    select 1 from public.platform_staff s where s.user_id = auth.uid() and s.role = any (p_roles)) then
    raise exception 'forbidden:staff_only' using errcode = '42501';
  end if;
  return auth.uid();
end $$;

create function public.platform_communities(
  p_query text default '', p_before timestamptz default null, p_before_id uuid default null, p_limit integer default 50
) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  wanted text := lower(btrim(left(coalesce(p_query, ''), 80)));
begin
  perform private.require_staff(array['super_admin', 'operator', 'support', 'auditor']);
  return jsonb_build_object('items', coalesce((
    select jsonb_agg(private.tenant_card(t.id) || jsonb_build_object(
      'member_count', t.member_count, 'post_count', t.post_count, 'tier', t.tier, 'isolation', t.isolation,
      'region', t.region, 'created_at', t.created_at) order by t.created_at desc, t.id desc)
    from (select x.* from public.tenants x
          where (x.created_at, x.id) < (coalesce(p_before, 'infinity'), coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
            and (wanted = '' or starts_with(x.slug, wanted) or starts_with(lower(x.name), wanted))
          order by x.created_at desc, x.id desc limit private.page_size(p_limit, 100)) t), '[]'));
end $$;
create index tenants_newest_idx on public.tenants (created_at desc, id desc);

create function public.set_community_status(p_tenant uuid, p_status text, p_reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.require_staff(array['super_admin', 'operator']);
  if p_status not in ('active', 'suspended') or char_length(btrim(coalesce(p_reason, ''))) not between 3 and 500 then
    raise exception 'invalid:status' using errcode = 'P0001';
  end if;
  update public.tenants t set status = p_status where t.id = p_tenant and t.status in ('active', 'suspended');
  if not found then raise exception 'not_found:community' using errcode = '42501'; end if;
  perform private.write_audit(p_tenant, 'tenant.' || p_status || '_by_staff', 'tenant', p_tenant::text, btrim(p_reason));
end $$;

grant execute on function public.platform_communities(text, timestamptz, uuid, integer),
  public.set_community_status(uuid, text, text) to authenticated;
