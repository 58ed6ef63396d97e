-- Pictures. A file is read by whoever may read what shows it: the post or comment, the person's card, the community.
-- Files are written once, under names that nobody can guess, and never changed.
--   post-media  <community id>/<picture id>/<width>.webp
--   avatars     <community id>/<person id>/<random id>/<width>.webp, a face in one community
--               people/<person id>/<random id>/<width>.webp, the face one brings along
--   logos       <community id>/<random id>/<width>.webp

create table public.media (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null default private.uuid_v7(),
  owner_id uuid not null,
  -- Of the largest file; the others are as wide as widths says.
  width integer not null check (width between 1 and 2560),
  height integer not null check (height between 1 and 2560),
  widths integer[] not null check (cardinality(widths) between 1 and 3 and width = any (widths)),
  bytes integer not null check (bytes between 1 and 20971520),
  -- Null while a post or comment shows it. What is not shown for a day is removed by the worker.
  unused_since timestamptz default now(),
  removed_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, owner_id) references public.tenant_users (tenant_id, user_id) on update cascade
);
create index media_owner_idx on public.media (tenant_id, owner_id, created_at desc);
create index media_unused_idx on public.media (unused_since) where unused_since is not null;

-- Follows from the texts: which post or comment shows which picture.
create table public.media_uses (
  tenant_id uuid not null,
  media_id uuid not null,
  post_id uuid,
  comment_id uuid,
  target_id uuid not null generated always as (coalesce(post_id, comment_id)) stored,
  primary key (tenant_id, media_id, target_id),
  check (num_nonnulls(post_id, comment_id) = 1),
  foreign key (tenant_id, media_id) references public.media (tenant_id, id) on delete cascade,
  foreign key (tenant_id, post_id) references public.posts (tenant_id, id) on delete cascade,
  foreign key (tenant_id, comment_id) references public.post_comments (tenant_id, id) on delete cascade
);
create index media_uses_post_idx on public.media_uses (tenant_id, post_id) where post_id is not null;
create index media_uses_comment_idx on public.media_uses (tenant_id, comment_id) where comment_id is not null;

create trigger media_update_keeps_tenant before update of tenant_id on public.media
  for each row execute function private.keep_tenant();
create trigger media_uses_update_keeps_tenant before update of tenant_id on public.media_uses
  for each row execute function private.keep_tenant();
create trigger media_record after insert or delete on public.media
  for each row execute function private.record_change('media', 'events', 'id');

create function private.media_bound_uploads() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if private.claims() <> '{}' and (
    select count(*) from public.media m
    where m.tenant_id = new.tenant_id and m.owner_id = new.owner_id and m.created_at > now() - interval '1 day') >= 200 then
    raise exception 'rate_limited:uploads_per_day' using errcode = 'P0001';
  end if;
  return new;
end $$;
create trigger media_insert_bounds_uploads before insert on public.media
  for each row execute function private.media_bound_uploads();

create function private.media_uses_mark() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    update public.media m set unused_since = null
    where m.tenant_id = new.tenant_id and m.id = new.media_id and m.unused_since is not null;
  else
    update public.media m set unused_since = now()
    where m.tenant_id = old.tenant_id and m.id = old.media_id and m.unused_since is null
      and not exists (select 1 from public.media_uses u where u.tenant_id = old.tenant_id and u.media_id = old.media_id);
  end if;
  return null;
end $$;
create trigger media_uses_write_marks after insert or delete on public.media_uses
  for each row execute function private.media_uses_mark();

