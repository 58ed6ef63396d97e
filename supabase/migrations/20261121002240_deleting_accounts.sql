-- Deleting an account: asked for with a sign-in that is fresh, taken back whenever one likes for fourteen days, and done by
-- the worker after them. What waits, and what was done, stands in the ledger of erasures, under no community.

-- Communities that somebody would leave without an owner although others belong to them. Where nobody else does, the
-- community ends with its last person.
create function private.held_communities(p_user uuid) returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
  select m.tenant_id
  from public.tenant_users m join public.tenants t on t.id = m.tenant_id and t.status <> 'deleted'
  where m.user_id = p_user and m.role = 'owner' and m.status = 'active'
    and not exists (
      select 1 from public.tenant_users o
      where o.tenant_id = m.tenant_id and o.role = 'owner' and o.status = 'active' and o.user_id <> p_user)
    and exists (
      select 1 from public.tenant_users o join public.profiles p on p.id = o.user_id and not p.is_placeholder
      where o.tenant_id = m.tenant_id and o.status = 'active' and o.user_id <> p_user);
end $$;

-- A community that somebody would leave without an owner: who would know the work best owns it; where nobody is left, it
-- ends.
create function private.hand_over_community(p_tenant uuid, p_user uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  heir uuid;
begin
  perform 1 from public.tenants t where t.id = p_tenant for no key update;
  if not exists (select 1 from public.tenant_users m where m.tenant_id = p_tenant and m.user_id = p_user
                 and m.role = 'owner' and m.status = 'active')
     or exists (select 1 from public.tenant_users o where o.tenant_id = p_tenant and o.user_id <> p_user
                and o.role = 'owner' and o.status = 'active') then return; end if;
  select x.user_id into heir
  from public.tenant_users x join public.profiles p on p.id = x.user_id and not p.is_placeholder
  where x.tenant_id = p_tenant and x.status = 'active' and x.user_id <> p_user
  order by private.role_rank(x.role) desc, x.joined_at, x.user_id limit 1;
  if heir is not null then
    update public.tenant_users m set role = 'owner' where m.tenant_id = p_tenant and m.user_id = heir;
  else
    update public.tenants t set status = 'deleted' where t.id = p_tenant and t.status <> 'deleted';
  end if;
end $$;

-- Whether the sign-in behind a token is recent enough for what cannot be undone.
create function private.is_fresh_sign_in(p_user uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select 1 from auth.sessions s
    where s.user_id = p_user and s.id = nullif(private.claims() ->> 'session_id', '')::uuid
      and s.created_at > now() - interval '15 minutes');
end $$;

-- What deleting the account would mean, and what is asked for already. Communities that were left count where something
-- of the person is still there.
create function public.account_deletion() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
  held uuid[] := array(select private.held_communities(me));
begin
  return jsonb_build_object(
    'waiting', (
      select jsonb_build_object('requested_at', e.requested_at, 'due_at', e.due_at, 'begun', e.begun_at is not null,
        'mode', e.mode, 'ways', e.ways)
      from private.erasures e where e.user_id = me and e.tenant_id is null and e.state = 'waiting'),
    'fresh', private.is_fresh_sign_in(me),
    'journeys', (select count(*) from public.user_journeys j where j.owner_id = me),
    'companies', (select count(*) from public.journey_companions c where c.user_id = me),
    'exporting', exists (select 1 from public.data_exports x where x.user_id = me and x.status in ('waiting', 'running')),
    'communities', coalesce((
      select jsonb_agg(jsonb_build_object(
        'community', private.tenant_card(m.tenant_id), 'left', m.status = 'removed',
        'posts', (select count(*) from public.posts p
                  where p.tenant_id = m.tenant_id and p.author_id = me and p.deleted_at is null and p.visibility <> 'me'),
        'comments', (select count(*) from public.post_comments c
                     where c.tenant_id = m.tenant_id and c.author_id = me and c.deleted_at is null),
        'held', m.tenant_id = any (held),
        'closes', m.role = 'owner' and m.status = 'active' and m.tenant_id <> all (held) and not exists (
          select 1 from public.tenant_users o
          where o.tenant_id = m.tenant_id and o.role = 'owner' and o.status = 'active' and o.user_id <> me),
        -- Who would know the work; all of them can be found in the list of members.
        'heirs', case when m.tenant_id = any (held) then (
          select jsonb_agg(jsonb_build_object('id', h.user_id, 'name', h.display_name, 'avatar', h.avatar_path, 'role', h.role)
            order by private.role_rank(h.role) desc, h.joined_at, h.user_id)
          from (select x.user_id, x.display_name, x.avatar_path, x.role, x.joined_at from public.tenant_users x
                join public.profiles p on p.id = x.user_id and not p.is_placeholder
                where x.tenant_id = m.tenant_id and x.status = 'active' and x.user_id <> me
                order by private.role_rank(x.role) desc, x.joined_at, x.user_id limit 6) h) else '[]'::jsonb end)
        order by lower(t.name), t.id)
      from public.tenant_users m join public.tenants t on t.id = m.tenant_id and t.status <> 'deleted'
      where m.user_id = me), '[]'));
end $$;

-- Asks for it. p_ways: {community: 'keep' | 'anonymise' | 'remove'}, where it is to be another way than p_mode. Returns when
-- it may begin. Raises forbidden:sign_in_again without a fresh sign-in, conflict:owner_somewhere while a community would be
-- left without an owner, conflict:deletion_waiting where it is asked for already.
create function public.request_account_deletion(p_mode text default 'anonymise', p_ways jsonb default '{}') returns timestamptz
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
  modes constant text[] := array['keep', 'anonymise', 'remove'];
  due timestamptz := now() + interval '14 days';
begin
  if not private.is_fresh_sign_in(me) then raise exception 'forbidden:sign_in_again' using errcode = '42501'; end if;
  if p_mode is null or p_mode <> all (modes) or jsonb_typeof(p_ways) is distinct from 'object'
     or length(p_ways::text) > 100000
     or exists (select 1 from jsonb_each_text(p_ways) w
                where not private.is_uuid(w.key) or w.value is null or w.value <> all (modes)) then
    raise exception 'invalid:mode' using errcode = 'P0001';
  end if;
  if exists (select 1 from private.held_communities(me)) then
    raise exception 'conflict:owner_somewhere' using errcode = 'P0001';
  end if;
  insert into private.erasures (subject_hash, mode, user_id, due_at, ways)
  values (private.subject_hash(me, null), p_mode, me, due, p_ways);
  perform private.write_audit('00000000-0000-0000-0000-000000000000', 'account.deletion_requested', 'account', me::text);
  return due;
exception when unique_violation then
  raise exception 'conflict:deletion_waiting' using errcode = 'P0001';
end $$;

-- Takes it back, as long as nothing of it is done: nothing of the wish remains but the note that there was one.
create function public.cancel_account_deletion() returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
  waiting private.erasures;
begin
  -- Whoever comes at the very moment in which the worker begins waits for it, and comes too late.
  select * into waiting from private.erasures e
  where e.user_id = me and e.tenant_id is null and e.state = 'waiting' for update;
  if waiting.id is null then raise exception 'not_found:deletion' using errcode = 'P0001'; end if;
  if waiting.begun_at is not null then raise exception 'conflict:deletion_begun' using errcode = 'P0001'; end if;
  delete from private.erasures e where e.id = waiting.id;
  perform private.write_audit('00000000-0000-0000-0000-000000000000', 'account.deletion_cancelled', 'account', me::text);
end $$;
grant execute on function
  public.account_deletion(), public.request_account_deletion(text, jsonb), public.cancel_account_deletion()
to authenticated;

-- Every page says when an account is to go: leaves_at of its person.
create or replace function public.request_context(
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
  answer jsonb := jsonb_build_object('tenant', null, 'viewer', null, 'membership', null, 'moved_to', null,
    'arrival', null);
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
      'shortcuts', person.shortcuts,
      'session_id', auth_session, 'host_session_id', session.id,
      'leaves_at', (select e.due_at from private.erasures e
                    where e.user_id = me and e.tenant_id is null and e.state = 'waiting'),
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
      if member.status = 'active' then
        answer := answer || jsonb_build_object('arrival', private.arrival_of(community, member));
      end if;
    end if;
  end if;
  return answer;
end $$;
