-- Sessions of community hosts and the one-time codes that carry a sign-in there. Only the app itself may touch them.

create table private.handoff_codes (
  code_hash text primary key,
  user_id uuid not null references public.profiles (id) on delete cascade,
  auth_session_id uuid not null,
  -- Null for the host of the platform's staff.
  tenant_id uuid references public.tenants (id) on delete cascade,
  host text not null,
  nonce_hash text not null,
  path text not null check (path ~ '^/' and char_length(path) <= 2048),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '60 seconds'
);
create index handoff_codes_person_idx on private.handoff_codes (user_id);
create index handoff_codes_tenant_idx on private.handoff_codes (tenant_id);
create index handoff_codes_expiry_idx on private.handoff_codes (expires_at);

create table private.host_sessions (
  id uuid primary key default private.uuid_v7(),
  token_hash text not null unique,
  user_id uuid not null references public.profiles (id) on delete cascade,
  tenant_id uuid references public.tenants (id) on delete cascade,
  host text not null,
  auth_session_id uuid not null,
  ip text,
  user_agent text,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '30 days',
  revoked_at timestamptz
);
create index host_sessions_person_idx on private.host_sessions (user_id);
create index host_sessions_tenant_idx on private.host_sessions (tenant_id);
create index host_sessions_auth_idx on private.host_sessions (auth_session_id) where revoked_at is null;
create index host_sessions_expiry_idx on private.host_sessions (expires_at);

-- A community by the name its host carries: its slug under the root domain, or a verified domain of its own.
create function private.tenant_of_ref(p_ref text) returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  if position('.' in p_ref) > 0 then
    return (select d.tenant_id from public.tenant_domains d where d.domain = p_ref and d.status = 'active');
  end if;
  return (select t.id from public.tenants t where t.slug = p_ref);
end $$;

-- Whoever holds a domain next must not meet the sessions of the community that left it.
create function private.tenant_domains_end_sessions() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'DELETE' or new.status <> 'active' or new.domain <> old.domain then
    update private.host_sessions s set revoked_at = now()
    where s.host = old.domain and s.tenant_id = old.tenant_id and s.revoked_at is null;
    delete from private.handoff_codes c where c.host = old.domain and c.tenant_id = old.tenant_id;
  end if;
  return null;
end $$;
create trigger tenant_domains_leave_ends_sessions after update or delete on public.tenant_domains
  for each row when (old.status = 'active') execute function private.tenant_domains_end_sessions();

-- Whether a sign-in of the Auth service lives: not signed out, not past its time, its person neither banned nor gone.
-- Null where none is named.
create function private.is_signed_in(p_user uuid, p_auth_session uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  if p_auth_session is null then return null; end if;
  return exists (
    select 1 from auth.sessions a join auth.users u on u.id = a.user_id
    where a.id = p_auth_session and a.user_id = p_user and coalesce(a.not_after > now(), true)
      and coalesce(u.banned_until <= now(), true) and u.deleted_at is null);
end $$;

-- Whether somebody may know of a community: a secret one is there for its people and those it invited alone.
create function private.may_know(p_user uuid, p_tenant uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select 1 from public.tenants t
    where t.id = p_tenant and t.status <> 'deleted' and (t.privacy <> 'secret' or exists (
      select 1 from public.tenant_users m
      where m.tenant_id = t.id and m.user_id = p_user and m.status in ('active', 'invited'))));
end $$;

create function private.primary_domain(p_tenant uuid) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select d.domain from public.tenant_domains d where d.tenant_id = p_tenant and d.is_primary and d.status = 'active');
end $$;

-- The domain that links to a community should use. Silent about communities that nobody may know of.
create function public.community_domain(p_slug text) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_server();
  return (select private.primary_domain(t.id) from public.tenants t 
    where t.slug = p_slug and t.privacy <> 'secret' and t.status <> 'deleted');
end $$;

create function private.tenant_card(p_tenant uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select jsonb_build_object(
    'id', t.id, 'slug', t.slug, 'name', t.name, 'tagline', t.tagline, 'accent', t.accent, 'logo_path', t.logo_path,
    'locale', t.locale, 'time_zone', t.time_zone, 'status', t.status, 'privacy', t.privacy,
    'join_policy', t.join_policy, 'domain', private.primary_domain(t.id))
  from public.tenants t where t.id = p_tenant);