-- What a text shows: the pictures it names, as far as they are its author's own, fifty at most.
create function private.link_media(p_tenant uuid, p_author uuid, p_post uuid, p_comment uuid, p_body text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  named uuid[];
begin
  select coalesce(array_agg(distinct x.id), '{}') into named
  from (select m[1]::uuid as id
        from regexp_matches(p_body, '/media/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/', 'g') m
        limit 50) x;
  delete from public.media_uses u
  where u.tenant_id = p_tenant and (u.post_id = p_post or u.comment_id = p_comment) and u.media_id <> all (named);
  insert into public.media_uses (tenant_id, media_id, post_id, comment_id)
  select p_tenant, m.id, p_post, p_comment from public.media m
  where m.tenant_id = p_tenant and m.owner_id = p_author and m.id = any (named) and m.removed_at is null
  for key share
  on conflict do nothing;
end $$;

create function private.posts_link_media() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.link_media(new.tenant_id, new.author_id, new.id, null, new.body);
  return null;
end $$;
create trigger posts_insert_links_media after insert on public.posts
  for each row when (new.body like '%/media/%') execute function private.posts_link_media();
create trigger posts_update_links_media after update of body on public.posts
  for each row when (new.body is distinct from old.body and (new.body like '%/media/%' or old.body like '%/media/%'))
  execute function private.posts_link_media();

create function private.post_comments_link_media() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.link_media(new.tenant_id, new.author_id, null, new.id, new.body);
  return null;
end $$;
create trigger post_comments_insert_links_media after insert on public.post_comments
  for each row when (new.body like '%/media/%') execute function private.post_comments_link_media();
create trigger post_comments_update_links_media after update of body on public.post_comments
  for each row when (new.body is distinct from old.body and (new.body like '%/media/%' or old.body like '%/media/%'))
  execute function private.post_comments_link_media();

-- Who may see a file ---------------------------------------------------------------------------------

create function private.may_read_media(p_tenant uuid, p_media uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  member boolean := coalesce(p_tenant = any (private.my_tenants()), false);
  streams uuid[];
begin
  if not member and p_tenant is distinct from private.public_host_tenant() then return false; end if;
  if not exists (select 1 from public.media m where m.tenant_id = p_tenant and m.id = p_media and m.removed_at is null) then
    return false;
  end if;
  if member then
    if exists (select 1 from public.media m
               where m.tenant_id = p_tenant and m.id = p_media and m.owner_id = auth.uid()) then
      return true;
    end if;
    streams := private.my_streams();
  end if;
  return exists (
    select 1 from public.media_uses u
    join public.posts p on p.tenant_id = u.tenant_id and p.id = u.post_id
    where u.tenant_id = p_tenant and u.media_id = p_media and p.deleted_at is null
      and case when member then p.stream_id = any (streams) else p.visibility = 'public' end)
  or exists (
    select 1 from public.media_uses u
    join public.post_comments c on c.tenant_id = u.tenant_id and c.id = u.comment_id
    where u.tenant_id = p_tenant and u.media_id = p_media and c.deleted_at is null
      and case when member then c.stream_id = any (streams) else c.is_public end);
end $$;

create function private.owns_media(p_tenant text, p_media text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select 1 from public.media m
    where m.tenant_id::text = p_tenant and m.tenant_id = any (private.my_tenants()) and m.id::text = p_media
      and m.owner_id = auth.uid() and m.removed_at is null);
end $$;

create function private.is_uuid(p_text text) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select coalesce(p_text ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$', false)
$$;

-- A face is seen by oneself, and by those who see a card that bears it.
create function private.may_see_avatar(p_folder text, p_person uuid, p_path text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  mine uuid[] := private.my_tenants();
  host uuid := private.public_host_tenant();
begin
  if p_person = auth.uid() and (p_folder = 'people' or p_folder = any (mine::text[])) then return true; end if;
  return exists (
    select 1 from public.tenant_users m
    where m.user_id = p_person and m.avatar_path = p_path and (m.tenant_id = any (mine) or m.tenant_id = host));
end $$;

-- A logo is seen by those who may know of the community, on its host and on the network's; admins see the next one too.
create function private.may_see_logo(p_tenant uuid, p_path text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  bound uuid := private.bound_tenant();
begin
  if p_tenant = any (private.my_tenants_as('admin')) then return true; end if;
  return exists (
    select 1 from public.tenants t
    where t.id = p_tenant and t.logo_path = p_path and t.status = 'active' and coalesce(bound, t.id) = t.id
      and ((t.privacy <> 'secret' and (bound is not null or private.token_scope() = 'network'))
        or exists (select 1 from public.tenant_users m where m.tenant_id = t.id and m.user_id = auth.uid()
                   and m.status in ('active', 'invited'))));
end $$;

create function private.is_unused_file(p_bucket text, p_name text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  parts text[] := string_to_array(p_name, '/');
begin
  if p_bucket = 'post-media' then
    return not exists (
      select 1 from public.media m
      where m.tenant_id::text = parts[1] and m.id::text = parts[2] and m.removed_at is null);
  elsif p_bucket = 'logos' then
    return not exists (
      select 1 from public.tenants t where t.id::text = parts[1] and t.logo_path = parts[1] || '/' || parts[2]);
  elsif p_bucket = 'avatars' and private.is_uuid(parts[2]) then
    return not exists (
      select 1 from public.profiles p
      where p.id = parts[2]::uuid and p.avatar_path = array_to_string(parts[1:3], '/'))
    and not exists (
      select 1 from public.tenant_users m
      where m.user_id = parts[2]::uuid and m.avatar_path = array_to_string(parts[1:3], '/'));
  end if;
  return p_bucket = 'avatars';
end $$;

create function private.may_read_file(p_bucket text, p_name text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  parts text[] := string_to_array(p_name, '/');
begin
  -- The worker sees what it removes, and nothing else.
  if private.token_scope() = 'server' then return private.is_unused_file(p_bucket, p_name); end if;
  if p_bucket = 'post-media' then
    return private.is_uuid(parts[1]) and private.is_uuid(parts[2])
      and private.may_read_media(parts[1]::uuid, parts[2]::uuid);
  elsif p_bucket = 'logos' then
    return private.is_uuid(parts[1]) and private.may_see_logo(parts[1]::uuid, parts[1] || '/' || parts[2]);
  elsif p_bucket = 'avatars' then
    return private.is_uuid(parts[2])
      and private.may_see_avatar(parts[1], parts[2]::uuid, array_to_string(parts[1:3], '/'));
  end if;
  return false;
end $$;

create function private.may_sweep_file(p_bucket text, p_name text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return private.token_scope() = 'server' and private.is_unused_file(p_bucket, p_name);
end $$;
grant execute on function
  private.may_read_media(uuid, uuid), private.may_read_file(text, text), private.may_sweep_file(text, text)
to anon, authenticated;
grant execute on function private.owns_media(text, text) to authenticated;

do $$
declare t text;
begin
  foreach t in array array['media', 'media_uses'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('revoke all on public.%I from public, anon, authenticated, service_role', t);
  end loop;
end $$;
create policy media_all_bound on public.media as restrictive for all to anon, authenticated
  using ((select private.bound_tenant()) is null or tenant_id = (select private.bound_tenant()))
  with check ((select private.bound_tenant()) is null or tenant_id = (select private.bound_tenant()));
grant select (tenant_id, id, width, height, widths, created_at) on public.media to anon, authenticated;
grant insert (tenant_id, id, owner_id, width, height, widths, bytes) on public.media to authenticated;
create policy media_select_readers on public.media for select to anon, authenticated using (
  (tenant_id = any ((select private.my_tenants())::uuid[]) or tenant_id = (select private.public_host_tenant()))
  and private.may_read_media(tenant_id, id));
-- A token without a scope is the Auth service's own, used past the app: only the app's have been looked at.
create policy media_insert_owners on public.media for insert to authenticated with check (
  tenant_id = any ((select private.my_tenants())::uuid[]) and owner_id = (select auth.uid())
  and (select private.token_scope()) <> '');

drop policy archipelago_files_select on storage.objects;
drop policy archipelago_files_insert on storage.objects;
drop policy archipelago_files_update on storage.objects;
drop policy archipelago_files_delete on storage.objects;
create policy archipelago_files_select on storage.objects for select to anon, authenticated using (
  private.may_read_file(bucket_id, name));
create policy archipelago_files_insert on storage.objects for insert to authenticated with check (
  (select private.token_scope()) <> '' and (
    (bucket_id = 'post-media' and (storage.foldername(name))[1] = any ((select private.my_tenant_folders())::text[])
      and private.owns_media((storage.foldername(name))[1], (storage.foldername(name))[2]))
    or (bucket_id = 'logos' and (storage.foldername(name))[1] = any ((select private.my_admin_folders())::text[]))
    or (bucket_id = 'avatars' and (storage.foldername(name))[1] = any ((select private.my_tenant_folders())::text[])
      and (storage.foldername(name))[2] = (select auth.uid())::text)
    or (bucket_id = 'avatars' and (select private.bound_tenant()) is null and (storage.foldername(name))[1] = 'people'
      and (storage.foldername(name))[2] = (select auth.uid())::text)));
create policy archipelago_files_delete on storage.objects for delete to anon using (
  private.may_sweep_file(bucket_id, name));
drop function private.public_host_folder();

-- The app makes every file itself, as WebP.
update storage.buckets set file_size_limit = 1048576, allowed_mime_types = array['image/webp'] where id in ('avatars', 'logos');
update storage.buckets set allowed_mime_types = array['image/webp'] where id = 'post-media';

-- Faces and logos -------------------------------------------------------------------------------------

revoke update (avatar_path) on public.profiles from authenticated;
revoke insert (avatar_path), update (avatar_path) on public.user_profiles from authenticated;
revoke update (logo_path) on public.tenants from authenticated;

create function private.require_picture(p_path text, p_folder text) returns void
language plpgsql immutable set search_path = '' as $$
begin
  if p_path is not null and not (p_path like p_folder || '/%' and private.is_uuid(substr(p_path, char_length(p_folder) + 2))) then
    raise exception 'invalid:not_accepted' using errcode = 'P0001';
  end if;
end $$;

-- The face of the base profile; null for none. Communities show it where one has no other there.
create function public.set_my_avatar(p_path text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
begin
  perform private.require_picture(p_path, 'people/' || me);
  update public.profiles p set avatar_path = p_path where p.id = me;
  update public.tenant_users m set avatar_path = p_path
  where m.user_id = me and m.avatar_path is distinct from p_path and not exists (
    select 1 from public.user_profiles f
    where f.tenant_id = m.tenant_id and f.user_id = me and f.avatar_path is not null);
end $$;

-- The face in one community; null for that of the base profile.
create function public.set_face_avatar(p_tenant uuid, p_path text) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_role(p_tenant, 'member');
begin
  perform private.require_picture(p_path, p_tenant || '/' || me);
  insert into public.user_profiles (tenant_id, user_id, display_name, avatar_path)
  select p_tenant, me, left(m.display_name, 80), p_path from public.tenant_users m
  where m.tenant_id = p_tenant and m.user_id = me
  on conflict (tenant_id, user_id) do update set avatar_path = excluded.avatar_path;
  return (select m.avatar_path from public.tenant_users m where m.tenant_id = p_tenant and m.user_id = me);
end $$;

create function public.set_logo(p_tenant uuid, p_path text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.require_role(p_tenant, 'admin');
  perform private.require_picture(p_path, p_tenant::text);
  update public.tenants t set logo_path = p_path where t.id = p_tenant;
end $$;
grant execute on function
  public.set_my_avatar(text), public.set_face_avatar(uuid, text), public.set_logo(uuid, text)
to authenticated;

create or replace function private.user_profiles_copy_card() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  face text := coalesce(new.avatar_path, (select p.avatar_path from public.profiles p where p.id = new.user_id));
begin
  update public.tenant_users m
  set display_name = new.display_name, avatar_path = face
  where m.tenant_id = new.tenant_id and m.user_id = new.user_id
    and (m.display_name, m.avatar_path) is distinct from (new.display_name, face);
  return null;
end $$;

-- What the worker removes -----------------------------------------------------------------------------

-- Takes back pictures that nothing has shown for a day: from here on nobody reads or links them. Their files, with
-- those whose removal failed before, are the worker's to remove; forget_media ends it.
create function private.retire_media(p_limit integer default 200) returns table (tenant_id uuid, id uuid, files text[])
language plpgsql volatile security definer set search_path = '' as $$
begin
  return query
    with due as (
      select m.tenant_id, m.id from public.media m
      where m.unused_since < now() - interval '1 day' order by m.unused_since limit p_limit for update skip locked)
    update public.media m set removed_at = coalesce(m.removed_at, now())
    from due d where m.tenant_id = d.tenant_id and m.id = d.id
    returning m.tenant_id, m.id,
      array(select m.tenant_id || '/' || m.id || '/' || w || '.webp' from unnest(m.widths) w);
end $$;

create function private.forget_media(p_tenants uuid[], p_ids uuid[]) returns void
language sql volatile security definer set search_path = '' as $$
  delete from public.media m using unnest(p_tenants, p_ids) k(tenant_id, id)
  where m.tenant_id = k.tenant_id and m.id = k.id and m.removed_at is not null
$$;

-- Files of faces and logos that were replaced, and of uploads that were never finished.
create function private.list_unused_files(p_limit integer default 500) returns table (bucket text, name text)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select o.bucket_id::text, o.name::text from storage.objects o
    where o.bucket_id in ('avatars', 'logos') and o.created_at < now() - interval '1 day'
      and private.is_unused_file(o.bucket_id, o.name)
    limit p_limit;
end $$;
