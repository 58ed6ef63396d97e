-- Taking one's own along: an export is asked for on the network's host, made by the worker, kept for a week, and read by
-- the person it is of.

create table public.data_exports (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.profiles (id) on delete cascade,
  -- Null: everything. No foreign key: what was taken along outlives the community.
  of_tenant_id uuid,
  status text not null default 'waiting' check (status in ('waiting', 'running', 'done', 'failed', 'cancelled', 'expired')),
  progress smallint not null default 0 check (progress between 0 and 100),
  bytes bigint check (bytes >= 0),
  checksum text check (checksum ~ '^[0-9a-f]{64}$'),
  reason text check (reason in ('storage_down', 'too_large', 'unexpected')),
  tries smallint not null default 0,
  requested_at timestamptz not null default now(),
  -- When the worker last gave a sign.
  seen_at timestamptz,
  finished_at timestamptz,
  expires_at timestamptz,
  check ((status = 'done') = (expires_at is not null and bytes is not null and checksum is not null) or status = 'expired'),
  check ((status = 'failed') = (reason is not null))
);
create index data_exports_person_idx on public.data_exports (user_id, requested_at desc, id desc);
create unique index data_exports_once_idx on public.data_exports (user_id) where status in ('waiting', 'running');
create index data_exports_waiting_idx on public.data_exports (requested_at) where status in ('waiting', 'running');
create index data_exports_kept_idx on public.data_exports (expires_at) where status = 'done';
alter table public.data_exports enable row level security;
alter table public.data_exports force row level security;
revoke all on public.data_exports from public, anon, authenticated, service_role;

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types) values
  ('exports', 'exports', false, null, array['application/zip'])
on conflict (id) do nothing;

create function private.export_card(p_export public.data_exports) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('id', p_export.id, 'status', p_export.status, 'progress', p_export.progress,
    'bytes', p_export.bytes, 'checksum', p_export.checksum, 'reason', p_export.reason,
    'requested_at', p_export.requested_at, 'expires_at', p_export.expires_at,
    'whole', p_export.of_tenant_id is null,
    'community', (select t.name from public.tenants t where t.id = p_export.of_tenant_id))
$$;

-- About how much it would be: texts, and pictures with their bytes.
create function private.export_estimate(p_user uuid, p_tenant uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select jsonb_build_object('texts', p.n + c.n + e.n, 'pictures', m.n, 'bytes', p.size + c.size + e.size + m.size)
    from (select count(*) as n, coalesce(sum(x.body_length), 0)::bigint as size from public.posts x
          where x.author_id = p_user and x.tenant_id = any (array(
            select u.tenant_id from public.tenant_users u where u.user_id = p_user and coalesce(u.tenant_id = p_tenant, true)))) p,
         (select count(*) as n, coalesce(sum(char_length(x.body)), 0)::bigint as size from public.post_comments x
          where x.author_id = p_user and x.tenant_id = any (array(
            select u.tenant_id from public.tenant_users u where u.user_id = p_user and coalesce(u.tenant_id = p_tenant, true)))) c,
         (select count(*) as n, coalesce(sum(char_length(x.description)), 0)::bigint as size from public.events x
          where x.organizer_id = p_user and x.tenant_id = any (array(
            select u.tenant_id from public.tenant_users u where u.user_id = p_user and coalesce(u.tenant_id = p_tenant, true)))) e,
         (select count(*) as n, coalesce(sum(x.bytes), 0)::bigint as size from public.media x
          where x.owner_id = p_user and x.removed_at is null and x.tenant_id = any (array(
            select u.tenant_id from public.tenant_users u where u.user_id = p_user and coalesce(u.tenant_id = p_tenant, true)))) m);
end $$;

