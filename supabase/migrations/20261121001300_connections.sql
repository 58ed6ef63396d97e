-- Communities that let posts travel between them. Each side has a row of its own and sees the other from there; both are
-- written together, by functions only.

-- Whether posts may leave, whether they may come, and whose arrival the moderators look at first.
alter table public.tenants
  add column sharing_out text not null default 'connected' check (sharing_out in ('nobody', 'connected', 'anyone')),
  add column sharing_in text not null default 'connected' check (sharing_in in ('nobody', 'connected', 'anyone')),
  add column sharing_review text not null default 'unconnected' check (sharing_review in ('none', 'unconnected', 'all'));
grant select (sharing_out, sharing_in, sharing_review) on public.tenants to authenticated;
grant update (sharing_out, sharing_in, sharing_review) on public.tenants to authenticated;

create table public.community_connections (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  connected_id uuid not null references public.tenants (id) on delete cascade,
  state text not null check (state in ('proposed', 'accepted', 'declined', 'ended')),
  -- Whether this side asked.
  ours boolean not null,
  -- Where posts may go, seen from this side.
  direction text not null check (direction in ('out', 'in', 'both')),
  -- The most that a share under the connection may allow.
  scope text not null check (scope in ('view', 'comment', 'reshare')),
  paused_here boolean not null default false,
  paused_there boolean not null default false,
  message text not null default '' check (char_length(message) <= 500),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (tenant_id, connected_id),
  check (tenant_id <> connected_id),
  check (state = 'accepted' or not (paused_here or paused_there))
);
create index community_connections_connected_idx on public.community_connections (connected_id, tenant_id);
create trigger community_connections_update_keeps_tenant before update of tenant_id on public.community_connections
  for each row execute function private.keep_tenant();
create trigger community_connections_update_touches before update on public.community_connections
  for each row execute function private.touch_row();
create trigger community_connections_record after insert or update or delete on public.community_connections
  for each row execute function private.record_change('connection', 'both', 'connected_id');

alter table public.community_connections enable row level security;
alter table public.community_connections force row level security;
revoke all on public.community_connections from public, anon, authenticated, service_role;
grant select on public.community_connections to authenticated;
create policy community_connections_all_bound on public.community_connections as restrictive for all to anon, authenticated
  using ((select private.bound_tenant()) is null or tenant_id = (select private.bound_tenant()))
  with check ((select private.bound_tenant()) is null or tenant_id = (select private.bound_tenant()));
-- Members see with whom their community shares; what is asked and answered is for those who may decide.
create policy community_connections_select_members on public.community_connections for select to authenticated using (
  tenant_id = any ((select private.my_tenants())::uuid[])
  and (state = 'accepted' or tenant_id = any ((select private.my_tenants_as('admin'))::uuid[])));

