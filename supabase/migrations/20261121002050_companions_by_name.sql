-- Inviting somebody to a journey by name. Only people who share a community with the owner can be named, and an invitation
-- holds only as long as they do: it says who goes where, to somebody who knows them.

create table public.journey_invitations (
  journey_id uuid not null references public.user_journeys (id) on delete cascade,
  user_id uuid not null references public.profiles (id) on delete cascade,
  role text not null check (role in ('editor', 'voter')),
  state text not null default 'open' check (state in ('open', 'declined')),
  created_at timestamptz not null default now(),
  answered_at timestamptz,
  primary key (journey_id, user_id),
  check ((state = 'declined') = (answered_at is not null))
);
create index journey_invitations_person_idx on public.journey_invitations (user_id, state);
alter table public.journey_invitations enable row level security;
alter table public.journey_invitations force row level security;
revoke all on public.journey_invitations from public, anon, authenticated, service_role;

create trigger journey_invitations_record after insert or update or delete on public.journey_invitations
  for each row execute function private.record_journey('journey_invitation', 'journey_id', '{journey_id,user_id,role,state}');

-- Whoever came along needs no invitation, in whatever way they came.
create function private.journey_companions_end_invitation() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from public.journey_invitations i where i.journey_id = new.journey_id and i.user_id = new.user_id;
  return null;
end $$;
create trigger journey_companions_insert_ends_invitation after insert on public.journey_companions
  for each row execute function private.journey_companions_end_invitation();

-- The communities of mine in which I may find somebody: they belong there, and are listed or I look after it.
create function private.found_in(p_person uuid) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select m.tenant_id from public.tenant_users m join public.profiles p on p.id = m.user_id and not p.is_placeholder
    where m.user_id = p_person and m.user_id <> auth.uid() and m.status = 'active'
      and m.tenant_id = any (private.my_tenants())
      and (m.listed or m.tenant_id = any (private.my_tenants_as('moderator'))));
end $$;

-- Whether somebody belongs to a community of mine at this moment.
create function private.is_fellow(p_person uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select 1 from public.tenant_users m
    where m.user_id = p_person and m.status = 'active' and m.tenant_id = any (private.my_tenants()));
end $$;

-- Members of my communities whose name begins like this (two letters and more), each once, with one community that we
-- share and what they are to the journey: 'companion', 'invited', 'declined' or null. For its owner.
create function public.companion_choices(p_journey uuid, p_query text, p_limit integer default 8) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := private.require_traveller();
  n integer := private.page_size(p_limit, 8);
  mine uuid[] := private.my_tenants();
  moderated uuid[] := private.my_tenants_as('moderator');
  query text := lower(btrim(left(coalesce(p_query, ''), 80)));
begin
  if private.journey_role(p_journey, me) is distinct from 'owner' then
    raise exception 'not_found:journey' using errcode = 'P0001';
  end if;
  if char_length(query) < 2 then return '[]'; end if;
  return (
    with found as materialized (
      select distinct on (x.user_id) x.* from unnest(mine) t(id) cross join lateral (
        select m.tenant_id, m.user_id, m.display_name, m.avatar_path from public.tenant_users m
        join public.profiles p on p.id = m.user_id and not p.is_placeholder
        where m.tenant_id = t.id and m.status = 'active' and (m.listed or t.id = any (moderated)) and m.user_id <> me
          and lower(m.display_name) collate "C" >= query collate "C"
          and lower(m.display_name) collate "C" < (query || chr(1114111)) collate "C"
        order by lower(m.display_name) collate "C" limit n) x
      order by x.user_id, x.tenant_id),
    page as materialized (select f.* from found f order by lower(f.display_name) collate "C", f.user_id limit n)
    select coalesce(jsonb_agg(jsonb_build_object('id', p.user_id, 'name', p.display_name, 'avatar', p.avatar_path,
      'community', (select t.name from public.tenants t where t.id = p.tenant_id),
      'standing', case when private.journey_role(p_journey, p.user_id) is not null then 'companion'
        else (select case i.state when 'open' then 'invited' else 'declined' end from public.journey_invitations i
              where i.journey_id = p_journey and i.user_id = p.user_id
                and (i.state = 'open' or i.answered_at > now() - interval '30 days')) end)
      order by lower(p.display_name) collate "C", p.user_id), '[]') from page p);
end $$;

