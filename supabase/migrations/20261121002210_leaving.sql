-- Leaving a community, and what becomes of what one made there: it stays under one's name, it stays without it, or it goes.

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
    -- What others wrote below one's posts, in whichever community: it is theirs, and nobody reads it while the post is gone.
    'answers', (select count(*) from public.posts p
                join public.post_comments c on c.post_home = p.tenant_id and c.post_id = p.id
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
