-- Who may read and write what. One permissive policy per table and command, cheap branch first; a restrictive
-- policy repeats that a token bound to one community knows that community only.

do $$
declare t text;
begin
  foreach t in array array['tenants', 'tenant_former_slugs', 'tenant_domains', 'profiles', 'tenant_users', 'user_profiles',
                           'member_claims', 'platform_staff', 'user_view_preferences', 'groups', 'group_members',
                           'posts', 'feed_items', 'post_comments', 'post_likes', 'events', 'domain_events', 'audit_logs'] loop
    execute format('alter table public.%I enable row level security', t);
    execute format('alter table public.%I force row level security', t);
    execute format('revoke all on public.%I from public, anon, authenticated, service_role', t);
  end loop;
  foreach t in array array['reserved_slugs', 'counter_deltas', 'handoff_codes', 'host_sessions'] loop
    execute format('alter table private.%I enable row level security', t);
    execute format('alter table private.%I force row level security', t);
  end loop;
  foreach t in array array['tenant_users', 'user_profiles', 'groups', 'group_members', 'tenant_domains',
                           'posts', 'post_comments', 'post_likes', 'events', 'audit_logs'] loop
    execute format(
      'create policy %1$s_all_bound on public.%1$I as restrictive for all to anon, authenticated
       using ((select private.bound_tenant()) is null or tenant_id = (select private.bound_tenant()))
       with check ((select private.bound_tenant()) is null or tenant_id = (select private.bound_tenant()))', t);
  end loop;
end $$;

-- Communities ------------------------------------------------------------------------------------
grant select (id, slug, name, tagline, description, rules, status, privacy, join_policy, listed, locale, time_zone,
              accent, logo_path, settings, member_count, post_count, created_at, version) on public.tenants to anon, authenticated;
create policy tenants_all_bound on public.tenants as restrictive for all to anon, authenticated
  using ((select private.bound_tenant()) is null or id = (select private.bound_tenant()));
create policy tenants_select_anyone on public.tenants for select to anon, authenticated using (
  id = any ((select private.my_tenants())::uuid[]) or id = (select private.public_host_tenant()));
grant update (name, tagline, description, rules, locale, time_zone, accent, logo_path, privacy, join_policy, listed)
  on public.tenants to authenticated;
create policy tenants_update_admins on public.tenants for update to authenticated
  using (id = any ((select private.my_tenants_as('admin'))::uuid[]))
  with check (id = any ((select private.my_tenants_as('admin'))::uuid[]));

grant select (tenant_id, domain, status, is_primary, verified_at, created_at) on public.tenant_domains to authenticated;
create policy tenant_domains_select_admins on public.tenant_domains for select to authenticated
  using (tenant_id = any ((select private.my_tenants_as('admin'))::uuid[]));

grant select (tenant_id, user_id, role, status, display_name, avatar_path, joined_at) on public.tenant_users to authenticated;
create policy tenant_users_select_members on public.tenant_users for select to authenticated using (
  (tenant_id = any ((select private.my_tenants())::uuid[])
    and (status = 'active' or tenant_id = any ((select private.my_tenants_as('moderator'))::uuid[])))
  or user_id = (select auth.uid()));

-- People -----------------------------------------------------------------------------------------
grant select, update (display_name, bio, avatar_path, locale, time_zone, appearance, primary_tenant_id)
  on public.profiles to authenticated;
create policy profiles_select_own on public.profiles for select to authenticated
  using (id = (select auth.uid()) and (select private.bound_tenant()) is null);
create policy profiles_update_own on public.profiles for update to authenticated
  using (id = (select auth.uid()) and (select private.bound_tenant()) is null)
  with check (id = (select auth.uid()) and (select private.bound_tenant()) is null);

grant select, insert (tenant_id, user_id, display_name, bio, avatar_path, metadata),
  update (display_name, bio, avatar_path, metadata) on public.user_profiles to authenticated;
create policy user_profiles_select_members on public.user_profiles for select to authenticated
  using (tenant_id = any ((select private.my_tenants())::uuid[]));
create policy user_profiles_insert_own on public.user_profiles for insert to authenticated
  with check (tenant_id = any ((select private.my_tenants())::uuid[]) and user_id = (select auth.uid()));
create policy user_profiles_update_own on public.user_profiles for update to authenticated
  using (tenant_id = any ((select private.my_tenants())::uuid[]) and user_id = (select auth.uid()))
  with check (tenant_id = any ((select private.my_tenants())::uuid[]) and user_id = (select auth.uid()));

grant select on public.platform_staff to authenticated;
create policy platform_staff_select_own on public.platform_staff for select to authenticated
  using (user_id = (select auth.uid()) and (select private.bound_tenant()) is null);

grant select, insert (user_id, view, preferences), update (preferences), delete on public.user_view_preferences to authenticated;
create policy user_view_preferences_select_own on public.user_view_preferences for select to authenticated
  using (user_id = (select auth.uid()) and (select private.bound_tenant()) is null);
create policy user_view_preferences_insert_own on public.user_view_preferences for insert to authenticated
  with check (user_id = (select auth.uid()) and (select private.bound_tenant()) is null);
create policy user_view_preferences_update_own on public.user_view_preferences for update to authenticated
  using (user_id = (select auth.uid()) and (select private.bound_tenant()) is null)
  with check (user_id = (select auth.uid()) and (select private.bound_tenant()) is null);
create policy user_view_preferences_delete_own on public.user_view_preferences for delete to authenticated
  using (user_id = (select auth.uid()) and (select private.bound_tenant()) is null);

-- Groups: read here, written by functions ------------------------------------------------------------
grant select on public.groups, public.group_members to authenticated;
create policy groups_select_members on public.groups for select to authenticated using (
  tenant_id = any ((select private.my_tenants())::uuid[])
  and (privacy <> 'hidden' or id = any ((select private.my_groups())::uuid[])));
create policy group_members_select_members on public.group_members for select to authenticated using (
  tenant_id = any ((select private.my_tenants())::uuid[])
  and group_id = any ((select private.my_groups())::uuid[]));

-- Posts ------------------------------------------------------------------------------------------
grant select (tenant_id, id, author_id, visibility, group_id, title, body, lead, body_length, tags, media, pinned_at,
              edited_at, like_count, comment_count, share_count, created_at, updated_at, version) on public.posts to anon, authenticated;
grant insert (tenant_id, id, author_id, visibility, group_id, title, body, tags, media),
  update (visibility, group_id, title, body, tags, media) on public.posts to authenticated;
create policy posts_select_readers on public.posts for select to anon, authenticated using (
  deleted_at is null and (
    (tenant_id = any ((select private.my_tenants())::uuid[]) and stream_id = any ((select private.my_streams())::uuid[]))
    or (visibility = 'public' and tenant_id = (select private.public_host_tenant()))));
create policy posts_insert_authors on public.posts for insert to authenticated with check (
  tenant_id = any ((select private.my_tenants())::uuid[]) and author_id = (select auth.uid())
  and stream_id = any ((select private.my_streams())::uuid[]));
create policy posts_update_authors on public.posts for update to authenticated
  using (tenant_id = any ((select private.my_tenants())::uuid[]) and author_id = (select auth.uid()) and deleted_at is null)
  with check (tenant_id = any ((select private.my_tenants())::uuid[]) and author_id = (select auth.uid())
    and stream_id = any ((select private.my_streams())::uuid[]));

-- Comments ---------------------------------------------------------------------------------------
grant select (tenant_id, id, post_id, parent_id, author_id, path, depth, body, edited_at, removed_by, created_at, version)
  on public.post_comments to anon, authenticated;
grant insert (tenant_id, id, post_id, parent_id, author_id, body), update (body) on public.post_comments to authenticated;
create policy post_comments_select_readers on public.post_comments for select to anon, authenticated using (
  (tenant_id = any ((select private.my_tenants())::uuid[]) and stream_id = any ((select private.my_streams())::uuid[]))
  or (is_public and tenant_id = (select private.public_host_tenant())));
create policy post_comments_insert_authors on public.post_comments for insert to authenticated with check (
  tenant_id = any ((select private.my_tenants())::uuid[]) and author_id = (select auth.uid())
  and stream_id = any ((select private.my_streams())::uuid[]));
create policy post_comments_update_authors on public.post_comments for update to authenticated
  using (tenant_id = any ((select private.my_tenants())::uuid[]) and author_id = (select auth.uid()) and deleted_at is null
    and stream_id = any ((select private.my_streams())::uuid[]))
  with check (tenant_id = any ((select private.my_tenants())::uuid[]) and author_id = (select auth.uid())
    and stream_id = any ((select private.my_streams())::uuid[]));

-- Likes ------------------------------------------------------------------------------------------
create function private.may_like(p_tenant uuid, p_post uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select 1 from public.posts p
    where p.tenant_id = p_tenant and p.id = p_post and p.deleted_at is null
      and p.tenant_id = any (private.my_tenants()) and p.stream_id = any (private.my_streams()));
end $$;
grant execute on function private.may_like(uuid, uuid) to authenticated;

grant select, insert (tenant_id, post_id, user_id), delete on public.post_likes to authenticated;
create policy post_likes_select_own on public.post_likes for select to authenticated
  using (user_id = (select auth.uid()) and tenant_id = any ((select private.my_tenants())::uuid[]));
create policy post_likes_insert_own on public.post_likes for insert to authenticated with check (
  user_id = (select auth.uid()) and tenant_id = any ((select private.my_tenants())::uuid[])
  and private.may_like(tenant_id, post_id));
create policy post_likes_delete_own on public.post_likes for delete to authenticated
  using (user_id = (select auth.uid()) and tenant_id = any ((select private.my_tenants())::uuid[]));

-- Events -----------------------------------------------------------------------------------------
grant select on public.events to anon, authenticated;
grant insert (tenant_id, id, organizer_id, title, description, visibility, all_day, starts_local, ends_local, time_zone,
              online, url, venue, city, country, locale, call_for_proposals_until),
  update (title, description, visibility, all_day, starts_local, ends_local, time_zone, online, url, venue, city, country,
          locale, call_for_proposals_until, cancelled_at) on public.events to authenticated;
create policy events_select_readers on public.events for select to anon, authenticated using (
  tenant_id = any ((select private.my_tenants())::uuid[])
  or (visibility = 'public' and tenant_id = (select private.public_host_tenant())));
create policy events_insert_members on public.events for insert to authenticated with check (
  tenant_id = any ((select private.my_tenants())::uuid[]) and organizer_id = (select auth.uid()));
create policy events_update_organizers on public.events for update to authenticated
  using (tenant_id = any ((select private.my_tenants())::uuid[]) and (organizer_id = (select auth.uid())
    or tenant_id = any ((select private.my_tenants_as('moderator'))::uuid[])))
  with check (tenant_id = any ((select private.my_tenants())::uuid[]) and (organizer_id = (select auth.uid())
    or tenant_id = any ((select private.my_tenants_as('moderator'))::uuid[])));

-- The audit log is for those who answer for the community ----------------------------------------------
grant select on public.audit_logs to authenticated;
create policy audit_logs_select_admins on public.audit_logs for select to authenticated
  using (tenant_id = any ((select private.my_tenants_as('admin'))::uuid[]));

-- Files: <community id>/<person id>/<name> in every bucket ------------------------------------------------
insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types) values
  ('avatars', 'avatars', false, 2097152, array['image/png', 'image/jpeg', 'image/webp', 'image/avif']),
  ('logos', 'logos', false, 2097152, array['image/png', 'image/jpeg', 'image/webp', 'image/avif']),
  ('post-media', 'post-media', false, 10485760, array['image/png', 'image/jpeg', 'image/webp', 'image/avif', 'image/gif'])
