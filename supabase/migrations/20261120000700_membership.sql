-- Founding, joining, leaving, roles: the only ways in which communities and memberships change.

create function private.require_role(p_tenant uuid, p_role text) returns uuid
language plpgsql stable set search_path = '' as $$
begin
  if auth.uid() is null or not (p_tenant = any (private.my_tenants_as(p_role))) then
    raise exception 'forbidden:role' using errcode = '42501';
  end if;
  return auth.uid();
end $$;

-- One answer for "taken", "reserved" and "too much like another": an address tells nothing about what is behind it.
create function private.require_free_slug(p_slug text, p_for uuid default null) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if p_slug !~ '^[a-z0-9](?:[a-z0-9]|-(?!-)){0,38}[a-z0-9]$' then
    raise exception 'invalid:slug' using errcode = 'P0001';
  end if;
  if exists (select 1 from private.reserved_slugs r
             where r.slug = p_slug or private.slug_skeleton(r.slug) = private.slug_skeleton(p_slug))
     or exists (select 1 from public.tenants t
                where private.slug_skeleton(t.slug) = private.slug_skeleton(p_slug) and t.id is distinct from p_for)
     or exists (select 1 from public.tenant_former_slugs f
                where private.slug_skeleton(f.slug) = private.slug_skeleton(p_slug) and f.tenant_id is distinct from p_for) then
    raise exception 'conflict:slug_unavailable' using errcode = 'P0001';
  end if;
end $$;
create index reserved_slugs_skeleton_idx on private.reserved_slugs (private.slug_skeleton(slug));
create index tenant_former_slugs_skeleton_idx on public.tenant_former_slugs (private.slug_skeleton(slug));

create function public.create_community(
  p_slug text, p_name text, p_tagline text default '', p_privacy text default 'public',
  p_join_policy text default 'open', p_locale text default 'en', p_time_zone text default 'UTC', p_accent text default '#0f6b6b'
) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
  tenant uuid;
begin
  -- Serialises a person's own attempts; the second click of a double one gets what the first founded.
  perform pg_advisory_xact_lock(hashtextextended('create_community:' || me::text, 0));
  select t.id into tenant from public.tenants t
  where t.slug = p_slug and t.created_by = me and t.name = btrim(p_name) and t.created_at > now() - interval '2 minutes';
  if tenant is not null then return private.tenant_card(tenant); end if;
  if (select count(*) from public.tenants t where t.created_by = me and t.created_at > now() - interval '1 day') >= 10 then
    raise exception 'rate_limited:communities_per_day' using errcode = 'P0001';
  end if;
  perform private.require_free_slug(p_slug);
  insert into public.tenants (slug, name, tagline, privacy, join_policy, locale, time_zone, accent, created_by, listed)
  values (p_slug, btrim(p_name), btrim(p_tagline), p_privacy, p_join_policy, p_locale, p_time_zone, lower(p_accent), me,
          p_privacy = 'public')
  returning id into tenant;
  insert into public.tenant_users (tenant_id, user_id, role, status, display_name, avatar_path)
  select tenant, p.id, 'owner', 'active', p.display_name, p.avatar_path from public.profiles p where p.id = me;
  update public.profiles p set primary_tenant_id = tenant where p.id = me and p.primary_tenant_id is null;
  return private.tenant_card(tenant);
exception when unique_violation then
  raise exception 'conflict:slug_unavailable' using errcode = 'P0001';
end $$;

create function public.rename_community(p_tenant uuid, p_slug text) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
  was text;
begin
  perform private.require_role(p_tenant, 'owner');
  select t.slug into was from public.tenants t where t.id = p_tenant for update;
  if was = p_slug then return was; end if;
  -- A former address stays its community's for good: without a bound, renaming would be a way to collect addresses.
  if not exists (select 1 from public.tenant_former_slugs f where f.tenant_id = p_tenant and f.slug = p_slug)
     and (select count(*) from public.tenant_former_slugs f
          where f.tenant_id = p_tenant and f.replaced_at > now() - interval '30 days') >= 5 then
    raise exception 'rate_limited:renames' using errcode = 'P0001';
  end if;
  perform private.require_free_slug(p_slug, p_tenant);
  insert into public.tenant_former_slugs (tenant_id, slug) values (p_tenant, was)
  on conflict (tenant_id, slug) do update set replaced_at = now();
  delete from public.tenant_former_slugs f where f.tenant_id = p_tenant and f.slug = p_slug;
  update public.tenants t set slug = p_slug where t.id = p_tenant;
  return p_slug;