-- Invites somebody by name. They hear of it in their inbox. Repeating it changes at most the role; a no holds for thirty days.
create function public.invite_companion(p_journey uuid, p_person uuid, p_role text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  held public.journey_invitations;
begin
  perform private.require_journey(p_journey, 'owner');
  if coalesce(p_role, '') not in ('editor', 'voter') then raise exception 'invalid:role' using errcode = 'P0001'; end if;
  if p_person is null or private.found_in(p_person) = '{}' then
    raise exception 'not_found:person' using errcode = 'P0001';
  end if;
  if private.journey_role(p_journey, p_person) is not null then return; end if;
  select * into held from public.journey_invitations i where i.journey_id = p_journey and i.user_id = p_person;
  if held.state = 'declined' and held.answered_at > now() - interval '30 days' then
    raise exception 'conflict:companion_declined' using errcode = 'P0001';
  end if;
  if held.state is distinct from 'open' and (
    select count(*) from public.journey_invitations i where i.journey_id = p_journey and i.state = 'open') >= 50 then
    raise exception 'conflict:too_many_invited' using errcode = 'P0001';
  end if;
  insert into public.journey_invitations as i (journey_id, user_id, role) values (p_journey, p_person, p_role)
  on conflict (journey_id, user_id) do update set role = excluded.role, state = 'open', answered_at = null,
    created_at = case i.state when 'open' then i.created_at else now() end;
end $$;

-- Takes an invitation back that has not been answered. Repeating it changes nothing.
create function public.withdraw_companion(p_journey uuid, p_person uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.require_journey(p_journey, 'owner');
  delete from public.journey_invitations i where i.journey_id = p_journey and i.user_id = p_person and i.state = 'open';
  if found then perform private.tell_inbox(array[p_person]); end if;
end $$;

-- The invitation to a journey that stands open for me, as a link shows one; null where there is none (any more).
create function public.invitation_to_me(p_journey uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.require_traveller();
begin
  return (
    select jsonb_build_object('journey_id', j.id, 'title', j.title, 'role', coalesce(i.role, private.journey_role(j.id, me)),
      'owner', p.display_name, 'starts_on', j.starts_on, 'ends_on', j.ends_on, 'mine', private.journey_role(j.id, me))
    from public.user_journeys j
    join public.profiles p on p.id = j.owner_id
    left join public.journey_invitations i on i.journey_id = j.id and i.user_id = me and i.state = 'open'
    where j.id = p_journey and j.owner_id <> me and (private.journey_role(j.id, me) is not null
      or (i.user_id is not null and j.archived_at is null and private.is_fellow(j.owner_id))));
end $$;

-- Answers an invitation to me. Returns whether I am on the journey now. Whoever answers twice is told what holds.
create function public.answer_companion(p_journey uuid, p_accept boolean) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_traveller();
  invitation public.journey_invitations;
begin
  -- As everywhere: first the journey, then what belongs to it.
  perform 1 from public.user_journeys j where j.id = p_journey for no key update;
  if private.journey_role(p_journey, me) is not null then return true; end if;
  select i.* into invitation from public.journey_invitations i where i.journey_id = p_journey and i.user_id = me;
  if invitation.state = 'declined' and not p_accept then return false; end if;
  if invitation.state is distinct from 'open' or public.invitation_to_me(p_journey) is null then
    raise exception 'not_found:invitation' using errcode = 'P0001';
  end if;
  if not coalesce(p_accept, false) then
    update public.journey_invitations i set state = 'declined', answered_at = now()
    where i.journey_id = p_journey and i.user_id = me;
  else
    if (select count(*) from public.journey_companions c where c.journey_id = p_journey) >= 50 then
      raise exception 'conflict:too_many_companions' using errcode = 'P0001';
    end if;
    insert into public.journey_companions (journey_id, user_id, role) values (p_journey, me, invitation.role);
  end if;
  perform private.tell_journey(p_journey, array[me]);
  return p_accept;
end $$;

-- Who was invited by name and has not come (yet), for the owner: as far as the two still know each other.
create function private.invited_people(p_journey uuid) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  mine uuid[] := private.my_tenants();
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', x.user_id, 'name', x.display_name, 'avatar', x.avatar_path,
      'role', x.role, 'declined', x.state = 'declined') order by x.created_at, x.user_id), '[]')
    from (
      select i.user_id, i.role, i.state, i.created_at, m.display_name, m.avatar_path
      from public.journey_invitations i
      cross join lateral (
        select u.display_name, u.avatar_path from public.tenant_users u
        where u.user_id = i.user_id and u.status = 'active' and u.tenant_id = any (mine) order by u.tenant_id limit 1) m
      where i.journey_id = p_journey and (i.state = 'open' or i.answered_at > now() - interval '30 days')
      order by i.created_at limit 100) x);
end $$;

grant execute on function
  public.companion_choices(uuid, text, integer), public.invite_companion(uuid, uuid, text),
  public.withdraw_companion(uuid, uuid), public.invitation_to_me(uuid), public.answer_companion(uuid, boolean)
to authenticated;
