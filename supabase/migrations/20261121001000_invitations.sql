-- Links that let people in past the door. Only functions reach them: what is kept of a code is its hash.

create table public.tenant_invitations (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null default private.uuid_v7(),
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  -- Of the address that a personal link was made for; such a link works once.
  email_hash text check (email_hash ~ '^[0-9a-f]{64}$'),
  role text not null default 'member' check (role in ('admin', 'moderator', 'member')),
  max_uses integer not null default 1 check (max_uses between 1 and 1000),
  uses integer not null default 0,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references public.tenant_users (tenant_id, user_id) on update cascade,
  check (uses between 0 and max_uses),
  check (email_hash is null or max_uses = 1)
);
create unique index tenant_invitations_code_idx on public.tenant_invitations (code_hash);
create index tenant_invitations_maker_idx on public.tenant_invitations (tenant_id, created_by);
create index tenant_invitations_list_idx on public.tenant_invitations (tenant_id, created_at desc, id desc)
  where revoked_at is null;
create index tenant_invitations_address_idx on public.tenant_invitations (tenant_id, email_hash)
  where email_hash is not null and revoked_at is null;
create trigger tenant_invitations_update_keeps_tenant before update of tenant_id on public.tenant_invitations
  for each row execute function private.keep_tenant();
alter table public.tenant_invitations enable row level security;
alter table public.tenant_invitations force row level security;
revoke all on public.tenant_invitations from public, anon, authenticated, service_role;

-- A link is as good as who made it: it ends with their power to give its role.
create function private.is_live(p_invitation public.tenant_invitations) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return p_invitation.revoked_at is null and p_invitation.expires_at > now() and p_invitation.uses < p_invitation.max_uses
    and exists (
      select 1 from public.tenant_users m
      where m.tenant_id = p_invitation.tenant_id and m.user_id = p_invitation.created_by and m.status = 'active'
        and private.role_rank(m.role) >= greatest(3, private.role_rank(p_invitation.role)));
end $$;

-- One link for up to p_max_uses people, or with p_email_hashes, beside p_code_hashes, a link for each address; an
-- earlier link of the same address that nobody used ends. Gives until when they work.
create function public.create_invitations(
  p_tenant uuid, p_code_hashes text[], p_email_hashes text[] default null, p_role text default 'member',
  p_max_uses integer default 1, p_days integer default 7
) returns timestamptz
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_role(p_tenant, 'admin');
  n constant integer := coalesce(cardinality(p_code_hashes), 0);
  until constant timestamptz := now() + make_interval(days => p_days);
  code text;
  address text;
  made uuid;
  old uuid;
begin
  if n not between 1 and 200 or p_role not in ('admin', 'moderator', 'member') or p_max_uses not between 1 and 1000
     or p_days not between 1 and 90 or (p_email_hashes is null and n <> 1)
     or (p_email_hashes is not null and (cardinality(p_email_hashes) <> n or p_max_uses <> 1)) then
    raise exception 'invalid:invitation' using errcode = 'P0001';
  end if;
  if private.role_rank(p_role) > (select private.role_rank(m.role) from public.tenant_users m
                                  where m.tenant_id = p_tenant and m.user_id = me) then
    raise exception 'forbidden:role' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('invitations:' || p_tenant::text, 0));
  if n + (select count(*) from public.tenant_invitations i
          where i.tenant_id = p_tenant and i.revoked_at is null and i.expires_at > now() and i.uses < i.max_uses) > 2000 then
    raise exception 'rate_limited:invitations' using errcode = 'P0001';
  end if;
  for code, address in select c, e from unnest(p_code_hashes, coalesce(p_email_hashes, array[null::text])) as x(c, e) loop
    for old in
      update public.tenant_invitations i set revoked_at = now()
      where i.tenant_id = p_tenant and i.email_hash = address and i.revoked_at is null and i.uses = 0
      returning i.id loop
      perform private.write_audit(p_tenant, 'invitation.revoked', 'invitation', old::text);
    end loop;
    insert into public.tenant_invitations
      (tenant_id, code_hash, email_hash, role, max_uses, expires_at, created_by)
    values (p_tenant, code, address, p_role, p_max_uses, until, me) returning id into made;
    perform private.write_audit(p_tenant, 'invitation.created', 'invitation', made::text);
  end loop;
  return until;
end $$;

-- The links that still let somebody in, newest first. Null where the caller may not know.
create function public.list_invitations(
  p_tenant uuid, p_before timestamptz default null, p_before_id uuid default null, p_limit integer default 30
) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  n integer := private.page_size(p_limit);
  answer jsonb;