exception when unique_violation then
  raise exception 'conflict:slug_unavailable' using errcode = 'P0001';
end $$;

-- Returns the membership's status. Repeating it changes nothing.
create function public.join_community(p_tenant uuid) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := auth.uid();
  community public.tenants;
  member public.tenant_users;
  wanted text;
begin
  if me is null or coalesce(private.bound_tenant(), p_tenant) <> p_tenant then
    raise exception 'forbidden:community' using errcode = '42501';
  end if;
  select * into community from public.tenants t where t.id = p_tenant and t.status = 'active';
  select * into member from public.tenant_users m where m.tenant_id = p_tenant and m.user_id = me for update;
  if community.id is null or (community.privacy = 'secret' and coalesce(member.status, '') not in ('invited', 'active')) then
    raise exception 'not_found:community' using errcode = '42501';
  end if;
  if member.status in ('active', 'requested') then return member.status; end if;
  if member.status in ('suspended', 'removed') and member.left_at is null then
    raise exception 'forbidden:membership_%', member.status using errcode = '42501';
  end if;
  wanted := case when member.status = 'invited' or community.join_policy = 'open' then 'active'
                 when community.join_policy = 'request' then 'requested' end;
  if wanted is null then
    raise exception 'forbidden:invitation_needed' using errcode = '42501';
  end if;
  insert into public.tenant_users as m (tenant_id, user_id, role, status, display_name, avatar_path)
  select p_tenant, p.id, 'member', wanted, p.display_name, p.avatar_path from public.profiles p where p.id = me
  on conflict (tenant_id, user_id) do update
    set status = excluded.status, left_at = null, joined_at = now(),
        role = case when m.status = 'invited' then m.role else 'member' end;
  update public.profiles p set primary_tenant_id = p_tenant
  where p.id = me and p.primary_tenant_id is null and wanted = 'active';
  return wanted;
end $$;

