-- What somebody says of themselves in a community beside name and bio, who may see each part of it, and whether they
-- are listed among its members.

create extension if not exists pg_trgm with schema extensions;
create extension if not exists btree_gin with schema extensions;

alter table public.tenant_users
  add column listed boolean not null default true,
  add column found_by text[] not null default '{}',
  add column found_by_moderators text[] not null default '{}';
comment on column public.tenant_users.found_by is
  'Folded city (city:...), skills and interests (tag:...) that everybody in the community may see; kept by member_details.';
comment on column public.tenant_users.found_by_moderators is 'The same with what moderators alone may see.';

create function private.are_words(p_words text[]) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select cardinality(p_words) <= 10 and coalesce((select bool_and(char_length(w) between 1 and 40) from unnest(p_words) w), true)
$$;

create table public.member_details (
  tenant_id uuid not null,
  user_id uuid not null,
  city text not null default '' check (char_length(city) <= 80),
  skills text[] not null default '{}' check (private.are_words(skills)),
  interests text[] not null default '{}' check (private.are_words(interests)),
  city_for text not null default 'members' check (city_for in ('members', 'moderators', 'nobody')),
  skills_for text not null default 'members' check (skills_for in ('members', 'moderators', 'nobody')),
  interests_for text not null default 'members' check (interests_for in ('members', 'moderators', 'nobody')),
  shows_membership boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references public.tenant_users (tenant_id, user_id)
    on update cascade on delete cascade
);
comment on column public.member_details.shows_membership is
  'Whether people who share another community, and say the same there, learn of this membership.';
create index member_details_shown_idx on public.member_details (user_id, tenant_id) where shows_membership;

-- Functions read and write it: each part has readers of its own.
alter table public.member_details enable row level security;
alter table public.member_details force row level security;
revoke all on public.member_details from public, anon, authenticated, service_role;
create policy member_details_all_bound on public.member_details as restrictive for all to anon, authenticated
  using ((select private.bound_tenant()) is null or tenant_id = (select private.bound_tenant()))
  with check ((select private.bound_tenant()) is null or tenant_id = (select private.bound_tenant()));
create trigger member_details_update_touches before update on public.member_details
  for each row execute function private.touch_row();
create trigger member_details_update_keeps_tenant before update of tenant_id on public.member_details
  for each row execute function private.keep_tenant();

-- The words by which a community's members can be found, and how many are found by each: uses as everybody sees it.
create table private.member_words (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  key text not null,
  label text not null,
  uses integer not null default 0,
  uses_for_moderators integer not null default 0,
  primary key (tenant_id, key)
);
alter table private.member_words enable row level security;
alter table private.member_words force row level security;
create trigger member_words_update_keeps_tenant before update of tenant_id on private.member_words
  for each row execute function private.keep_tenant();
create index member_words_used_idx on private.member_words (tenant_id, (split_part(key, ':', 1)), uses desc);
create index member_words_all_idx on private.member_words (tenant_id, (split_part(key, ':', 1)), uses_for_moderators desc);

create function private.word_keys(p_kind text, p_words text[]) returns text[]
language sql immutable parallel safe set search_path = '' as $$
  select coalesce(array_agg(distinct p_kind || ':' || lower(w)), '{}') from unnest(p_words) w where w <> ''
$$;

create function private.member_details_are_found() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  everybody text[];
  moderators text[];
