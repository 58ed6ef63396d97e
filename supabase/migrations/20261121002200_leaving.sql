-- Leaving a community, and what becomes of what one made there: it stays under one's name, it stays without it, or it goes.

-- A membership whose person is gone for good. What they wrote stays with it; nobody can claim or sign in as it.
alter table public.tenant_users add column erased_at timestamptz;
alter table public.tenant_users add check (erased_at is null or status = 'removed');

-- A post that was erased keeps its place, so that what others wrote below it keeps theirs.
alter table public.posts drop constraint posts_body_check;
alter table public.posts add constraint posts_body_check
  check (char_length(body) <= 200000 and (body <> '' or deleted_at is not null));

-- What is to be erased, and what was: a done row says that and how much, and not of whom. Its hash finds the same person
-- again where a backup brings them back.
create table private.erasures (
  id uuid primary key default private.uuid_v7(),
  subject_hash text not null,
  -- Null: the whole account.
  tenant_id uuid,
  mode text not null check (mode in ('anonymise', 'remove')),
  state text not null default 'waiting' check (state in ('waiting', 'done')),
  -- Until it is done.
  user_id uuid,
  -- Rows by kind, as counted before.
  counts jsonb not null default '{}' check (jsonb_typeof(counts) = 'object'),
  requested_at timestamptz not null default now(),
  done_at timestamptz,
  check ((state = 'done') = (done_at is not null)),
  check ((state = 'waiting') = (user_id is not null))
);
create index erasures_waiting_idx on private.erasures (requested_at) where state = 'waiting';
create unique index erasures_once_idx on private.erasures (user_id, tenant_id) where state = 'waiting';

-- The transaction that erases at this moment. Empty whenever one looks from outside.
create table private.erasing (
  txid xid8 primary key
);

do $$
declare t text;
begin
  foreach t in array array['erasures', 'erasing'] loop
    execute format('alter table private.%I enable row level security', t);
    execute format('alter table private.%I force row level security', t);
    execute format('revoke all on private.%I from public, anon, authenticated, service_role', t);
  end loop;
end $$;

-- The setting spares every other write the look into the table; the table alone decides.
create function private.is_erasing() returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce(current_setting('archipelago.erasing', true), '') = 'on'
    and exists (select 1 from private.erasing e where e.txid = pg_current_xact_id_if_assigned());
end $$;