-- The community's row is the lock that keeps two last owners from leaving at once.
create function private.require_another_owner(p_tenant uuid, p_user uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform 1 from public.tenants t where t.id = p_tenant for no key update;
  if not exists (select 1 from public.tenant_users m
                 where m.tenant_id = p_tenant and m.role = 'owner' and m.status = 'active' and m.user_id <> p_user) then
    raise exception 'conflict:last_owner' using errcode = 'P0001';
  end if;
end $$;

create function public.leave_community(p_tenant uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := auth.uid();
  member public.tenant_users;
begin
  if me is null or coalesce(private.bound_tenant(), p_tenant) <> p_tenant then
    raise exception 'forbidden:community' using errcode = '42501';
  end if;
  -- Locked, so that nobody makes a leaving person the last owner meanwhile.
  select * into member from public.tenant_users m where m.tenant_id = p_tenant and m.user_id = me for update;
  if member.status is null or member.status in ('removed', 'suspended') then
    raise exception 'not_found:membership' using errcode = '42501';
  end if;
  if member.role = 'owner' and member.status = 'active' then perform private.require_another_owner(p_tenant, me); end if;
  update public.tenant_users m set status = 'removed', left_at = now(), role = 'member'
  where m.tenant_id = p_tenant and m.user_id = me;
  delete from public.group_members g where g.tenant_id = p_tenant and g.user_id = me;
end $$;

-- Those above may change those below; nobody lifts anybody above themselves.
create function public.set_member(p_tenant uuid, p_user uuid, p_role text default null, p_status text default null)
returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_role(p_tenant, 'moderator');
  my_rank integer;
  member public.tenant_users;
  new_role text;
  new_status text;
begin
  if (p_role is not null and private.role_rank(p_role) = 0)
     or (p_status is not null and p_status not in ('active', 'suspended', 'removed')) then
    raise exception 'invalid:member' using errcode = 'P0001';
  end if;
  select private.role_rank(m.role) into my_rank from public.tenant_users m where m.tenant_id = p_tenant and m.user_id = me;
  select * into member from public.tenant_users m where m.tenant_id = p_tenant and m.user_id = p_user for update;
  if member.user_id is null or member.left_at is not null then
    raise exception 'not_found:member' using errcode = '42501';
  end if;
  new_role := coalesce(p_role, member.role);
  new_status := coalesce(p_status, member.status);
  if p_role is not null and p_role <> member.role
     and (my_rank < 3 or private.role_rank(p_role) > my_rank or (p_role = 'owner' and my_rank < 4)) then
    raise exception 'forbidden:role' using errcode = '42501';
  end if;
  if private.role_rank(member.role) > my_rank or (private.role_rank(member.role) = my_rank and my_rank < 4 and p_user <> me) then
    raise exception 'forbidden:role' using errcode = '42501';
  end if;
  if member.role = 'owner' and member.status = 'active' and (new_role <> 'owner' or new_status <> 'active') then
    perform private.require_another_owner(p_tenant, p_user);
  end if;
  -- A request is answered; an invitation is for the invited person to take.
  if member.status = 'invited' and new_status = 'active' then
    raise exception 'forbidden:invitation_is_theirs' using errcode = '42501';
  end if;
  update public.tenant_users m set role = new_role, status = new_status,
    joined_at = case when member.status = 'requested' and new_status = 'active' then now() else m.joined_at end
  where m.tenant_id = p_tenant and m.user_id = p_user;
  if new_status <> 'active' then
    delete from public.group_members g where g.tenant_id = p_tenant and g.user_id = p_user;
  end if;
  return jsonb_build_object('role', new_role, 'status', new_status);
end $$;

-- An imported person who turns up: an admin makes a code, the person spends it once.
create function public.create_member_claim(p_tenant uuid, p_user uuid, p_code_hash text) returns timestamptz
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_role(p_tenant, 'admin');
  until timestamptz := now() + interval '7 days';
begin
  if not exists (select 1 from public.tenant_users m join public.profiles p on p.id = m.user_id
                 where m.tenant_id = p_tenant and m.user_id = p_user and p.is_placeholder) then
    raise exception 'not_found:member' using errcode = '42501';
  end if;
  -- Who claims a membership gets its role: nobody hands out a role above their own.
  if exists (select 1 from public.tenant_users m join public.tenant_users mine on mine.tenant_id = m.tenant_id
             where m.tenant_id = p_tenant and m.user_id = p_user and mine.user_id = me
               and private.role_rank(m.role) > private.role_rank(mine.role)) then
    raise exception 'forbidden:role' using errcode = '42501';
  end if;
  insert into public.member_claims (tenant_id, user_id, code_hash, created_by, expires_at)
  values (p_tenant, p_user, p_code_hash, me, until)
  on conflict (tenant_id, user_id) do update
    set code_hash = excluded.code_hash, created_by = excluded.created_by, expires_at = excluded.expires_at;
  return until;
end $$;

create function public.claim_member(p_tenant uuid, p_code_hash text) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := auth.uid();
  claim public.member_claims;
begin
  if me is null or coalesce(private.bound_tenant(), p_tenant) <> p_tenant then
    raise exception 'forbidden:community' using errcode = '42501';
  end if;
  delete from public.member_claims c
  where c.tenant_id = p_tenant and c.code_hash = p_code_hash and c.expires_at > now() returning * into claim;
  if claim.user_id is null then
    raise exception 'not_found:claim' using errcode = '42501';
  end if;
  if exists (select 1 from public.tenant_users m where m.tenant_id = p_tenant and m.user_id = me) then
    raise exception 'conflict:already_member' using errcode = 'P0001';
  end if;
  -- Everything the archive says this person wrote follows by the foreign keys.
  update public.tenant_users m
  set user_id = me, status = 'active', left_at = null,
      role = case when m.role = 'owner' then 'owner' else m.role end
  where m.tenant_id = p_tenant and m.user_id = claim.user_id;
  delete from public.profiles p where p.id = claim.user_id and p.is_placeholder
    and not exists (select 1 from public.tenant_users m where m.user_id = p.id);
  return 'active';
end $$;

grant execute on function
  public.create_community(text, text, text, text, text, text, text, text), public.rename_community(uuid, text),
  public.join_community(uuid), public.leave_community(uuid), public.set_member(uuid, uuid, text, text),
  public.create_member_claim(uuid, uuid, text), public.claim_member(uuid, text)
to authenticated;
