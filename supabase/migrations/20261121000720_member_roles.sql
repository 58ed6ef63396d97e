-- The list of members, narrowed to one role.

-- The few above member stand far apart in the list of a large community.
create index tenant_users_role_idx on public.tenant_users (tenant_id, role, joined_at, user_id)
  where status = 'active' and role <> 'member';

drop function public.list_members(uuid, text, timestamptz, uuid, integer, boolean);

-- Who belongs to a community, newest first, by pages of one call. p_role leaves everybody out who has another role.
-- p_active false asks for those who were suspended or removed or have an invitation, and is for moderators alone, as are
-- the requests that wait, which come with the first page of the whole list. A name is looked for in a bounded stretch of
-- the list: where it ends without filling the page, `next` says from where to go on. Returns null where the caller may
-- read nothing here.
create function public.list_members(
  p_tenant uuid, p_query text default '', p_after_joined timestamptz default null, p_after_id uuid default null,
  p_limit integer default 30, p_active boolean default true, p_role text default null
) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  n integer := private.page_size(p_limit);
  stretch constant integer := 10000;
  after_at timestamptz := coalesce(p_after_joined, 'infinity');
  after_id uuid := coalesce(p_after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  query text := btrim(left(coalesce(p_query, ''), 80));
  wanted text := '%' || replace(replace(replace(query, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  moderator boolean := p_tenant = any (private.my_tenants_as('moderator'));
  answer jsonb;
begin
  if not coalesce(p_tenant = any (private.my_tenants()) and (p_active or moderator), false) then return null; end if;
  with looked_at as materialized (
    select x.* from (
      (select m.user_id, m.joined_at, m.display_name from public.tenant_users m
       where p_active and p_role is null and m.tenant_id = p_tenant and m.status = 'active'
         and (m.joined_at, m.user_id) < (after_at, after_id)
       order by m.joined_at desc, m.user_id desc limit case when query = '' then n + 1 else stretch end)
      union all
      (select m.user_id, m.joined_at, m.display_name from public.tenant_users m
       where p_active and m.tenant_id = p_tenant and m.status = 'active'
         and m.role = p_role and m.role <> 'member' and (m.joined_at, m.user_id) < (after_at, after_id)
       order by m.joined_at desc, m.user_id desc limit case when query = '' then n + 1 else stretch end)
      union all
      (select m.user_id, m.joined_at, m.display_name from public.tenant_users m
       where p_active and p_role = 'member' and m.tenant_id = p_tenant and m.status = 'active'
         and m.role = 'member' and (m.joined_at, m.user_id) < (after_at, after_id)
       order by m.joined_at desc, m.user_id desc limit case when query = '' then n + 1 else stretch end)
      union all
      (select m.user_id, m.joined_at, m.display_name from public.tenant_users m
       where not p_active and m.tenant_id = p_tenant and m.status <> 'active' and m.status <> 'requested'
         and m.left_at is null and m.role = coalesce(p_role, m.role) and (m.joined_at, m.user_id) < (after_at, after_id)
       order by m.joined_at desc, m.user_id desc limit case when query = '' then n + 1 else stretch end)) x),
  found as materialized (
    select l.user_id, l.joined_at from looked_at l where query = '' or l.display_name ilike wanted
    order by l.joined_at desc, l.user_id desc limit n + 1),
  page as materialized (select f.* from found f order by f.joined_at desc, f.user_id desc limit n),
  last_place as (
    select p.joined_at, p.user_id from page p where (select count(*) from found) > n
    union all
    select l.joined_at, l.user_id from looked_at l
    where query <> '' and (select count(*) from found) <= n and (select count(*) from looked_at) = stretch
    order by joined_at, user_id limit 1)
  select jsonb_build_object(
    'items', coalesce((
      select jsonb_agg(private.member_card(p_tenant, p.user_id) order by p.joined_at desc, p.user_id desc) from page p), '[]'),
    'next', (select jsonb_build_object('at', l.joined_at, 'id', l.user_id) from last_place l))
  into answer;
  if moderator and p_active and p_role is null and p_after_joined is null then
    answer := answer || jsonb_build_object('waiting', coalesce((
      select jsonb_agg(private.member_card(p_tenant, w.user_id) order by w.joined_at, w.user_id)
      from (select m.user_id, m.joined_at from public.tenant_users m
            where m.tenant_id = p_tenant and m.status = 'requested'
            order by m.joined_at, m.user_id limit 50) w), '[]'));
  end if;
  return answer;
end $$;

grant execute on function public.list_members(uuid, text, timestamptz, uuid, integer, boolean, text) to authenticated;