-- One's exports, the newest first, with where one has something and how much it would be: of everything, or of the
-- community named.
create function public.my_exports(p_slug text default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
  chosen uuid;
begin
  if p_slug is not null then
    select t.id into chosen from public.tenants t join public.tenant_users m on m.tenant_id = t.id and m.user_id = me
    where t.slug = p_slug;
    if chosen is null then return null; end if;
  end if;
  return jsonb_build_object(
    'exports', coalesce((
      select jsonb_agg(private.export_card(l.x) order by (l.x).requested_at desc, (l.x).id desc)
      from (select e from public.data_exports e where e.user_id = me order by e.requested_at desc, e.id desc limit 20) l(x)), '[]'),
    'communities', coalesce((
      select jsonb_agg(jsonb_build_object('slug', t.slug, 'name', t.name) order by lower(t.name), t.id)
      from public.tenant_users m join public.tenants t on t.id = m.tenant_id
      where m.user_id = me and m.status in ('active', 'removed', 'suspended')), '[]'),
    'estimate', private.export_estimate(me, chosen));
end $$;

-- Asks for one. One at a time, ten a day. Returns its id.
create function public.request_export(p_slug text default null) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
  chosen uuid;
  made uuid;
begin
  if p_slug is not null then
    select t.id into chosen from public.tenants t join public.tenant_users m on m.tenant_id = t.id and m.user_id = me
    where t.slug = p_slug;
    if chosen is null then raise exception 'not_found:community' using errcode = 'P0001'; end if;
  end if;
  if (select count(*) from public.data_exports e
      where e.user_id = me and e.requested_at > now() - interval '1 day') >= 10 then
    raise exception 'rate_limited:exports_per_day' using errcode = 'P0001';
  end if;
  insert into public.data_exports (user_id, of_tenant_id) values (me, chosen) returning id into made;
  return made;
exception when unique_violation then
  raise exception 'conflict:export_running' using errcode = 'P0001';
end $$;

create function public.cancel_export(p_export uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
begin
  update public.data_exports e set status = 'cancelled'
  where e.id = p_export and e.user_id = me and e.status in ('waiting', 'running');
  if not found then raise exception 'not_found:export' using errcode = 'P0001'; end if;
end $$;

-- An export that its owner may open now. Raises not_found where it is not theirs or not there, conflict:export_expired where
-- its week is over, conflict:export_not_ready where it is not made.
create function public.find_export(p_export uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
  found_one public.data_exports;
begin
  select e.* into found_one from public.data_exports e where e.id = p_export and e.user_id = me;
  if found_one.id is null then raise exception 'not_found:export' using errcode = 'P0001'; end if;
  if found_one.status = 'expired' or found_one.expires_at <= now() then
    raise exception 'conflict:export_expired' using errcode = 'P0001';
  end if;
  if found_one.status <> 'done' then raise exception 'conflict:export_not_ready' using errcode = 'P0001'; end if;
  return private.export_card(found_one);
end $$;

-- Writes down that its owner opens it. Raises as public.find_export does.
create function public.open_export(p_export uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform public.find_export(p_export);
  perform private.write_audit('00000000-0000-0000-0000-000000000000', 'export.opened', 'export', p_export::text);
end $$;
grant execute on function
  public.my_exports(text), public.request_export(text), public.cancel_export(uuid),
  public.find_export(uuid), public.open_export(uuid)
to authenticated;

-- The worker's side -----------------------------------------------------------------------------------

-- Takes the next one, or one whose worker gave no sign for five minutes; gives it up after three tries.
create function private.take_export() returns setof public.data_exports
language plpgsql volatile security definer set search_path = '' as $$
begin
  update public.data_exports e set status = 'failed', reason = 'unexpected', finished_at = now()
  where e.status = 'running' and e.tries >= 3 and e.seen_at < now() - interval '5 minutes';
  return query
    with next as (
      select e.id from public.data_exports e
      where e.status = 'waiting' or (e.status = 'running' and e.seen_at < now() - interval '5 minutes')
      order by e.requested_at limit 1 for update skip locked)
    update public.data_exports e set status = 'running', progress = 0, tries = e.tries + 1, seen_at = now()
    from next n where e.id = n.id returning e.*;
end $$;

-- Says how far it is. False: nobody wants it any more.
create function private.advance_export(p_export uuid, p_progress integer) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
  update public.data_exports e set progress = least(99, greatest(0, p_progress)), seen_at = now()
  where e.id = p_export and e.status = 'running';
  return found;
end $$;

create function private.finish_export(p_export uuid, p_bytes bigint, p_checksum text, p_reason text default null)
returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
  update public.data_exports e
  set status = case when p_reason is null then 'done' else 'failed' end, reason = p_reason, finished_at = now(),
      progress = case when p_reason is null then 100 else e.progress end, bytes = p_bytes, checksum = p_checksum,
      expires_at = case when p_reason is null then now() + interval '7 days' end
  where e.id = p_export and e.status = 'running';
  return found;
end $$;

-- Files that nobody may open any more.
create function private.stale_exports() returns table (name text)
language plpgsql volatile security definer set search_path = '' as $$
begin
  update public.data_exports e set status = 'expired', expires_at = null
  where e.status = 'done' and e.expires_at <= now();
  return query
    select o.name::text from storage.objects o
    where o.bucket_id = 'exports' and not private.is_kept_export(o.name) limit 500;
end $$;

create function private.is_kept_export(p_name text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select 1 from public.data_exports e where e.id::text || '.zip' = p_name and e.status in ('running', 'done'));
end $$;

create or replace function private.is_unused_file(p_bucket text, p_name text) returns boolean
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
  elsif p_bucket = 'exports' then
    -- A worker that makes one anew takes away what the one before it left.
    return not exists (select 1 from public.data_exports e where e.id::text || '.zip' = p_name and e.status = 'done');
  end if;
  return p_bucket = 'avatars';
end $$;

create or replace function private.may_read_file(p_bucket text, p_name text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  parts text[] := string_to_array(p_name, '/');
begin
  -- The app itself reads the exports that it made, and sees what it removes, and nothing else.
  if private.token_scope() = 'server' then return p_bucket = 'exports' or private.is_unused_file(p_bucket, p_name); end if;
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

-- The app itself keeps the file of an export that is being made.
create function private.may_keep_file(p_bucket text, p_name text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return private.token_scope() = 'server' and p_bucket = 'exports' and private.is_kept_export(p_name);
end $$;
grant execute on function private.may_keep_file(text, text) to anon, authenticated;
create policy archipelago_exports_insert on storage.objects for insert to anon
  with check (private.may_keep_file(bucket_id, name));