create function private.set_erasing(p_on boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  if p_on then
    insert into private.erasing (txid) values (pg_current_xact_id()) on conflict do nothing;
  else
    delete from private.erasing e where e.txid = pg_current_xact_id();
  end if;
  perform set_config('archipelago.erasing', case when p_on then 'on' else '' end, true);
end $$;

-- The logs stay as they are, but for one thing: erasing takes out whom a row names and what it says of them.
create or replace function private.refuse_change() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  erasable constant text[] := array['stream_id', 'data', 'actor_id', 'target_id', 'old', 'new'];
begin
  if tg_op = 'UPDATE' and tg_relid in ('public.domain_events'::regclass, 'public.audit_logs'::regclass)
     and private.is_erasing() and to_jsonb(new) - erasable = to_jsonb(old) - erasable then
    return new;
  end if;
  raise exception 'forbidden:append_only' using errcode = '42501';
end $$;

-- Erasing is no news: its own record would hold what is to go.
create or replace function private.record_change() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  -- Kept by workers and triggers, or repeated elsewhere: no news in themselves.
  noise constant text[] := array['updated_at', 'version', 'like_count', 'comment_count', 'share_count', 'member_count',
                                 'post_count', 'lead', 'body_length', 'stream_id', 'is_public', 'path', 'depth',
                                 'found_by', 'found_by_moderators', 'approved_by', 'ended_by'];
  entity constant text := tg_argv[0];
  book constant text := tg_argv[1];
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  is_now jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  row_now jsonb := coalesce(case when tg_op <> 'DELETE' then to_jsonb(new) end, to_jsonb(old));
  tenant uuid := case entity when 'tenant' then (row_now ->> 'id')::uuid else (row_now ->> 'tenant_id')::uuid end;
  verb text := case tg_op when 'INSERT' then 'created' when 'DELETE' then 'deleted' else 'updated' end;
  request text := private.request_header('x-request-id');
  -- What happens between two communities is done by somebody of one of them, whom the other's admins do not read of.
  reader_sees uuid := case when entity not in ('share', 'connection') or tenant = any (private.my_tenants()) then auth.uid() end;
begin
  if private.is_erasing() then return null; end if;
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(n.key, n.value), jsonb_object_agg(n.key, was -> n.key)
    into is_now, was
    from jsonb_each(is_now) n
    where n.key <> all (noise) and n.value is distinct from (was -> n.key);
    if is_now is null then return null; end if;
    if is_now ? 'deleted_at' then verb := case when is_now ->> 'deleted_at' is null then 'restored' else 'removed' end; end if;
  else
    was := was - noise;
    is_now := is_now - noise;
  end if;
  if book in ('events', 'both') then
    insert into public.domain_events
      (tenant_id, stream_type, stream_id, stream_version, type, data, actor_id, correlation_id)
    values (tenant, entity, (row_now ->> tg_argv[2])::uuid,
            (row_now ->> 'version')::integer + case when tg_op = 'DELETE' then 1 else 0 end,
            entity || '.' || verb, jsonb_build_object('old', was, 'new', is_now), auth.uid(), request);
  end if;
  if book in ('audit', 'both') then
    insert into public.audit_logs (tenant_id, actor_id, actor_role, action, target_type, target_id, old, new, request_id)
    values (coalesce(tenant, '00000000-0000-0000-0000-000000000000'), reader_sees, coalesce(private.claims() ->> 'role', session_user), entity || '.' || verb, entity,
            row_now ->> tg_argv[2], was, is_now, request);
  end if;
  return null;
end $$;

-- A post of one's own that nobody else reads: a note to oneself, or one that was removed. What one wrote below it goes with it.
create function private.is_own_recess(p_tenant uuid, p_home uuid, p_post uuid, p_user uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return p_home = p_tenant and exists (
    select 1 from public.posts p
    where p.tenant_id = p_tenant and p.id = p_post and p.author_id = p_user
      and (p.visibility = 'me' or p.deleted_at is not null));
end $$;

-- What somebody has in a community, by kind: what a preview promises, and what is counted when it is done.
create function private.leaving_counts(p_tenant uuid, p_user uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return jsonb_build_object(
    'posts', (select count(*) from public.posts p where p.tenant_id = p_tenant and p.author_id = p_user
              and p.deleted_at is null and p.visibility <> 'me'),
    'notes', (select count(*) from public.posts p where p.tenant_id = p_tenant and p.author_id = p_user
              and p.deleted_at is null and p.visibility = 'me'),
    'removed_posts', (select count(*) from public.posts p where p.tenant_id = p_tenant and p.author_id = p_user
              and p.deleted_at is not null and p.body <> ''),
    'comments', (select count(*) from public.post_comments c where c.tenant_id = p_tenant and c.author_id = p_user
              and c.deleted_at is null and c.lane_of is null
                and not private.is_own_recess(p_tenant, c.post_home, c.post_id, p_user)),
    'lane_comments', (select count(*) from public.post_comments c where c.tenant_id = p_tenant and c.author_id = p_user
              and c.deleted_at is null and c.lane_of is not null),
    'likes', (select count(*) from public.post_likes l where l.tenant_id = p_tenant and l.user_id = p_user),
    'pictures', (select count(*) from public.media m where m.tenant_id = p_tenant and m.owner_id = p_user
              and m.removed_at is null and exists (
                select 1 from public.media_uses u where u.tenant_id = m.tenant_id and u.media_id = m.id)),
    'events', (select count(*) from public.events e where e.tenant_id = p_tenant and e.organizer_id = p_user),
    'bookmarks', (select count(*) from public.post_bookmarks b where b.tenant_id = p_tenant and b.user_id = p_user),
    'groups', (select count(*) from public.groups g where g.tenant_id = p_tenant and g.owner_id = p_user),
    'shares', (select count(*) from public.content_sharing s
               where s.state in ('asked', 'waiting', 'active') and p_tenant in (s.tenant_id, s.target_tenant_id)
                 and (s.author_id = p_user or (s.asked_by = p_user and s.state = 'asked'))),
    'mentions', (select count(*) from public.post_mentions m where m.tenant_id = p_tenant and m.user_id = p_user),
    -- What others wrote below one's posts: it is theirs, and nobody reads it while the post is gone.
    'answers', (select count(*) from public.posts p
                join public.post_comments c on c.tenant_id = p.tenant_id and c.post_id = p.id
                where p.tenant_id = p_tenant and p.author_id = p_user and p.deleted_at is null and p.visibility <> 'me'
                  and c.author_id <> p_user and c.deleted_at is null));
end $$;

-- A group needs somebody: those who look after it, else who came first, else whoever owns the community. The last learns
-- nothing of it: owning a group is not reading it.
create function private.hand_over_groups(p_tenant uuid, p_user uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  g record;
  heir uuid;
begin
  for g in select x.id from public.groups x where x.tenant_id = p_tenant and x.owner_id = p_user order by x.id for update loop
    select m.user_id into heir
    from public.group_members m
    join public.tenant_users u on u.tenant_id = m.tenant_id and u.user_id = m.user_id and u.status = 'active'
    where m.tenant_id = p_tenant and m.group_id = g.id and m.user_id <> p_user
    order by case m.role when 'owner' then 0 when 'moderator' then 1 else 2 end, m.joined_at, m.user_id limit 1;
    if heir is not null then
      update public.group_members m set role = 'owner'
      where m.tenant_id = p_tenant and m.group_id = g.id and m.user_id = heir;
    else
      select u.user_id into heir from public.tenant_users u
      where u.tenant_id = p_tenant and u.role = 'owner' and u.status = 'active' and u.user_id <> p_user
      order by u.joined_at, u.user_id limit 1;
    end if;
    if heir is not null then
      update public.groups x set owner_id = heir where x.tenant_id = p_tenant and x.id = g.id;
    end if;
  end loop;
end $$;

-- Takes somebody out of a community: consent they gave, doors they have open, groups they own, and then the membership.
create function private.depart(p_tenant uuid, p_user uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  share public.content_sharing;
  was text;
begin
  select m.status into was from public.tenant_users m where m.tenant_id = p_tenant and m.user_id = p_user;
  for share in
    select s.* from public.content_sharing s
    where s.state in ('asked', 'waiting', 'active') and p_tenant in (s.tenant_id, s.target_tenant_id)
      and (s.author_id = p_user or (s.asked_by = p_user and s.state = 'asked'))
    order by s.tenant_id, s.post_id
  loop
    perform private.keep_connection(share.tenant_id, share.target_tenant_id);
    perform private.hold_post(share.tenant_id, share.post_id);
    select s.* into share from public.content_sharing s where s.tenant_id = share.tenant_id and s.id = share.id;
    perform private.end_share(share, 'revoked', 'author');
  end loop;
  -- Who takes back a request only stays signed in where they are.
  if was = 'active' then
    update private.host_sessions h set revoked_at = now()
    where h.user_id = p_user and h.tenant_id = p_tenant and h.revoked_at is null;
    delete from private.handoff_codes c where c.user_id = p_user and c.tenant_id = p_tenant;
  end if;
  perform private.hand_over_groups(p_tenant, p_user);
  update public.tenant_users m set status = 'removed', left_at = coalesce(m.left_at, now()), role = 'member'
  where m.tenant_id = p_tenant and m.user_id = p_user and m.status <> 'removed';
  delete from public.group_members g where g.tenant_id = p_tenant and g.user_id = p_user;
  -- What was suggested to them rests on all their communities.
  delete from private.recommendation_sets r where r.user_id = p_user;
end $$;

create function private.subject_hash(p_user uuid, p_tenant uuid) returns text
language sql immutable parallel safe set search_path = '' as $$
  select encode(extensions.digest(p_user::text || ':' || coalesce(p_tenant::text, ''), 'sha256'), 'hex')
$$;

-- Leaves, or takes back a request. p_mode: what one made stays under one's name (keep), stays without it (anonymise), or
-- goes (remove); the worker does the latter two, within seconds.
drop function public.leave_community(uuid);
create function public.leave_community(p_tenant uuid, p_mode text default 'keep') returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := auth.uid();
  member public.tenant_users;
begin
  if me is null or coalesce(private.bound_tenant(), p_tenant) <> p_tenant then
    raise exception 'forbidden:community' using errcode = '42501';
  end if;
  if p_mode not in ('keep', 'anonymise', 'remove') then raise exception 'invalid:mode' using errcode = 'P0001'; end if;
  if p_mode <> 'keep' then perform private.require_network_viewer(); end if;
  -- Locked, so that nobody makes a leaving person the last owner meanwhile.
  select * into member from public.tenant_users m where m.tenant_id = p_tenant and m.user_id = me for update;
  if member.status is null or member.status in ('removed', 'suspended') then
    raise exception 'not_found:membership' using errcode = '42501';
  end if;
  if member.role = 'owner' and member.status = 'active' then perform private.require_another_owner(p_tenant, me); end if;
  if p_mode <> 'keep' then
    insert into private.erasures (subject_hash, tenant_id, mode, user_id, counts)
    values (private.subject_hash(me, p_tenant), p_tenant, p_mode, me, private.leaving_counts(p_tenant, me));
  end if;
  perform private.depart(p_tenant, me);
end $$;

-- What leaving would do: the counts, and of whom it asks something first. Null where there is no membership to leave.
create function public.leave_preview(p_slug text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
  member public.tenant_users;
  last_owner boolean;
begin
  select m.* into member from public.tenants t
  join public.tenant_users m on m.tenant_id = t.id and m.user_id = me
  where t.slug = p_slug and t.status <> 'deleted' and m.status in ('active', 'requested', 'invited');
  if member.user_id is null then return null; end if;
  last_owner := member.role = 'owner' and member.status = 'active' and not exists (
    select 1 from public.tenant_users o
    where o.tenant_id = member.tenant_id and o.role = 'owner' and o.status = 'active' and o.user_id <> me);
  return jsonb_build_object(
    'community', private.tenant_card(member.tenant_id),
    'last_owner', last_owner,
    -- Who would know the work; all of them can be found in the list of members.
    'heirs', case when last_owner then coalesce((
      select jsonb_agg(jsonb_build_object('id', h.user_id, 'name', h.display_name, 'avatar', h.avatar_path, 'role', h.role)
        order by private.role_rank(h.role) desc, h.joined_at, h.user_id)
      from (select x.user_id, x.display_name, x.avatar_path, x.role, x.joined_at from public.tenant_users x
            join public.profiles p on p.id = x.user_id and not p.is_placeholder
            where x.tenant_id = member.tenant_id and x.status = 'active' and x.user_id <> me
            order by private.role_rank(x.role) desc, x.joined_at, x.user_id limit 6) h), '[]') else '[]'::jsonb end,
    'counts', private.leaving_counts(member.tenant_id, me));
end $$;
grant execute on function public.leave_community(uuid, text), public.leave_preview(text) to authenticated;

-- Nobody comes back while what they asked for is still being done.
create function private.tenant_users_wait_for_erasure() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (select 1 from private.erasures e
             where e.user_id = new.user_id and e.tenant_id = new.tenant_id and e.state = 'waiting') then
    raise exception 'conflict:still_leaving' using errcode = 'P0001';
  end if;
  return new;
end $$;
create trigger tenant_users_return_waits before update of status on public.tenant_users
  for each row when (old.status = 'removed' and new.status <> 'removed')
  execute function private.tenant_users_wait_for_erasure();