end $$;

-- One call per request: which community is this host, who asks, and what are they to it.
-- p_ref is null on the network and platform hosts; p_host is the host as the browser knows it, without port.
create function public.request_context(
  p_ref text, p_host text, p_session_hash text default null, p_user uuid default null, p_auth_session uuid default null
) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  community public.tenants;
  member public.tenant_users;
  person public.profiles;
  session private.host_sessions;
  me uuid;
  auth_session uuid;
  answer jsonb := jsonb_build_object('tenant', null, 'viewer', null, 'membership', null, 'moved_to', null);
begin
  perform private.require_server();
  if p_ref is not null then
    select * into community from public.tenants t where t.id = private.tenant_of_ref(p_ref) and t.status <> 'deleted';
    if community.id is null then
      return answer || jsonb_build_object('moved_to', (
        select t.slug from public.tenant_former_slugs f join public.tenants t on t.id = f.tenant_id
        where f.slug = p_ref and t.status <> 'deleted' and t.privacy <> 'secret'));
    end if;
  end if;

  if p_session_hash is not null then
    select * into session from private.host_sessions s
    where s.token_hash = p_session_hash and s.host = p_host and s.tenant_id is not distinct from community.id
      and s.revoked_at is null and s.expires_at > now();
    me := session.user_id;
    auth_session := session.auth_session_id;
  elsif p_user is not null then
    me := p_user;
    auth_session := p_auth_session;
  end if;
  -- Ending the sign-in on the network host ends everything that grew from it.
  if me is not null and private.is_signed_in(me, auth_session) is not true then
    me := null;
  end if;

  if me is not null then
    select * into person from public.profiles p where p.id = me;
    if session.id is not null and session.last_seen_at < now() - interval '5 minutes' then
      update private.host_sessions s set last_seen_at = now() where s.id = session.id;
    end if;
    answer := answer || jsonb_build_object('viewer', jsonb_build_object(
      'id', person.id, 'display_name', person.display_name, 'avatar_path', person.avatar_path,
      'locale', person.locale, 'time_zone', person.time_zone, 'appearance', person.appearance,
      'session_id', auth_session, 'host_session_id', session.id,
      'staff_role', case when p_ref is null then (select s.role from public.platform_staff s where s.user_id = me) end));
    if community.id is not null then
      select * into member from public.tenant_users m where m.tenant_id = community.id and m.user_id = me;
    end if;
  end if;

  if community.id is not null then
    if community.privacy = 'secret' and coalesce(member.status, 'none') not in ('active', 'invited') then
      return answer || jsonb_build_object('viewer', null);
    end if;
    answer := answer || jsonb_build_object('tenant', private.tenant_card(community.id) || jsonb_build_object(
      'flags', community.flags, 'settings', community.settings));
    if member.user_id is not null and member.left_at is null then
      answer := answer || jsonb_build_object('membership', jsonb_build_object(
        'role', member.role, 'status', member.status, 'display_name', member.display_name,
        'avatar_path', member.avatar_path, 'joined_at', member.joined_at));
    end if;
  end if;
  return answer;
end $$;

create function public.issue_handoff(
  p_user uuid, p_auth_session uuid, p_ref text, p_host text, p_code_hash text, p_nonce_hash text, p_path text
) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare
  tenant uuid := private.tenant_of_ref(p_ref);
begin
  perform private.require_server();
  if p_ref is null and not exists (select 1 from public.platform_staff s where s.user_id = p_user) then return false; end if;
  -- One answer for a host of nobody and for one that this person must not know of.
  if p_ref is not null and not private.may_know(p_user, tenant) then return false; end if;
  if private.is_signed_in(p_user, p_auth_session) is not true then return false; end if;
  insert into private.handoff_codes (code_hash, user_id, auth_session_id, tenant_id, host, nonce_hash, path)
  values (p_code_hash, p_user, p_auth_session, tenant, p_host, p_nonce_hash, p_path);
  return true;
end $$;