begin
  select array(select distinct k.key from (
      select unnest(private.word_keys('city', array[new.city])) as key where new.city_for = 'members'
      union all select unnest(private.word_keys('tag', new.skills)) where new.skills_for = 'members'
      union all select unnest(private.word_keys('tag', new.interests)) where new.interests_for = 'members') k order by 1),
    array(select distinct k.key from (
      select unnest(private.word_keys('city', array[new.city])) as key where new.city_for <> 'nobody'
      union all select unnest(private.word_keys('tag', new.skills)) where new.skills_for <> 'nobody'
      union all select unnest(private.word_keys('tag', new.interests)) where new.interests_for <> 'nobody') k order by 1)
  into everybody, moderators;
  update public.tenant_users m set found_by = everybody, found_by_moderators = moderators
  where m.tenant_id = new.tenant_id and m.user_id = new.user_id
    and (m.found_by, m.found_by_moderators) is distinct from (everybody, moderators);
  -- Whoever alone uses a word decides how it is written.
  update private.member_words w set label = x.word
  from (select 'city:' || lower(new.city) as key, new.city as word
        union select 'tag:' || lower(s), s from unnest(new.skills || new.interests) s) x
  where w.tenant_id = new.tenant_id and w.key = x.key and w.uses_for_moderators = 1 and w.label <> x.word
    and x.key = any (moderators);
  return null;
end $$;
create trigger member_details_write_is_found after insert or update on public.member_details
  for each row execute function private.member_details_are_found();

create function private.tenant_users_count_words() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  was text[] := case when tg_op <> 'INSERT' and old.status = 'active' and old.listed then old.found_by else '{}' end;
  was_all text[] := case when tg_op <> 'INSERT' and old.status = 'active' then old.found_by_moderators else '{}' end;
  is_now text[] := case when tg_op <> 'DELETE' and new.status = 'active' and new.listed then new.found_by else '{}' end;
  is_all text[] := case when tg_op <> 'DELETE' and new.status = 'active' then new.found_by_moderators else '{}' end;
  tenant uuid := case when tg_op = 'DELETE' then old.tenant_id else new.tenant_id end;
  person uuid := case when tg_op = 'DELETE' then old.user_id else new.user_id end;
begin
  if (was, was_all) is not distinct from (is_now, is_all) then return null; end if;
  -- A community that goes takes its words along.
  if tg_op = 'DELETE' and not exists (select from public.tenants t where t.id = tenant) then return null; end if;
  -- In the order of the keys, so that two people who change the same words wait for one another and do not deadlock.
  insert into private.member_words as w (tenant_id, key, label, uses, uses_for_moderators)
  select tenant, k.key, coalesce(s.word, substr(k.key, strpos(k.key, ':') + 1)),
    (k.key = any (is_now))::integer - (k.key = any (was))::integer,
    (k.key = any (is_all))::integer - (k.key = any (was_all))::integer
  from (select distinct unnest(was_all || is_all || was || is_now) as key) k
  left join lateral (
    select x.word from public.member_details d
    cross join lateral (select 'city:' || lower(d.city) as key, d.city as word
      union all select 'tag:' || lower(y), y from unnest(d.skills || d.interests) y) x
    where d.tenant_id = tenant and d.user_id = person and x.key = k.key limit 1) s on true
  where (k.key = any (is_now)) <> (k.key = any (was)) or (k.key = any (is_all)) <> (k.key = any (was_all))
  order by k.key
  on conflict (tenant_id, key) do update
    set uses = w.uses + excluded.uses, uses_for_moderators = w.uses_for_moderators + excluded.uses_for_moderators;
  delete from private.member_words w
  where w.tenant_id = tenant and w.key = any (was_all || was) and w.uses <= 0 and w.uses_for_moderators <= 0;
  return null;
end $$;
create trigger tenant_users_insert_counts_words after insert on public.tenant_users
  for each row when (new.found_by_moderators <> '{}') execute function private.tenant_users_count_words();
create trigger tenant_users_update_counts_words
  after update of status, listed, found_by, found_by_moderators on public.tenant_users
  for each row when (old.found_by_moderators <> '{}' or new.found_by_moderators <> '{}')
  execute function private.tenant_users_count_words();
create trigger tenant_users_delete_counts_words after delete on public.tenant_users
  for each row when (old.found_by_moderators <> '{}') execute function private.tenant_users_count_words();

-- Whoever does not want to be listed is not found past the app either.
drop policy tenant_users_select_members on public.tenant_users;
create policy tenant_users_select_members on public.tenant_users for select to authenticated using (
  (tenant_id = any ((select private.my_tenants())::uuid[])
    and ((status = 'active' and listed) or tenant_id = any ((select private.my_tenants_as('moderator'))::uuid[])))
  or user_id = (select auth.uid()));