create function private.other_way(p_direction text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select case p_direction when 'out' then 'in' when 'in' then 'out' else 'both' end
$$;

create function private.scope_rank(p_scope text) returns integer
language sql immutable parallel safe set search_path = '' as $$
  select case p_scope when 'reshare' then 3 when 'comment' then 2 when 'view' then 1 else 0 end
$$;

-- Takes both rows, always in one order, so that two sides that act at once wait for each other.
create function private.hold_connection(p_tenant uuid, p_with uuid) returns public.community_connections
language plpgsql volatile security definer set search_path = '' as $$
declare
  row public.community_connections;
begin
  perform 1 from public.community_connections c
  where (c.tenant_id, c.connected_id) in ((p_tenant, p_with), (p_with, p_tenant))
  order by c.tenant_id for update;
  select c.* into row from public.community_connections c where c.tenant_id = p_tenant and c.connected_id = p_with;
  if row.tenant_id is null then raise exception 'not_found:connection' using errcode = 'P0001'; end if;
  return row;
end $$;

create function private.set_connection(p_tenant uuid, p_with uuid, p_state text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  update public.community_connections c
  set state = p_state, paused_here = c.paused_here and p_state = 'accepted',
      paused_there = c.paused_there and p_state = 'accepted'
  where (c.tenant_id, c.connected_id) in ((p_tenant, p_with), (p_with, p_tenant));
end $$;

-- Asks another community for a connection, by its address. Who may not know of a community cannot ask it.
-- Direction is seen from p_tenant. Returns the id of the other community.
create function public.propose_connection(
  p_tenant uuid, p_slug text, p_direction text default 'both', p_scope text default 'comment', p_message text default ''
) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_role(p_tenant, 'admin');
  other uuid;
  row public.community_connections;
begin
  select t.id into other from public.tenants t
  where t.slug = lower(btrim(p_slug)) and t.status = 'active' and t.id <> p_tenant
    and (t.privacy <> 'secret' or exists (select 1 from public.tenant_users m
      where m.tenant_id = t.id and m.user_id = me and m.status = 'active'));
  if other is null then raise exception 'not_found:community' using errcode = 'P0001'; end if;
  if (select count(*) from public.community_connections c
      where c.tenant_id = p_tenant and c.ours and c.updated_at > now() - interval '1 day') >= 20 then
    raise exception 'rate_limited:connections_per_day' using errcode = 'P0001';
  end if;
  -- The rows of both, in the order of hold_connection.
  insert into public.community_connections (tenant_id, connected_id, state, ours, direction, scope, message)
  select x.tenant_id, x.connected_id, 'ended', x.ours, 'both', 'view', ''
  from (values (p_tenant, other, true), (other, p_tenant, false)) x(tenant_id, connected_id, ours)
  order by x.tenant_id
  on conflict do nothing;
  row := private.hold_connection(p_tenant, other);
  if row.state in ('proposed', 'accepted') then
    raise exception 'conflict:connection_exists' using errcode = 'P0001';
  end if;
  update public.community_connections c
  set state = 'proposed', ours = (c.tenant_id = p_tenant), scope = p_scope, message = btrim(coalesce(p_message, '')),
      direction = case when c.tenant_id = p_tenant then p_direction else private.other_way(p_direction) end
  where (c.tenant_id, c.connected_id) in ((p_tenant, other), (other, p_tenant));
  return other;
end $$;

-- Accepts or declines what the other side asked.
create function public.answer_connection(p_tenant uuid, p_with uuid, p_accept boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  row public.community_connections;
begin
  perform private.require_role(p_tenant, 'admin');
  row := private.hold_connection(p_tenant, p_with);
  if row.state <> 'proposed' or row.ours then
    raise exception 'conflict:connection_answered' using errcode = 'P0001';
  end if;
  perform private.set_connection(p_tenant, p_with, case when p_accept then 'accepted' else 'declined' end);
end $$;

-- Pauses or resumes a connection from one's own side: while either side pauses, what was shared under it is not seen.
create function public.pause_connection(p_tenant uuid, p_with uuid, p_paused boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  row public.community_connections;
begin
  perform private.require_role(p_tenant, 'admin');
  row := private.hold_connection(p_tenant, p_with);
  if row.state <> 'accepted' then raise exception 'conflict:not_connected' using errcode = 'P0001'; end if;
  update public.community_connections c
  set paused_here = case when c.tenant_id = p_tenant then p_paused else c.paused_here end,
      paused_there = case when c.tenant_id = p_with then p_paused else c.paused_there end
  where (c.tenant_id, c.connected_id) in ((p_tenant, p_with), (p_with, p_tenant));
end $$;

create function private.place_card(p_tenant uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'accent', t.accent, 'logo_path', t.logo_path,
    'members', t.member_count)
  from public.tenants t where t.id = p_tenant
$$;

-- The communities that a community shares with, for its members, by name.
create function private.connected_places(p_tenant uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(private.place_card(x.id) order by lower(x.name), x.id), '[]')
  from (select t.id, t.name
        from public.community_connections c join public.tenants t on t.id = c.connected_id
        where c.tenant_id = p_tenant and c.state = 'accepted' and t.status = 'active' and t.privacy <> 'secret'
        order by lower(t.name), t.id limit 50) x
$$;

-- With whom a community is connected: for members those that hold, for admins also what was asked, either way, and what
-- the community lets out and in. Members learn of a secret community from itself alone.
create function public.community_connections_page(p_tenant uuid) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  admin boolean := p_tenant = any (private.my_tenants_as('admin'));
begin
  if not coalesce(p_tenant = any (private.my_tenants()), false) then return null; end if;
  return jsonb_build_object(
    'policy', case when admin then (
      select jsonb_build_object('sharing_out', t.sharing_out, 'sharing_in', t.sharing_in, 'sharing_review', t.sharing_review,
        'version', t.version)
      from public.tenants t where t.id = p_tenant) end,
    'connections', coalesce((
      select jsonb_agg(private.place_card(c.connected_id) || jsonb_build_object(
          'state', c.state, 'ours', c.ours, 'direction', c.direction, 'scope', c.scope, 'paused_here', c.paused_here,
          'paused_there', c.paused_there, 'message', case when admin then c.message end, 'since', c.updated_at,
          'shares', case when admin then private.shares_under(p_tenant, c.connected_id) end)
        order by c.updated_at desc, c.connected_id)
      from (select x.*
            from public.community_connections x join public.tenants t on t.id = x.connected_id
            where x.tenant_id = p_tenant and t.status <> 'deleted'
              and (admin and x.state in ('proposed', 'accepted') or x.state = 'accepted' and t.privacy <> 'secret')
            order by x.updated_at desc limit 200) c), '[]'));
end $$;

grant execute on function
  public.propose_connection(uuid, text, text, text, text), public.answer_connection(uuid, uuid, boolean),
  public.pause_connection(uuid, uuid, boolean), public.community_connections_page(uuid)
to authenticated;