-- Whatever is wrong with the attempt, the code is spent.
create function public.redeem_handoff(
  p_code_hash text, p_host text, p_nonce_hash text, p_session_hash text, p_ip text, p_user_agent text
) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
  code private.handoff_codes;
begin
  perform private.require_server();
  delete from private.handoff_codes c where c.code_hash = p_code_hash returning * into code;
  if code.code_hash is null or code.expires_at <= now() or code.host <> p_host or code.nonce_hash <> p_nonce_hash
     or private.is_signed_in(code.user_id, code.auth_session_id) is not true then
    return null;
  end if;
  insert into private.host_sessions (token_hash, user_id, tenant_id, host, auth_session_id, ip, user_agent)
  values (p_session_hash, code.user_id, code.tenant_id, p_host, code.auth_session_id, left(p_ip, 64), left(p_user_agent, 300));
  return code.path;
end $$;

create function public.end_host_session(p_session_hash text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.require_server();
  update private.host_sessions s set revoked_at = now() where s.token_hash = p_session_hash and s.revoked_at is null;
end $$;

create function public.end_all_sessions(p_user uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.require_server();
  update private.host_sessions s set revoked_at = now() where s.user_id = p_user and s.revoked_at is null;
  delete from private.handoff_codes c where c.user_id = p_user;
  delete from auth.sessions a where a.user_id = p_user;
end $$;

create function private.require_network_viewer() returns uuid
language plpgsql stable set search_path = '' as $$
begin
  -- A token of the staff's host shows what staff may see, and none of their own communities.
  if auth.uid() is null or private.bound_tenant() is not null or private.token_scope() not in ('network', '') then
    raise exception 'forbidden:network_only' using errcode = '42501';
  end if;
  return auth.uid();
end $$;

create function public.list_my_sessions() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
begin
  return jsonb_build_object(
    'network', coalesce((
      select jsonb_agg(jsonb_build_object('id', a.id, 'created_at', a.created_at,
        'current', a.id::text = coalesce(private.claims() ->> 'session_id', '')) order by a.created_at desc)
      from (select x.id, x.created_at from auth.sessions x where x.user_id = me order by x.created_at desc limit 50) a), '[]'),
    'hosts', coalesce((
      select jsonb_agg(jsonb_build_object('id', s.id, 'host', s.host, 'ip', s.ip, 'user_agent', s.user_agent,
        'created_at', s.created_at, 'last_seen_at', s.last_seen_at, 'auth_session_id', s.auth_session_id,
        'community', case when s.tenant_id is not null then private.tenant_card(s.tenant_id) end) order by s.last_seen_at desc)
      from (select h.* from private.host_sessions h
            where h.user_id = me and h.revoked_at is null and h.expires_at > now()
              and exists (select 1 from auth.sessions x where x.id = h.auth_session_id)
            order by h.last_seen_at desc limit 200) s), '[]'));
end $$;

create function public.end_my_session(p_kind text, p_id uuid) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
begin
  if p_kind = 'host' then
    update private.host_sessions s set revoked_at = now() where s.id = p_id and s.user_id = me and s.revoked_at is null;
  elsif p_kind = 'network' then
    update private.host_sessions s set revoked_at = now()
    where s.auth_session_id = p_id and s.user_id = me and s.revoked_at is null;
    delete from auth.sessions a where a.id = p_id and a.user_id = me;
  else
    raise exception 'invalid:kind' using errcode = 'P0001';
  end if;
  return found;
end $$;

create function private.purge_sessions() returns void
language sql volatile security definer set search_path = '' as $$
  delete from private.handoff_codes where expires_at < now() - interval '1 hour';
  delete from private.host_sessions where expires_at < now() - interval '30 days' or revoked_at < now() - interval '30 days';
$$;

revoke all on all tables in schema private from anon, authenticated, service_role;
grant execute on function public.request_context(text, text, text, uuid, uuid),
  public.issue_handoff(uuid, uuid, text, text, text, text, text),
  public.redeem_handoff(text, text, text, text, text, text),
  public.end_host_session(text), public.end_all_sessions(uuid), public.community_domain(text) to anon;
grant execute on function public.list_my_sessions(), public.end_my_session(text, uuid) to authenticated;
