-- How somebody arrives in a community: which rules they accepted, and what they have yet to look at.

alter table public.tenants
  add column rules_version integer not null default 1,
  add column rules_changed_at timestamptz;
comment on column public.tenants.rules_changed_at is 'When members were last given other rules; null where the first still hold.';
alter table public.tenant_users
  add column rules_version integer,
  add column rules_accepted_at timestamptz;
comment on column public.tenant_users.rules_version is
  'The version of the rules that this person accepted; null where there were none, or nobody asked.';

-- Members are asked again when rules change, not when spaces around them do.
create function private.tenants_count_rules() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  new.rules_version := old.rules_version + 1;
  new.rules_changed_at := now();
  return new;
end $$;
create trigger tenants_update_counts_rules before update of rules on public.tenants
  for each row when (btrim(old.rules, E' \t\r\n') is distinct from btrim(new.rules, E' \t\r\n'))
  execute function private.tenants_count_rules();

create function private.begin_arrival(p_tenant uuid, p_user uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  insert into public.user_view_preferences (user_id, view) values (p_user, 'arrival.' || p_tenant)
  on conflict (user_id, view) do nothing;
end $$;

-- What a member is asked or shown: the version of rules that they have not accepted; whether they are new, and what an
-- owner who is new has done. Whoever writes the rules is not asked about them.
create function private.arrival_of(p_community public.tenants, p_member public.tenant_users) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  t constant uuid := p_community.id;
  arriving boolean := exists (
    select 1 from public.user_view_preferences v where v.user_id = p_member.user_id and v.view = 'arrival.' || t);
begin
  return jsonb_build_object(
    'rules', case when p_member.role not in ('owner', 'admin') and btrim(p_community.rules, E' \t\r\n') <> ''
                   and p_community.rules_changed_at > coalesce(p_member.rules_accepted_at, p_member.joined_at)
                   and p_member.rules_version is distinct from p_community.rules_version
             then p_community.rules_version end,
    'arriving', arriving,
    'done', case when arriving and p_member.role = 'owner' then jsonb_build_object(
      'look', p_community.logo_path is not null or p_community.accent <> '#0f6b6b',
      'rules', btrim(p_community.rules, E' \t\r\n') <> '',
      'post', exists (select 1 from public.posts p where p.tenant_id = t and p.deleted_at is null),
      'people', exists (select 1 from public.tenant_users m
                        where m.tenant_id = t and m.user_id <> p_member.user_id and m.left_at is null)) end);
end $$;

drop function public.join_community(uuid);

-- Returns the membership's status. Repeating it changes nothing. p_rules is the version of the rules that was accepted.
create function public.join_community(p_tenant uuid, p_rules integer default null) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := auth.uid();
  community public.tenants;
  member public.tenant_users;
  wanted text;
  ruled boolean;
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
  ruled := btrim(community.rules, E' \t\r\n') <> '';
  if ruled and p_rules is null then raise exception 'invalid:rules_first' using errcode = 'P0001'; end if;
  if ruled and p_rules <> community.rules_version then
    raise exception 'invalid:rules_changed' using errcode = 'P0001';
  end if;
  insert into public.tenant_users as m
    (tenant_id, user_id, role, status, display_name, avatar_path, rules_version, rules_accepted_at)
  select p_tenant, p.id, 'member', wanted, p.display_name, p.avatar_path,
         case when ruled then p_rules end, case when ruled then now() end
  from public.profiles p where p.id = me
  on conflict (tenant_id, user_id) do update
    set status = excluded.status, left_at = null, joined_at = now(),
        rules_version = excluded.rules_version, rules_accepted_at = excluded.rules_accepted_at,
        role = case when m.status = 'invited' then m.role else 'member' end;
  perform private.begin_arrival(p_tenant, me);
  update public.profiles p set primary_tenant_id = p_tenant
  where p.id = me and p.primary_tenant_id is null and wanted = 'active';
  return wanted;
end $$;

create or replace function public.create_community(
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
  perform private.begin_arrival(tenant, me);
  update public.profiles p set primary_tenant_id = tenant where p.id = me and p.primary_tenant_id is null;
  return private.tenant_card(tenant);
exception when unique_violation then
  raise exception 'conflict:slug_unavailable' using errcode = 'P0001';
end $$;

-- A member accepts the rules as they stand now.
create function public.accept_rules(p_tenant uuid, p_rules integer) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.require_role(p_tenant, 'member');
  if p_rules is distinct from (select t.rules_version from public.tenants t where t.id = p_tenant) then
    raise exception 'invalid:rules_changed' using errcode = 'P0001';
  end if;
  update public.tenant_users m set rules_version = p_rules, rules_accepted_at = now()
  where m.tenant_id = p_tenant and m.user_id = auth.uid() and m.rules_version is distinct from p_rules;
end $$;

-- Somebody has looked around and is new no more.
create function public.settle_in(p_tenant uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.require_role(p_tenant, 'member');
  delete from public.user_view_preferences v where v.user_id = auth.uid() and v.view = 'arrival.' || p_tenant;
end $$;

create or replace function public.community_home(p_tenant uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  t public.tenants;
  member boolean := p_tenant = any (private.my_tenants());
begin
  select * into t from public.tenants x where x.id = p_tenant and x.status = 'active';
  if t.id is null or coalesce(private.bound_tenant(), '00000000-0000-0000-0000-000000000000') <> p_tenant then return null; end if;
  if t.privacy = 'secret' and not exists (
    select 1 from public.tenant_users m where m.tenant_id = p_tenant and m.user_id = auth.uid()
      and m.status in ('active', 'invited')) then
    return null;
  end if;
  return jsonb_build_object(
    'description', case when t.privacy = 'public' or member then t.description else '' end,
    'rules', t.rules,
    'rules_version', t.rules_version,
    'member_count', case when t.privacy = 'public' or member
      then t.member_count + private.unfolded(t.id, 'tenant.members', t.id) end,
    'post_count', case when t.privacy = 'public' or member
      then t.post_count + private.unfolded(t.id, 'tenant.posts', t.id) end,
    'created_at', t.created_at,
    'next_event', case when t.privacy = 'public' or member then (
      select jsonb_build_object('id', e.id, 'title', e.title, 'starts_at', e.starts_at, 'ends_at', e.ends_at,
        'starts_local', e.starts_local, 'ends_local', e.ends_local, 'time_zone', e.time_zone, 'all_day', e.all_day,
        'online', e.online, 'city', e.city, 'country', e.country)
      from public.events e
      where e.tenant_id = p_tenant and e.starts_at > now() and e.cancelled_at is null
        and (member or e.visibility = 'public')
      order by e.starts_at, e.id limit 1) end,
    'feed', case when t.privacy = 'public' or member then public.community_feed(p_tenant, null, null, 5) end);
end $$;

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

grant execute on function
  public.join_community(uuid, integer), public.accept_rules(uuid, integer), public.settle_in(uuid)
to authenticated;