drop policy user_profiles_select_members on public.user_profiles;
drop policy user_profiles_insert_own on public.user_profiles;
drop policy user_profiles_update_own on public.user_profiles;
revoke insert, update on public.user_profiles from authenticated;
revoke insert (tenant_id, user_id, display_name, bio, metadata), update (display_name, bio, metadata)
  on public.user_profiles from authenticated;
create policy user_profiles_select_own on public.user_profiles for select to authenticated
  using (tenant_id = any ((select private.my_tenants())::uuid[]) and user_id = (select auth.uid()));

-- Follows from what members say of themselves, and is no news.
create or replace function private.record_change() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  -- Kept by workers and triggers, or repeated elsewhere: no news in themselves.
  noise constant text[] := array['updated_at', 'version', 'like_count', 'comment_count', 'share_count', 'member_count',
                                 'post_count', 'lead', 'body_length', 'stream_id', 'is_public', 'path', 'depth',
                                 'found_by', 'found_by_moderators'];
  entity constant text := tg_argv[0];
  book constant text := tg_argv[1];
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  is_now jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  row_now jsonb := coalesce(case when tg_op <> 'DELETE' then to_jsonb(new) end, to_jsonb(old));
  tenant uuid := case entity when 'tenant' then (row_now ->> 'id')::uuid else (row_now ->> 'tenant_id')::uuid end;
  verb text := case tg_op when 'INSERT' then 'created' when 'DELETE' then 'deleted' else 'updated' end;
  request text := private.request_header('x-request-id');
begin
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
    values (coalesce(tenant, '00000000-0000-0000-0000-000000000000'), auth.uid(), coalesce(private.claims() ->> 'role', session_user), entity || '.' || verb, entity,
            row_now ->> tg_argv[2], was, is_now, request);
  end if;
  return null;
end $$;

-- One's own place ------------------------------------------------------------------------------------

-- Saves how somebody shows themselves in a community, whole. The card that lists show follows in the same transaction.
create function public.save_face(
  p_tenant uuid, p_name text, p_bio text, p_listed boolean, p_shows_membership boolean,
  p_city text, p_city_for text, p_skills text[], p_skills_for text, p_interests text[], p_interests_for text
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_role(p_tenant, 'member');
begin
  insert into public.user_profiles as f (tenant_id, user_id, display_name, bio)
  values (p_tenant, me, p_name, p_bio)
  on conflict (tenant_id, user_id) do update set display_name = excluded.display_name, bio = excluded.bio
    where (f.display_name, f.bio) is distinct from (excluded.display_name, excluded.bio);
  insert into public.member_details
    (tenant_id, user_id, city, city_for, skills, skills_for, interests, interests_for, shows_membership)
  values (p_tenant, me, p_city, p_city_for, p_skills, p_skills_for, p_interests, p_interests_for, p_shows_membership)
  on conflict (tenant_id, user_id) do update
    set city = excluded.city, city_for = excluded.city_for, skills = excluded.skills, skills_for = excluded.skills_for,
        interests = excluded.interests, interests_for = excluded.interests_for,
        shows_membership = excluded.shows_membership;
  update public.tenant_users m set listed = p_listed
  where m.tenant_id = p_tenant and m.user_id = me and m.listed <> p_listed;
end $$;

-- One's own face with every part of it, and words that others here use. Null where one does not belong.
create function public.my_face(p_tenant uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := auth.uid();
begin
  if not coalesce(p_tenant = any (private.my_tenants()), false) then return null; end if;
  return (
    select jsonb_build_object(
      'display_name', m.display_name, 'bio', private.shown_bio(p_tenant, me), 'listed', m.listed,
      'shows_membership', coalesce(d.shows_membership, false),
      'city', coalesce(d.city, ''), 'city_for', coalesce(d.city_for, 'members'),
      'skills', coalesce(d.skills, '{}'), 'skills_for', coalesce(d.skills_for, 'members'),
      'interests', coalesce(d.interests, '{}'), 'interests_for', coalesce(d.interests_for, 'members'),
      'known_cities', private.known_words(p_tenant, 'city', 30, false),
      'known_words', private.known_words(p_tenant, 'tag', 60, false))
    from public.tenant_users m
    left join public.member_details d on d.tenant_id = m.tenant_id and d.user_id = m.user_id
    where m.tenant_id = p_tenant and m.user_id = me);
end $$;

-- The words most used in a community with how many members have each, as everybody or as moderators see it.
create function private.known_words(p_tenant uuid, p_kind text, p_limit integer, p_moderator boolean) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('key', substr(w.key, char_length(p_kind) + 2), 'label', w.label,
      'count', w.n) order by w.n desc, w.key), '[]')
    from (
      (select x.key, x.label, x.uses as n from private.member_words x
       where not p_moderator and x.tenant_id = p_tenant and split_part(x.key, ':', 1) = p_kind and x.uses > 0
       order by x.uses desc limit p_limit)
      union all
      (select x.key, x.label, x.uses_for_moderators from private.member_words x
       where p_moderator and x.tenant_id = p_tenant and split_part(x.key, ':', 1) = p_kind
       order by x.uses_for_moderators desc limit p_limit)) w);
