-- Travelling together: invitations, companions, votes, comments, calendars by a secret address.

-- An invitation to a journey, of which only the hash is kept. Returns until when it works.
create function public.invite_to_journey(
  p_journey uuid, p_code_hash text, p_role text, p_days integer default 7, p_max_uses integer default 10
) returns timestamptz
language plpgsql volatile security definer set search_path = '' as $$
declare
  until timestamptz := now() + make_interval(days => p_days);
begin
  perform private.require_journey(p_journey, 'owner');
  if coalesce(p_role, '') not in ('editor', 'voter') or coalesce(p_days, 0) not between 1 and 60
     or coalesce(p_max_uses, 0) not between 1 and 50 then
    raise exception 'invalid:invitation' using errcode = 'P0001';
  end if;
  if (select count(*) from public.journey_invites i
      where i.journey_id = p_journey and i.revoked_at is null and i.expires_at > now()) >= 20 then
    raise exception 'conflict:too_many_invitations' using errcode = 'P0001';
  end if;
  insert into public.journey_invites (journey_id, code_hash, role, max_uses, expires_at)
  values (p_journey, p_code_hash, p_role, p_max_uses, until);
  return until;
end $$;

-- Ends an invitation. Repeating it changes nothing.
create function public.revoke_journey_invite(p_journey uuid, p_invite uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.require_journey(p_journey, 'owner');
  update public.journey_invites i set revoked_at = coalesce(i.revoked_at, now())
  where i.journey_id = p_journey and i.id = p_invite;
end $$;

-- What an invitation shows to who holds it: whose journey, what it is called, and nothing of what is in it. Null for a code
-- that is wrong, spent, old or revoked, of an archived journey, or older than when whoever asks was taken off.
create function public.journey_invitation(p_code_hash text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.require_traveller();
begin
  return (
    select jsonb_build_object('journey_id', j.id, 'title', j.title, 'role', i.role, 'owner', p.display_name,
      'starts_on', j.starts_on, 'ends_on', j.ends_on, 'mine', private.journey_role(j.id, me))
    from public.journey_invites i
    join public.user_journeys j on j.id = i.journey_id
    join public.profiles p on p.id = j.owner_id
    where i.code_hash = p_code_hash and i.revoked_at is null and i.expires_at > now()
      and (private.journey_role(j.id, me) is not null
        or (i.uses < i.max_uses and j.archived_at is null and me <> all (i.barred_people))));
end $$;

-- Takes an invitation. The journey is held, so that each use is counted once. Returns the journey.
create function public.join_journey(p_code_hash text) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_traveller();
  invite public.journey_invites;
  archived boolean;
begin
  select j.archived_at is not null into archived from public.user_journeys j
  where j.id = (select i.journey_id from public.journey_invites i where i.code_hash = p_code_hash) for no key update;
  select * into invite from public.journey_invites i where i.code_hash = p_code_hash;
  if private.journey_role(invite.journey_id, me) is not null then return invite.journey_id; end if;
  if invite.id is null or archived or invite.revoked_at is not null or invite.expires_at <= now()
     or invite.uses >= invite.max_uses or me = any (invite.barred_people) then
    raise exception 'not_found:invitation' using errcode = 'P0001';
  end if;
  if (select count(*) from public.journey_companions c where c.journey_id = invite.journey_id) >= 50 then
    raise exception 'conflict:too_many_companions' using errcode = 'P0001';
  end if;
  insert into public.journey_companions (journey_id, user_id, role) values (invite.journey_id, me, invite.role);
  update public.journey_invites i set uses = i.uses + 1 where i.journey_id = invite.journey_id and i.id = invite.id;
  perform private.tell_journey(invite.journey_id);
  return invite.journey_id;
end $$;

-- Gives a companion another role, or without one takes them off the journey. Whoever is a companion may take off themselves.
-- What they added stays; their votes and their calendar go. Whoever was taken off by the owner needs a new invitation.
create function public.set_companion(p_journey uuid, p_person uuid, p_role text default null) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_traveller();
begin
  perform private.require_journey(p_journey, case when p_person = me and p_role is null then 'voter' else 'owner' end);
  if p_role not in ('editor', 'voter') then raise exception 'invalid:role' using errcode = 'P0001'; end if;
  if p_role is not null then
    update public.journey_companions c set role = p_role where c.journey_id = p_journey and c.user_id = p_person;
  else
    delete from public.journey_companions c where c.journey_id = p_journey and c.user_id = p_person;
  end if;
  if not found then raise exception 'not_found:companion' using errcode = 'P0001'; end if;
  if p_role is null then
    delete from public.journey_votes v where v.journey_id = p_journey and v.user_id = p_person;
    delete from public.journey_calendars c where c.journey_id = p_journey and c.user_id = p_person;
  end if;
  if p_role is null and p_person <> me then
    update public.journey_invites i set barred_people = array_append(i.barred_people, p_person)
    where i.journey_id = p_journey and i.revoked_at is null and i.expires_at > now() and p_person <> all (i.barred_people);
  end if;
  perform private.tell_journey(p_journey, array[p_person]);
end $$;

-- Votes for (1) or against (-1) an activity, or takes a vote back (null). Answers the activity.
create function public.vote_activity(p_journey uuid, p_activity uuid, p_vote integer) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  role text := private.require_journey(p_journey, 'voter');
  me uuid := auth.uid();
begin
  if p_vote not in (-1, 1) then raise exception 'invalid:vote' using errcode = 'P0001'; end if;
  if private.my_activity_cards(p_journey, role, array[p_activity]) = '[]' then
    raise exception 'not_found:activity' using errcode = 'P0001';
  end if;
  if p_vote is null then
    delete from public.journey_votes v where v.journey_id = p_journey and v.activity_id = p_activity and v.user_id = me;
  else
    insert into public.journey_votes (journey_id, activity_id, user_id, vote) values (p_journey, p_activity, me, p_vote)
    on conflict (journey_id, activity_id, user_id) do update set vote = excluded.vote;
  end if;
  perform private.tell_journey(p_journey);
  return private.my_activity_cards(p_journey, role, array[p_activity]) -> 0;
end $$;

-- Says something about a journey, or about one activity. Repeating it with the same id changes nothing.
create function public.comment_journey(p_journey uuid, p_id uuid, p_body text, p_activity uuid default null) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  role text := private.require_journey(p_journey, 'voter');
begin
  if p_activity is not null and private.my_activity_cards(p_journey, role, array[p_activity]) = '[]' then
    raise exception 'not_found:activity' using errcode = 'P0001';
  end if;
  if (select count(*) from public.journey_comments c where c.journey_id = p_journey) >= 5000 then
    raise exception 'conflict:too_many_comments' using errcode = 'P0001';
  end if;
  insert into public.journey_comments (journey_id, id, activity_id, author_id, body)
  values (p_journey, p_id, p_activity, auth.uid(), btrim(p_body, E' \t\r\n'))
  on conflict (journey_id, id) do nothing;
  perform private.tell_journey(p_journey);
end $$;

-- Removes a comment: its author's, or any on one's own journey.
create function public.remove_journey_comment(p_journey uuid, p_comment uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  role text := private.require_journey(p_journey, 'voter');
begin
  delete from public.journey_comments c
  where c.journey_id = p_journey and c.id = p_comment and (c.author_id = auth.uid() or role = 'owner');
  if found then perform private.tell_journey(p_journey); end if;
end $$;

-- Opens one's calendar of a journey at a new address (its hash), which ends the one before; without one it is closed.
create function public.set_journey_calendar(p_journey uuid, p_key_hash text default null) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.require_journey(p_journey, 'voter');
  delete from public.journey_calendars c where c.journey_id = p_journey and c.user_id = auth.uid();
  if p_key_hash is not null then
    insert into public.journey_calendars (journey_id, user_id, key_hash) values (p_journey, auth.uid(), p_key_hash);
  end if;
end $$;

-- What a calendar program reads at a secret address: the journey as its person sees it now. Null where the address is wrong
-- or ended, or the person has no part in the journey any more.
create function public.journey_calendar(p_journey uuid, p_key_hash text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  person uuid := (select c.user_id from public.journey_calendars c where c.journey_id = p_journey and c.key_hash = p_key_hash);
  role text := private.journey_role(p_journey, person);
  reach record;
  journey public.user_journeys;
begin
  if private.bound_tenant() is not null or private.token_scope() = 'platform' or person is null or role is null then
    return null;
  end if;
  reach := private.reach_of(person);
  select * into journey from public.user_journeys j where j.id = p_journey;
  return jsonb_build_object('journey', private.journey_card(journey, role),
    'activities', private.journey_activity_cards(p_journey, role, person, reach.tenants, reach.groups));
end $$;

grant execute on function
  public.invite_to_journey(uuid, text, text, integer, integer), public.revoke_journey_invite(uuid, uuid),
  public.journey_invitation(text), public.join_journey(text), public.set_companion(uuid, uuid, text),
  public.vote_activity(uuid, uuid, integer), public.comment_journey(uuid, uuid, text, uuid),
  public.remove_journey_comment(uuid, uuid), public.set_journey_calendar(uuid, text)
to authenticated;
grant execute on function public.journey_calendar(uuid, text) to anon, authenticated;