on conflict (id) do nothing;

-- Compared as text, so that a path that is no UUID is simply no match.
create function private.my_tenant_folders() returns text[]
language sql stable security definer set search_path = '' as $$ select (private.my_tenants())::text[] $$;
create function private.my_admin_folders() returns text[]
language sql stable security definer set search_path = '' as $$ select (private.my_tenants_as('admin'))::text[] $$;
create function private.public_host_folder() returns text
language sql stable security definer set search_path = '' as $$ select private.public_host_tenant()::text $$;
grant execute on function private.my_tenant_folders(), private.my_admin_folders(), private.public_host_folder()
  to anon, authenticated, service_role;

create policy archipelago_files_select on storage.objects for select to anon, authenticated using (
  bucket_id in ('avatars', 'logos', 'post-media') and (
    (storage.foldername(name))[1] = any ((select private.my_tenant_folders())::text[])
    or (bucket_id in ('avatars', 'logos') and (storage.foldername(name))[1] = (select private.public_host_folder()))));
create policy archipelago_files_insert on storage.objects for insert to authenticated with check (
  (storage.foldername(name))[2] = (select auth.uid())::text
  and ((bucket_id in ('avatars', 'post-media')
        and (storage.foldername(name))[1] = any ((select private.my_tenant_folders())::text[]))
    or (bucket_id = 'logos' and (storage.foldername(name))[1] = any ((select private.my_admin_folders())::text[]))));
-- Only with a token of one community: with the network's, a member of two could carry a file from one to the other.
create policy archipelago_files_update on storage.objects for update to authenticated
  using (bucket_id in ('avatars', 'logos', 'post-media') and (select private.bound_tenant()) is not null
    and (storage.foldername(name))[1] = any ((select private.my_tenant_folders())::text[])
    and (storage.foldername(name))[2] = (select auth.uid())::text)
  with check (bucket_id in ('avatars', 'logos', 'post-media') and (select private.bound_tenant()) is not null
    and (storage.foldername(name))[1] = any ((select private.my_tenant_folders())::text[])
    and (storage.foldername(name))[2] = (select auth.uid())::text
    and (bucket_id <> 'logos' or (storage.foldername(name))[1] = any ((select private.my_admin_folders())::text[])));
create policy archipelago_files_delete on storage.objects for delete to authenticated
  using (bucket_id in ('avatars', 'logos', 'post-media')
    and (storage.foldername(name))[1] = any ((select private.my_tenant_folders())::text[])
    and (storage.foldername(name))[2] = (select auth.uid())::text);
