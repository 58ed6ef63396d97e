-- A person's page in a community, and what they choose for themselves on every host.

alter table public.profiles add column shortcuts boolean not null default true;
comment on column public.profiles.shortcuts is 'Whether single keys do something on pages (WCAG 2.1.4).';
grant update (shortcuts) on public.profiles to authenticated;

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
    end if;
  end if;
  return answer;
end $$;

-- The base profile shows through where somebody chose no face of their own. A name that came with an archive stays.
create function private.profiles_copy_name() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.tenant_users m set display_name = new.display_name
  where m.user_id = new.id and m.archive_ref is null and m.display_name is distinct from new.display_name
    and not exists (select 1 from public.user_profiles u where u.tenant_id = m.tenant_id and u.user_id = m.user_id);
  return null;
end $$;
create trigger profiles_update_copies_name after update of display_name on public.profiles
  for each row when (old.display_name is distinct from new.display_name and not new.is_placeholder)
  execute function private.profiles_copy_name();

create function private.shown_bio(p_tenant uuid, p_user uuid) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce(
    (select u.bio from public.user_profiles u where u.tenant_id = p_tenant and u.user_id = p_user),
    (select p.bio from public.profiles p where p.id = p_user), '');
end $$;

create or replace function private.member_card(p_tenant uuid, p_user uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select jsonb_build_object('id', m.user_id, 'name', m.display_name, 'avatar', m.avatar_path, 'role', m.role,
      'status', m.status, 'joined_at', m.joined_at, 'bio', left(private.shown_bio(p_tenant, p_user), 280),
      'imported', p.is_placeholder)
    from public.tenant_users m
    join public.profiles p on p.id = m.user_id
    where m.tenant_id = p_tenant and m.user_id = p_user);
end $$;

drop index public.post_comments_author_idx;
create index post_comments_author_idx on public.post_comments (tenant_id, author_id, created_at desc, id desc);

-- A member as their community knows them, with a page of what they wrote there and the caller may read, newest first:
-- p_part 'posts' or 'comments'. Null for whoever does not belong here, and alike for a person who does not.
create function public.member_page(
  p_tenant uuid, p_user uuid, p_part text default 'posts',
  p_before timestamptz default null, p_before_id uuid default null, p_limit integer default 20
) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := auth.uid();
  n integer := private.page_size(p_limit);
  before_at timestamptz := coalesce(p_before, 'infinity');
  before_id uuid := coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  streams uuid[];
  posts uuid[];
  found_in uuid[];
  items jsonb := '[]';
begin
  if not coalesce(p_tenant = any (private.my_tenants()), false) then return null; end if;
  perform 1 from public.tenant_users m where m.tenant_id = p_tenant and m.user_id = p_user and m.status = 'active';
  if not found then return null; end if;
  streams := private.my_streams();
  if p_part = 'comments' then
    select coalesce(jsonb_agg(jsonb_build_object(
        'id', c.id, 'post_id', c.post_id, 'post_title', c.title, 'post_author', c.author,
        'lead', left(c.body, 600), 'body_length', char_length(c.body),
        'created_at', c.created_at, 'edited_at', c.edited_at) order by c.created_at desc, c.id desc), '[]')
    into items
    from (
      select x.id, x.post_id, x.body, x.created_at, x.edited_at, p.title, a.display_name as author
      from public.post_comments x
      join public.posts p on p.tenant_id = x.tenant_id and p.id = x.post_id and p.deleted_at is null
      join public.tenant_users a on a.tenant_id = p.tenant_id and a.user_id = p.author_id
      where x.tenant_id = p_tenant and x.author_id = p_user and x.deleted_at is null
        and x.stream_id = any (streams) and (x.created_at, x.id) < (before_at, before_id)
      order by x.created_at desc, x.id desc limit n) c;
  else
    select array_agg(page.id), array_agg(page.stream_id) into posts, found_in
    from (
      select p.id, p.stream_id from public.posts p
      where p.tenant_id = p_tenant and p.author_id = p_user and p.deleted_at is null
        and p.stream_id = any (streams) and (p.created_at, p.id) < (before_at, before_id)
      order by p.created_at desc, p.id desc limit n) page;
    if posts is not null then
      items := private.post_cards(array_fill(p_tenant, array[cardinality(posts)]), posts, found_in, me);
    end if;
  end if;
  return jsonb_build_object(
    'member', private.member_card(p_tenant, p_user) || jsonb_build_object('bio', private.shown_bio(p_tenant, p_user)),
    'items', items);
end $$;
grant execute on function public.member_page(uuid, uuid, text, timestamptz, uuid, integer) to authenticated;

-- The moment of a wall time. Of one that comes twice, when clocks go back, the first counts; one that clocks skip is
-- what they show instead.
create function private.moment_of(p_wall timestamp, p_zone text) returns timestamptz
language plpgsql stable set search_path = '' as $$
declare
  read_as_utc timestamptz := p_wall at time zone 'UTC';
  day_before timestamptz := read_as_utc - interval '1 day';
  first timestamptz := read_as_utc - ((day_before at time zone p_zone) - (day_before at time zone 'UTC'));
begin
  if first at time zone p_zone = p_wall then return first; end if;
  return p_wall at time zone p_zone;
end $$;

grant execute on function private.moment_of(timestamp, text) to authenticated, service_role;

create or replace function private.events_place_in_time() returns trigger
language plpgsql set search_path = '' as $$
begin
  if not private.is_time_zone(new.time_zone) then
    raise exception 'invalid:time_zone' using errcode = 'P0001';
  end if;
  new.starts_at := private.moment_of(new.starts_local, new.time_zone);
  new.ends_at := private.moment_of(new.ends_local, new.time_zone);
  if tg_op = 'UPDATE' then
    new.updated_at := now();
    new.version := old.version + 1;
  end if;
  return new;
end $$;