end $$;

-- What somebody says of themselves as far as a member, or a moderator, may see it.
create function private.shown_details(p_tenant uuid, p_user uuid, p_moderator boolean) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  seen text[] := case when p_moderator then array['members', 'moderators'] else array['members'] end;
begin
  return coalesce((
    select jsonb_build_object(
      'city', case when d.city_for = any (seen) then d.city else '' end,
      'skills', case when d.skills_for = any (seen) then d.skills else '{}' end,
      'interests', case when d.interests_for = any (seen) then d.interests else '{}' end)
    from public.member_details d where d.tenant_id = p_tenant and d.user_id = p_user),
    '{"city": "", "skills": [], "interests": []}');
end $$;

-- Communities that two people share and both let such people know of.
create function private.shared_communities(p_one uuid, p_other uuid, p_except uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('slug', t.slug, 'name', t.name, 'accent', t.accent,
      'domain', private.primary_domain(t.id)) order by lower(t.name), t.id), '[]')
    from (
      select x.id, x.slug, x.name, x.accent from public.member_details a
      join public.member_details b on b.tenant_id = a.tenant_id and b.user_id = p_other and b.shows_membership
      join public.tenant_users ma on ma.tenant_id = a.tenant_id and ma.user_id = p_one and ma.status = 'active'
      join public.tenant_users mb on mb.tenant_id = a.tenant_id and mb.user_id = p_other and mb.status = 'active'
      join public.tenants x on x.id = a.tenant_id and x.status = 'active'
      where a.user_id = p_one and a.shows_membership and a.tenant_id <> p_except
      order by lower(x.name), x.id limit 50) t);
end $$;

-- A member as their community knows them, with a page of what they wrote there and the caller may read, newest first:
-- p_part 'posts' or 'comments'. Null for whoever does not belong here, and alike for a person who does not.
create or replace function public.member_page(
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
  moderator boolean := coalesce(p_tenant = any (private.my_tenants_as('moderator')), false);
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
    'member', private.member_card(p_tenant, p_user) || private.shown_details(p_tenant, p_user, moderator)
      || jsonb_build_object('bio', private.shown_bio(p_tenant, p_user), 'unlisted', (moderator or me = p_user)
        and exists (select from public.tenant_users m where m.tenant_id = p_tenant and m.user_id = p_user and not m.listed)),
    'shared', case when me = p_user then '[]' else private.shared_communities(me, p_user, p_tenant) end,
    'items', items);
end $$;

grant execute on function public.my_face(uuid),
  public.save_face(uuid, text, text, boolean, boolean, text, text, text[], text, text[], text) to authenticated;
