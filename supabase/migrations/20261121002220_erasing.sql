-- Erasing somebody from a community. Rows of others stay as they are, byte for byte, but for the ids by which they point to
-- the person; texts of others that name them stay their authors' words.
-- Where somebody wrote a great deal, what goes is emptied batch by batch, each its own transaction, before the last one
-- takes the person out of what is left. What breaks off goes on where it was: what is emptied is not found again.

-- The word for somebody who left for good, in the language of the community.
create function private.former_member(p_locale text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select case split_part(p_locale, '-', 1)
    when 'es' then 'Antiguo miembro' when 'ar' then 'عضو سابق' when 'ja' then '元メンバー' else 'Former member' end
$$;

-- A record of a row with one person put in another's place, wherever a field is exactly that person. Texts stay.
create function private.swap_person(p_data jsonb, p_from uuid, p_to uuid) returns jsonb
language plpgsql immutable parallel safe set search_path = '' as $$
begin
  if jsonb_typeof(p_data) is distinct from 'object' then return p_data; end if;
  return coalesce((
    select jsonb_object_agg(f.key, case
      when f.value = to_jsonb(p_from::text) then coalesce(to_jsonb(p_to::text), 'null')
      else private.swap_person(f.value, p_from, p_to) end)
    from jsonb_each(p_data) f), '{}');
end $$;

-- Takes a person out of a community's logs. What speaks of them, and what they made that is gone, leaves
-- {"erased": true}; elsewhere their id becomes that of the former member. p_gone: ids of what is gone.
create function private.erase_from_logs(p_tenant uuid, p_user uuid, p_former uuid, p_gone uuid[]) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  blank constant jsonb := '{"erased": true}';
  person constant text := p_user::text;
begin
  update public.domain_events e
  set actor_id = case when e.actor_id = p_user then p_former else e.actor_id end,
      stream_id = case when e.stream_id = p_user then p_former else e.stream_id end,
      data = case when e.stream_id = p_user or (e.stream_id = any (p_gone) and e.stream_type <> 'like') then blank
                  else private.swap_person(e.data, p_user, p_former) end
  where e.tenant_id = p_tenant
    and (e.actor_id = p_user or e.stream_id = p_user or e.stream_id = any (p_gone) or position(person in e.data::text) > 0);
  update public.audit_logs a
  set actor_id = case when a.actor_id = p_user then p_former else a.actor_id end,
      target_id = case when a.target_id = person then p_former::text else a.target_id end,
      old = case when a.old is not null and (a.target_id = person or a.target_id = any (p_gone::text[])) then blank
                 else private.swap_person(a.old, p_user, p_former) end,
      new = case when a.new is not null and (a.target_id = person or a.target_id = any (p_gone::text[])) then blank
                 else private.swap_person(a.new, p_user, p_former) end
  where a.tenant_id = p_tenant
    and (a.actor_id = p_user or a.target_id = person or a.target_id = any (p_gone::text[])
      or position(person in coalesce(a.old::text, '')) > 0 or position(person in coalesce(a.new::text, '')) > 0);
end $$;

-- How much is emptied in one transaction. Not immutable, so that no session keeps what it was.
create function private.erasing_batch() returns integer
language sql stable parallel safe set search_path = '' as $$ select 1000 $$;

-- Empties up to so many texts that go with this membership, posts first, then comments, then takes back likes, as
-- private.erase_membership would. Returns how many that were; fewer than asked for: nothing of it is left.
create function private.erase_texts(p_tenant uuid, p_user uuid, p_mode text, p_limit integer) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  everything boolean := p_mode = 'remove';
  posts uuid[];
  comments uuid[];
  n integer;
  likes integer := 0;
begin
  perform 1 from public.tenant_users m where m.tenant_id = p_tenant and m.user_id = p_user and m.status <> 'active' for update;
  if not found then return 0; end if;
  perform private.set_erasing(true);
  posts := array(
    select p.id from public.posts p
    where p.tenant_id = p_tenant and p.author_id = p_user and (everything or p.visibility = 'me' or p.deleted_at is not null)
      and (p.deleted_at is null or p.title is not null or p.body <> '' or p.tags <> '{}' or p.media <> '[]'
        or p.pinned_at is not null)
    limit p_limit);
  comments := array(
    select c.id from public.post_comments c
    where c.tenant_id = p_tenant and c.author_id = p_user and (c.deleted_at is null or c.body <> '')
      and (everything or c.deleted_at is not null or private.is_own_recess(p_tenant, c.post_home, c.post_id, p_user))
    limit p_limit - cardinality(posts));
  update public.post_comments c
  set body = '', deleted_at = coalesce(c.deleted_at, now()), removed_by = coalesce(c.removed_by, 'author')
  where c.tenant_id = p_tenant and c.author_id = p_user and c.id = any (comments);
  update public.posts p
  set title = null, body = '', tags = '{}', media = '[]', pinned_at = null, deleted_at = coalesce(p.deleted_at, now()),
      removed_by = coalesce(p.removed_by, 'author')
  where p.tenant_id = p_tenant and p.author_id = p_user and p.id = any (posts);
  delete from public.post_revisions r
  where r.tenant_id = p_tenant and r.author_id = p_user and r.subject_id = any (posts || comments);
  n := cardinality(posts) + cardinality(comments);
  if everything and n < p_limit then
    delete from public.post_likes l
    where l.tenant_id = p_tenant and l.user_id = p_user and l.post_id = any (array(
      select x.post_id from public.post_likes x where x.tenant_id = p_tenant and x.user_id = p_user limit p_limit - n));
    get diagnostics likes = row_count;
  end if;
  perform private.set_erasing(false);
  return n + likes;
end $$;

-- Takes a person out of plans, of one community or of all: what was planned from them stays as words of its own, or as a
-- former member.
create function private.erase_from_journeys(p_tenant uuid, p_user uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  former text := private.former_member((select t.locale from public.tenants t where t.id = p_tenant));
  j uuid;
begin
  for j in
    select distinct a.journey_id from public.journey_activities a
    where a.kind = 'person' and a.source_id = p_user and a.source_tenant_id = coalesce(p_tenant, a.source_tenant_id) order by 1
  loop
    perform 1 from public.user_journeys x where x.id = j for no key update;
    perform private.tell_journey(j);
  end loop;
  update public.journey_activities a
  set kind = 'free', source_tenant_id = null, source_id = null, title = coalesce(a.title, former), kept_title = null
  where a.kind = 'person' and a.source_id = p_user and a.source_tenant_id = coalesce(p_tenant, a.source_tenant_id);
end $$;

-- Takes out of plans what was kept in them of events and posts that are erased. What their planners wrote stays.
create function private.erase_kept(p_tenant uuid, p_gone uuid[]) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  j uuid;
begin
  for j in
    select distinct a.journey_id from public.journey_activities a
    where a.source_tenant_id = p_tenant and a.source_id = any (p_gone) order by 1
  loop
    perform 1 from public.user_journeys x where x.id = j for no key update;
    perform private.tell_journey(j);
  end loop;
  update public.journey_activities a
  set kept_title = null, kept_place = null, kept_starts_local = null, kept_ends_local = null, kept_time_zone = null
  where a.source_tenant_id = p_tenant and a.source_id = any (p_gone);
end $$;

-- Erases a membership that has ended. What stays belongs to a former member from here on: another id, no way back, and
-- no name, unless p_mode is 'keep'. Where nothing stays, not even that does. What is emptied already is not written a
-- second time.
create function private.erase_membership(p_tenant uuid, p_user uuid, p_mode text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  former uuid := gen_random_uuid();
  everything boolean := p_mode = 'remove';
  gone uuid[];
  shown_as text;
begin
  perform 1 from public.tenant_users m where m.tenant_id = p_tenant and m.user_id = p_user and m.status <> 'active' for update;
  if not found then return; end if;
  perform private.set_erasing(true);
  update public.profiles p set primary_tenant_id = null where p.id = p_user and p.primary_tenant_id = p_tenant;
  perform private.hand_over_groups(p_tenant, p_user);

  select array_agg(x.id) into gone from (
    select p.id from public.posts p
    where p.tenant_id = p_tenant and p.author_id = p_user and (everything or p.visibility = 'me' or p.deleted_at is not null)
    union all
    select c.id from public.post_comments c
    where c.tenant_id = p_tenant and c.author_id = p_user
      and (everything or c.deleted_at is not null or private.is_own_recess(p_tenant, c.post_home, c.post_id, p_user))
    union all
    select e.id from public.events e where everything and e.tenant_id = p_tenant and e.organizer_id = p_user
    union all
    select m.id from public.media m where everything and m.tenant_id = p_tenant and m.owner_id = p_user) x;
  gone := coalesce(gone, '{}');
  perform private.erase_from_logs(p_tenant, p_user, former, gone);
  perform private.erase_from_journeys(p_tenant, p_user);
  perform private.erase_kept(p_tenant, gone);

  update public.post_comments c
  set body = '', deleted_at = coalesce(c.deleted_at, now()), removed_by = coalesce(c.removed_by, 'author')
  where c.tenant_id = p_tenant and c.author_id = p_user and c.id = any (gone) and (c.deleted_at is null or c.body <> '');
  update public.posts p
  set title = null, body = '', tags = '{}', media = '[]', pinned_at = null, deleted_at = coalesce(p.deleted_at, now()),
      removed_by = coalesce(p.removed_by, 'author')
  where p.tenant_id = p_tenant and p.author_id = p_user and p.id = any (gone)
    and (p.deleted_at is null or p.title is not null or p.body <> '' or p.tags <> '{}' or p.media <> '[]'
      or p.pinned_at is not null);
  delete from public.post_revisions r
  where r.tenant_id = p_tenant and r.author_id = p_user and r.subject_id = any (gone);
  delete from public.events e where everything and e.tenant_id = p_tenant and e.organizer_id = p_user;
  delete from public.post_likes l where everything and l.tenant_id = p_tenant and l.user_id = p_user;
  -- Files follow within the hour, as those of any picture that nothing shows.
  delete from public.media_uses u using public.media m
  where everything and m.tenant_id = p_tenant and m.owner_id = p_user and u.tenant_id = m.tenant_id and u.media_id = m.id;
  update public.media m set unused_since = '-infinity'
  where m.tenant_id = p_tenant and m.owner_id = p_user
    and not exists (select 1 from public.media_uses u where u.tenant_id = m.tenant_id and u.media_id = m.id);

  -- What was for this person alone.
  delete from public.post_bookmarks b where b.tenant_id = p_tenant and b.user_id = p_user;
  delete from public.post_mentions m where m.tenant_id = p_tenant and m.user_id = p_user;
  delete from public.notifications n where n.tenant_id = p_tenant and n.user_id = p_user;
  delete from public.notification_mutes n where n.tenant_id = p_tenant and n.user_id = p_user;
  delete from public.member_details d where d.tenant_id = p_tenant and d.user_id = p_user;
  delete from public.user_profiles f where f.tenant_id = p_tenant and f.user_id = p_user;
  delete from public.member_claims c where c.tenant_id = p_tenant and c.user_id = p_user;
  delete from public.group_members g where g.tenant_id = p_tenant and g.user_id = p_user;
  delete from private.host_sessions h where h.tenant_id = p_tenant and h.user_id = p_user;
  delete from private.handoff_codes h where h.tenant_id = p_tenant and h.user_id = p_user;

  -- Where rows of others point to them.
  update public.notifications n set actor_id = former where n.tenant_id = p_tenant and n.actor_id = p_user;
  update public.member_claims c set created_by = former where c.tenant_id = p_tenant and c.created_by = p_user;
  update public.tenants t set created_by = null where t.id = p_tenant and t.created_by = p_user;
  update public.content_sharing s set note = '' where s.tenant_id = p_tenant and s.asked_by = p_user and everything and s.note <> '';
  update public.content_sharing s
  set asked_by = case when s.tenant_id = p_tenant and s.asked_by = p_user then former else s.asked_by end,
      approved_by = case when s.target_tenant_id = p_tenant and s.approved_by = p_user then former else s.approved_by end,
      ended_by = case when s.ended_by = p_user and (s.tenant_id = p_tenant or s.ended_side = 'target') then former
                      else s.ended_by end
  where (s.tenant_id = p_tenant and p_user in (s.asked_by, s.ended_by))
     or (s.target_tenant_id = p_tenant and (s.approved_by = p_user or (s.ended_by = p_user and s.ended_side = 'target')));
  update storage.objects o set owner = null, owner_id = null
  where o.owner_id = p_user::text and o.name like p_tenant || '/%';

  begin
    delete from public.tenant_users m where m.tenant_id = p_tenant and m.user_id = p_user;
  exception when foreign_key_violation then
    select case when p_mode = 'keep' then left(m.display_name, 80) else private.former_member(t.locale) end into shown_as
    from public.tenants t join public.tenant_users m on m.tenant_id = t.id and m.user_id = p_user where t.id = p_tenant;
    insert into public.profiles (id, display_name) values (former, shown_as);
    -- Everything that stays follows by the foreign keys.
    update public.tenant_users m
    set user_id = former, display_name = shown_as, avatar_path = null, role = 'member', status = 'removed',
        left_at = now(), joined_at = now(), created_at = now(), listed = false, found_by = '{}', found_by_moderators = '{}',
        rules_version = null, rules_accepted_at = null, erased_at = now()
    where m.tenant_id = p_tenant and m.user_id = p_user;
  end;
  perform private.set_erasing(false);
end $$;

-- Does the next thing that is asked for, if any: a batch of texts, or what is left of a membership. Says whether it did
-- something.
create function private.erase_next() returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare
  due private.erasures;
begin
  select e.* into due from private.erasures e
  where e.state = 'waiting' and e.tenant_id is not null order by e.requested_at limit 1 for update skip locked;
  if due.id is null then return false; end if;
  if private.erase_texts(due.tenant_id, due.user_id, due.mode, private.erasing_batch()) >= private.erasing_batch() then
    return true;
  end if;
  perform private.erase_membership(due.tenant_id, due.user_id, due.mode);
  update private.erasures e set state = 'done', done_at = now(), user_id = null where e.id = due.id;
  return true;
end $$;