begin
  if not coalesce(p_tenant = any (private.my_tenants_as('admin')), false) then return null; end if;
  with found as materialized (
    select i.* from public.tenant_invitations i
    where i.tenant_id = p_tenant and i.revoked_at is null and i.expires_at > now() and i.uses < i.max_uses
      and (i.created_at, i.id)
        < (coalesce(p_before, 'infinity'), coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
    order by i.created_at desc, i.id desc limit n + 1),
  page as materialized (select f.* from found f order by f.created_at desc, f.id desc limit n)
  select jsonb_build_object(
    'items', coalesce((
      select jsonb_agg(jsonb_build_object('id', p.id, 'role', p.role, 'uses', p.uses, 'max_uses', p.max_uses,
        'personal', p.email_hash is not null, 'expires_at', p.expires_at, 'created_at', p.created_at,
        'by', m.display_name,
        'works', m.status = 'active' and private.role_rank(m.role) >= greatest(3, private.role_rank(p.role)))
        order by p.created_at desc, p.id desc)
      from page p join public.tenant_users m on m.tenant_id = p.tenant_id and m.user_id = p.created_by), '[]'),
    'next', (select jsonb_build_object('at', p.created_at, 'id', p.id) from page p
             where (select count(*) from found) > n order by p.created_at, p.id limit 1))
  into answer;
  return answer;
end $$;

-- Ends a link. Repeating it changes nothing.
create function public.revoke_invitation(p_tenant uuid, p_invitation uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  invitation public.tenant_invitations;
begin
  perform private.require_role(p_tenant, 'admin');
  select * into invitation from public.tenant_invitations i
  where i.tenant_id = p_tenant and i.id = p_invitation for update;
  if invitation.id is null then raise exception 'not_found:invitation' using errcode = '42501'; end if;
  if invitation.revoked_at is not null then return; end if;
  update public.tenant_invitations i set revoked_at = now() where i.tenant_id = p_tenant and i.id = p_invitation;
  perform private.write_audit(p_tenant, 'invitation.revoked', 'invitation', p_invitation::text);
end $$;

-- What a link shows. Null for a code that is wrong, spent, old or revoked, and for whom the community has shut out:
-- nobody can tell these apart. Who is inside already is told so.
create function public.invitation_page(p_code_hash text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  invitation public.tenant_invitations;
  community public.tenants;
  member public.tenant_users;
begin
  if private.bound_tenant() is not null or private.token_scope() = 'platform' then return null; end if;
  select * into invitation from public.tenant_invitations i where i.code_hash = p_code_hash;
  select * into community from public.tenants t where t.id = invitation.tenant_id and t.status = 'active';
  if community.id is null then return null; end if;
  select * into member from public.tenant_users m where m.tenant_id = community.id and m.user_id = auth.uid();
  if member.status is distinct from 'active' and (not private.is_live(invitation)
     or (member.status in ('suspended', 'removed') and member.left_at is null)) then
    return null;
  end if;
  return private.tenant_card(community.id) || jsonb_build_object(
    'rules', community.rules, 'rules_version', community.rules_version, 'role', invitation.role,
    'inside', coalesce(member.status = 'active', false),
    'member_count', community.member_count + private.unfolded(community.id, 'tenant.members', community.id));
end $$;

-- Takes an invitation, whatever the door says. The invitation's row is the lock that counts each use once.
create function public.accept_invitation(p_code_hash text, p_rules integer default null) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
  invitation public.tenant_invitations;
  community public.tenants;
  member public.tenant_users;
  ruled boolean;
begin
  select * into invitation from public.tenant_invitations i where i.code_hash = p_code_hash for update;
  select * into community from public.tenants t where t.id = invitation.tenant_id and t.status = 'active';
  select * into member from public.tenant_users m
  where m.tenant_id = community.id and m.user_id = me for update;
  if member.status = 'active' then return community.slug; end if;
  if community.id is null or not private.is_live(invitation)
     or (member.status in ('suspended', 'removed') and member.left_at is null) then
    raise exception 'not_found:invitation' using errcode = '42501';
  end if;
  ruled := btrim(community.rules, E' \t\r\n') <> '';
  if ruled and p_rules is null then raise exception 'invalid:rules_first' using errcode = 'P0001'; end if;
  if ruled and p_rules <> community.rules_version then
    raise exception 'invalid:rules_changed' using errcode = 'P0001';
  end if;
  insert into public.tenant_users as m
    (tenant_id, user_id, role, status, display_name, avatar_path, rules_version, rules_accepted_at)
  select community.id, p.id, invitation.role, 'active', p.display_name, p.avatar_path,
         case when ruled then p_rules end, case when ruled then now() end
  from public.profiles p where p.id = me
  on conflict (tenant_id, user_id) do update
    set status = 'active', left_at = null, joined_at = now(),
        rules_version = excluded.rules_version, rules_accepted_at = excluded.rules_accepted_at,
        role = case when m.status = 'invited' and private.role_rank(m.role) > private.role_rank(excluded.role)
               then m.role else excluded.role end;
  update public.tenant_invitations i set uses = i.uses + 1 where i.tenant_id = invitation.tenant_id and i.id = invitation.id;
  perform private.begin_arrival(community.id, me);
  update public.profiles p set primary_tenant_id = community.id where p.id = me and p.primary_tenant_id is null;
  return community.slug;
end $$;

grant execute on function
  public.create_invitations(uuid, text[], text[], text, integer, integer),
  public.list_invitations(uuid, timestamptz, uuid, integer), public.revoke_invitation(uuid, uuid),
  public.accept_invitation(text, integer)
to authenticated;
grant execute on function public.invitation_page(text) to anon, authenticated;
