-- Erasing an account, step by step, each in a transaction of its own: doors first, then one community after the other, then
-- files, then the person. What breaks off goes on where it was.

-- The first step: every door is shut, and nobody signs in any more. An owner beside others becomes an admin, so that the
-- others know that one of them has to stay.
create function private.shut_account(p_user uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  update auth.users u set banned_until = 'infinity' where u.id = p_user;
  delete from private.handoff_codes c where c.user_id = p_user;
  delete from private.host_sessions h where h.user_id = p_user;
  delete from auth.sessions a where a.user_id = p_user;
  delete from public.journey_calendars c where c.user_id = p_user;
  update public.data_exports x set status = 'cancelled' where x.user_id = p_user and x.status in ('waiting', 'running');
  update public.data_exports x set status = 'expired', expires_at = null where x.user_id = p_user and x.status = 'done';
  delete from public.platform_staff s where s.user_id = p_user;
  update public.profiles p set avatar_path = null, primary_tenant_id = null where p.id = p_user;
  update public.tenant_users m set role = 'admin'
  where m.user_id = p_user and m.role = 'owner' and m.status = 'active' and exists (
    select 1 from public.tenant_users o
    where o.tenant_id = m.tenant_id and o.role = 'owner' and o.status = 'active' and o.user_id <> p_user);
end $$;

-- One community: they leave it, and what they made there goes the way they chose, or had chosen when they left. Each has a
-- row of its own in the ledger, which waits as any other while there is more than a batch, so that both readers of the
-- ledger may go on with it. Counted is what there was before.
create function private.erase_account_in(p_account private.erasures, p_tenant uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  held private.erasures;
  counted jsonb;
begin
  select e.* into held from private.erasures e
  where e.user_id = p_account.user_id and e.tenant_id = p_tenant and e.state = 'waiting' for update;
  -- Whoever held it may have done it meanwhile.
  perform 1 from public.tenant_users m where m.tenant_id = p_tenant and m.user_id = p_account.user_id for update;
  if not found then return; end if;
  if held.begun_at is null then
    perform private.hand_over_community(p_tenant, p_account.user_id);
    counted := private.leaving_counts(p_tenant, p_account.user_id);
    perform private.depart(p_tenant, p_account.user_id);
    if held.id is not null then
      update private.erasures e set begun_at = now() where e.id = held.id;
    else
      insert into private.erasures (subject_hash, tenant_id, mode, state, user_id, counts, begun_at)
      values (private.subject_hash(p_account.user_id, p_tenant), p_tenant,
        coalesce(p_account.ways ->> p_tenant::text, p_account.mode), 'waiting', p_account.user_id, counted, now())
      returning * into held;
    end if;
    update private.erasures e
    set counts = (
      select jsonb_object_agg(s.key, s.n) from (
        select c.key, sum(c.value::bigint) as n
        from (select * from jsonb_each_text(p_account.counts) union all select * from jsonb_each_text(counted)
              union all select 'communities', '1') c
        group by c.key) s)
    where e.id = p_account.id;
  end if;
  if private.erase_texts(p_tenant, p_account.user_id, held.mode, private.erasing_batch()) >= private.erasing_batch() then
    return;
  end if;
  perform private.erase_membership(p_tenant, p_account.user_id, held.mode);
  update private.erasures e set state = 'done', done_at = now(), user_id = null where e.id = held.id;
end $$;

-- Files that stand under somebody's own id, or are their exports.
create function private.files_of(p_user uuid) returns table (bucket text, name text)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
  select o.bucket_id::text, o.name::text from storage.objects o
  where (o.bucket_id = 'avatars' and split_part(o.name, '/', 2) = p_user::text)
     or (o.bucket_id = 'exports'
         and o.name = any (array(select x.id::text || '.zip' from public.data_exports x where x.user_id = p_user)))
  order by 1, 2 limit 500;
end $$;

-- Journeys of one's own go, also for those who came along. In those of others, what one said and voted goes; what one had
-- put into the plan in words of one's own stays and is its owner's; an event of a community stays
-- where the owner belongs to it too; of anything else it would only say that there was something.
create function private.erase_journeys(p_user uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  j uuid;
begin
  for j in
    select x.id from public.user_journeys x where x.owner_id = p_user
    union select c.journey_id from public.journey_companions c where c.user_id = p_user
    union select a.journey_id from public.journey_activities a where a.added_by = p_user
  loop
    perform 1 from public.user_journeys x where x.id = j for no key update;
    perform private.tell_journey(j);
  end loop;
  delete from public.user_journeys x where x.owner_id = p_user;
  delete from public.journey_votes v where v.user_id = p_user;
  delete from public.journey_comments c where c.author_id = p_user;
  delete from public.journey_companions c where c.user_id = p_user;
  -- Members read every event of their community; of groups, people and posts one cannot say.
  delete from public.journey_activities a
  using public.user_journeys x
  where a.added_by = p_user and x.id = a.journey_id and (
    a.visible_to = 'me' or a.removed_at is not null or (a.title is null and not (a.kind = 'event' and exists (
      select 1 from public.tenant_users m
      where m.tenant_id = a.source_tenant_id and m.user_id = x.owner_id and m.status = 'active'))));
  -- What was kept of a source was for its planner's eyes: the rest has a title of its own.
  update public.journey_activities a
  set added_by = x.owner_id, origin_id = null,
      kept_title = case when a.title is null then a.kept_title end,
      kept_place = case when a.title is null then a.kept_place end,
      kept_starts_local = case when a.title is null then a.kept_starts_local end,
      kept_ends_local = case when a.title is null then a.kept_ends_local end,
      kept_time_zone = case when a.title is null then a.kept_time_zone end
  from public.user_journeys x where x.id = a.journey_id and a.added_by = p_user;
end $$;

-- What the logs still hold of somebody, in whatever community and of the network itself. In each they become another nobody.
create function private.erase_from_all_logs(p_user uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  blank constant jsonb := '{"erased": true}';
  person constant text := p_user::text;
  salt constant text := gen_random_uuid()::text;
begin
  update public.domain_events e
  set actor_id = case when e.actor_id = p_user then md5(salt || e.tenant_id)::uuid else e.actor_id end,
      stream_id = case when e.stream_id = p_user then md5(salt || e.tenant_id)::uuid else e.stream_id end,
      data = case when e.stream_id = p_user then blank
                  else private.swap_person(e.data, p_user, md5(salt || e.tenant_id)::uuid) end
  where e.actor_id = p_user or e.stream_id = p_user or position(person in e.data::text) > 0;
  update public.audit_logs a
  set actor_id = case when a.actor_id = p_user then md5(salt || a.tenant_id)::uuid else a.actor_id end,
      target_id = case when a.target_id = person then md5(salt || a.tenant_id)::uuid::text else a.target_id end,
      old = case when a.old is not null and a.target_id = person then blank
                 else private.swap_person(a.old, p_user, md5(salt || a.tenant_id)::uuid) end,
      new = case when a.new is not null and a.target_id = person then blank
                 else private.swap_person(a.new, p_user, md5(salt || a.tenant_id)::uuid) end
  where a.actor_id = p_user or a.target_id = person
     or position(person in coalesce(a.old::text, '')) > 0 or position(person in coalesce(a.new::text, '')) > 0;
end $$;

-- Takes somebody out of the Auth service: every table of it that names them, whatever its version has. Returns the tables
-- that this role may not touch; what they hold has to go by the service's own means.
create function private.erase_from_auth(p_user uuid) returns text[]
language plpgsql volatile security definer set search_path = '' as $$
declare
  held record;
  untouched text[] := '{}';
begin
  for held in
    select c.oid::regclass::text as name,
      case when c.relname = 'users' then 'x.id::text = $1'
           when c.relname = 'audit_log_entries' then 'position($1 in x.payload::text) > 0'
           else 'x.user_id::text = $1' end as meets
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace and n.nspname = 'auth'
    where c.relkind = 'r' and (c.relname in ('users', 'audit_log_entries') or exists (
      select 1 from pg_catalog.pg_attribute a
      where a.attrelid = c.oid and a.attname = 'user_id' and not a.attisdropped))
    -- Others point to the user.
    order by c.relname = 'users', c.relname
  loop
    begin
      execute format('delete from %s x where %s', held.name, held.meets) using p_user::text;
    exception when insufficient_privilege then
      untouched := untouched || held.name;
    end;
  end loop;
  return untouched;
end $$;

-- The last step: nothing is left of the person but what others wrote of them. With the account goes what its person was
-- told, and their name from what others were.
create function private.erase_person(p_account private.erasures) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  me constant uuid := p_account.user_id;
  own jsonb := jsonb_build_object(
    'journeys', (select count(*) from public.user_journeys j where j.owner_id = me),
    'exports', (select count(*) from public.data_exports x where x.user_id = me),
    'notifications', (select count(*) from public.notifications n where n.user_id = me),
    'recommendations', (select count(*) from public.recommendations r where r.user_id = me));
  untouched text[];
begin
  perform private.set_erasing(true);
  perform private.erase_journeys(me);
  -- Of communities that are gone, too.
  perform private.erase_from_journeys(null, me);
  delete from public.personal_notifications n where n.user_id = me;
  update public.personal_notifications n set actor_id = null where n.actor_id = me;
  delete from public.personal_mutes m where m.user_id = me;
  delete from public.journey_invitations i where i.user_id = me;
  update public.journey_invites i set barred_people = array_remove(i.barred_people, me) where me = any (i.barred_people);
  delete from public.notifications n where n.user_id = me;
  update public.notifications n set actor_id = null where n.actor_id = me;
  delete from public.notification_mutes n where n.user_id = me;
  delete from public.recommendations r where r.user_id = me;
  delete from private.recommendation_sets r where r.user_id = me;
  delete from public.user_view_preferences v where v.user_id = me;
  delete from public.data_exports x where x.user_id = me;
  update public.platform_staff s set granted_by = null where s.granted_by = me;
  update storage.objects o set owner = null, owner_id = null where o.owner_id = me::text;
  perform private.erase_from_all_logs(me);
  delete from public.profiles p where p.id = me;
  untouched := private.erase_from_auth(me);
  update private.erasures e
  set state = 'done', done_at = now(), user_id = null, ways = '{}',
      counts = e.counts || own || case when untouched = '{}' then '{}' else jsonb_build_object('untouched', untouched) end
  where e.id = p_account.id;
  perform private.set_erasing(false);
end $$;

-- Does the next step for the next account that is due: 'begun', 'left' (a community), 'files' (to be removed by the caller,
-- before the next step), 'done'. No row: nothing is due, or whoever is due would leave a community without an owner and
-- waits until somebody else owns it.
create function private.erase_account_step() returns table (step text, files jsonb)
language plpgsql volatile security definer set search_path = '' as $$
declare
  due private.erasures;
  place uuid;
  found_files jsonb;
begin
  select e.* into due from private.erasures e
  where e.state = 'waiting' and e.tenant_id is null and e.due_at <= now()
    and (e.begun_at is not null or not exists (select 1 from private.held_communities(e.user_id)))
  order by e.begun_at nulls last, e.due_at limit 1 for update skip locked;
  if due.id is null then return; end if;
  if due.begun_at is null then
    perform 1 from public.tenants t
    where t.id = any (array(select m.tenant_id from public.tenant_users m
                            where m.user_id = due.user_id and m.role = 'owner' and m.status = 'active'))
    order by t.id for no key update;
    if exists (select 1 from private.held_communities(due.user_id)) then return; end if;
    perform private.shut_account(due.user_id);
    update private.erasures e set begun_at = now() where e.id = due.id;
    return query select 'begun', null::jsonb;
    return;
  end if;
  select m.tenant_id into place from public.tenant_users m where m.user_id = due.user_id order by m.tenant_id limit 1;
  if place is not null then
    perform private.erase_account_in(due, place);
    return query select 'left', null::jsonb;
    return;
  end if;
  select jsonb_agg(to_jsonb(f)) into found_files from private.files_of(due.user_id) f;
  if found_files is not null then
    return query select 'files', found_files;
    return;
  end if;
  perform private.erase_person(due);
  return query select 'done', null::jsonb;
end $$;

-- A backup that comes back brings back whom it held: erases again what the ledger says was erased. Memberships at once; of
-- whole accounts, the doors at once and the rest by the worker. Whoever joined or signed up again after that stays. Returns
-- how many memberships and accounts that were.
create function private.reapply_erasures() returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  found record;
  erased integer := 0;
begin
  for found in
    select m.tenant_id, m.user_id, e.mode
    from private.erasures e
    join public.tenant_users m on m.tenant_id = e.tenant_id and m.joined_at < e.done_at and m.erased_at is null
      and private.subject_hash(m.user_id, m.tenant_id) = e.subject_hash
    where e.state = 'done'
    order by e.done_at
  loop
    perform private.hand_over_community(found.tenant_id, found.user_id);
    perform private.depart(found.tenant_id, found.user_id);
    perform private.erase_membership(found.tenant_id, found.user_id, found.mode);
    erased := erased + 1;
  end loop;
  for found in
    select e.id, p.id as user_id
    from private.erasures e
    join public.profiles p on p.created_at < e.done_at and private.subject_hash(p.id, null) = e.subject_hash
    where e.state = 'done' and e.tenant_id is null
    order by e.done_at
  loop
    perform private.shut_account(found.user_id);
    update private.erasures e
    set state = 'waiting', done_at = null, user_id = found.user_id, due_at = now(), begun_at = now()
    where e.id = found.id;
    erased := erased + 1;
  end loop;
  return erased;
end $$;
