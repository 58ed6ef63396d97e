-- Communities, their addresses, their people. What policies read is written by functions only.

create table public.tenants (
  id uuid primary key default private.uuid_v7(),
  slug text not null unique
    check (slug ~ '^[a-z0-9](?:[a-z0-9]|-(?!-)){0,38}[a-z0-9]$'),
  name text not null check (char_length(name) between 1 and 80),
  tagline text not null default '' check (char_length(tagline) <= 160),
  description text not null default '' check (char_length(description) <= 10000),
  rules text not null default '' check (char_length(rules) <= 20000),
  status text not null default 'active' check (status in ('active', 'suspended', 'moving', 'deleted')),
  privacy text not null default 'public' check (privacy in ('public', 'private', 'secret')),
  join_policy text not null default 'open' check (join_policy in ('open', 'request', 'invite')),
  listed boolean not null default true,
  locale text not null default 'en' check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  time_zone text not null default 'UTC' check (private.is_time_zone(time_zone)),
  region text not null default 'default',
  tier text not null default 'free',
  isolation text not null default 'pooled' check (isolation in ('pooled', 'schema', 'dedicated')),
  accent text not null default '#0f6b6b' check (accent ~ '^#[0-9a-f]{6}$'),
  logo_path text,
  settings jsonb not null default '{}' check (jsonb_typeof(settings) = 'object'),
  flags jsonb not null default '{}' check (jsonb_typeof(flags) = 'object'),
  member_count integer not null default 0,
  post_count integer not null default 0,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1
);
create index tenants_not_serving_idx on public.tenants (id) where status <> 'active';
create index tenants_directory_idx on public.tenants (member_count desc, id desc)
  where status = 'active' and privacy <> 'secret' and listed;

-- Two addresses that look alike count as one.
create function private.slug_skeleton(p_slug text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select translate(replace(replace(replace(p_slug, '-', ''), 'rn', 'm'), 'vv', 'w'), '0135i', 'olesl')
$$;
create unique index tenants_skeleton_idx on public.tenants (private.slug_skeleton(slug));

create table private.reserved_slugs (
  slug text primary key
);

create table public.tenant_former_slugs (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  slug text not null,
  replaced_at timestamptz not null default now(),
  primary key (tenant_id, slug)
);
create unique index tenant_former_slugs_slug_idx on public.tenant_former_slugs (slug);

create table public.tenant_domains (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  domain text not null check (domain = lower(domain) and domain ~ '^[a-z0-9.-]{3,253}$' and domain like '%.%'),
  status text not null default 'pending_dns'
    check (status in ('pending_dns', 'verifying', 'tls_pending', 'active', 'misconfigured', 'failed', 'removed')),
  is_primary boolean not null default false,
  verification_token text not null default encode(extensions.gen_random_bytes(20), 'hex'),
  verified_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (tenant_id, domain)
);
create unique index tenant_domains_active_idx on public.tenant_domains (domain) where status = 'active';
create unique index tenant_domains_primary_idx on public.tenant_domains (tenant_id) where is_primary;

create table public.profiles (
  id uuid primary key,
  display_name text not null,
  bio text not null default '' check (char_length(bio) <= 2000),
  avatar_path text,
  locale text check (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  time_zone text check (private.is_time_zone(time_zone)),
  appearance text not null default 'system' check (appearance in ('system', 'light', 'dark')),
  primary_tenant_id uuid,
  is_placeholder boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  -- Archives name whole author lists at times.
  check (char_length(display_name) between 1 and case when is_placeholder then 200 else 80 end)
);
comment on column public.profiles.is_placeholder is
  'Stands for a person named by an imported archive until somebody claims it; nobody can sign in as it.';

create table public.tenant_users (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  user_id uuid not null references public.profiles (id) on update cascade,
  role text not null default 'member' check (role in ('owner', 'admin', 'moderator', 'member')),
  status text not null default 'active' check (status in ('active', 'invited', 'requested', 'suspended', 'removed')),
  -- The author card: what lists show beside a post, so that they need no further table.
  display_name text not null,
  avatar_path text,
  archive_ref text check (char_length(archive_ref) <= 200),
  left_at timestamptz,
  joined_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (tenant_id, user_id),
  check (char_length(display_name) between 1 and case when archive_ref is null then 80 else 200 end)
);
create index tenant_users_person_idx on public.tenant_users (user_id) include (tenant_id, role) where status = 'active';
create index tenant_users_any_idx on public.tenant_users (user_id, tenant_id);
create index tenant_users_list_idx on public.tenant_users (tenant_id, joined_at, user_id) where status = 'active';
create index tenant_users_waiting_idx on public.tenant_users (tenant_id, created_at) where status <> 'active';
create unique index tenant_users_archive_idx on public.tenant_users (tenant_id, archive_ref) where archive_ref is not null;

alter table public.profiles add constraint profiles_primary_tenant_fkey
  foreign key (primary_tenant_id, id) references public.tenant_users (tenant_id, user_id)
  on update cascade on delete set null (primary_tenant_id);

create table public.user_profiles (
  tenant_id uuid not null,
  user_id uuid not null,
  display_name text not null check (char_length(display_name) between 1 and 80),
  bio text not null default '' check (char_length(bio) <= 2000),
  avatar_path text,
  metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references public.tenant_users (tenant_id, user_id)
    on update cascade on delete cascade
);

create table public.member_claims (
  tenant_id uuid not null,
  user_id uuid not null,
  code_hash text not null,
  created_by uuid not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references public.tenant_users (tenant_id, user_id)
    on update cascade on delete cascade
);
create unique index member_claims_code_idx on public.member_claims (code_hash);

create table public.platform_staff (
  user_id uuid primary key references public.profiles (id),
  role text not null check (role in ('super_admin', 'operator', 'support', 'auditor')),
  granted_by uuid,
  granted_at timestamptz not null default now()
);

create table public.user_view_preferences (
  user_id uuid not null references public.profiles (id) on delete cascade,
  view text not null check (view ~ '^[a-z][a-z0-9_.-]{0,59}$'),
  preferences jsonb not null default '{}'
    check (jsonb_typeof(preferences) = 'object' and pg_column_size(preferences) <= 16384),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (user_id, view)
);

create table public.groups (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  id uuid not null default private.uuid_v7(),
  name text not null check (char_length(name) between 1 and 80),
  description text not null default '' check (char_length(description) <= 2000),
  privacy text not null default 'public' check (privacy in ('public', 'private', 'hidden')),
  owner_id uuid not null,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, owner_id) references public.tenant_users (tenant_id, user_id) on update cascade
);
create index groups_owner_idx on public.groups (tenant_id, owner_id);

create table public.group_members (
  tenant_id uuid not null,
  group_id uuid not null,
  user_id uuid not null,
  role text not null default 'member' check (role in ('owner', 'moderator', 'member')),
  joined_at timestamptz not null default now(),
  primary key (tenant_id, group_id, user_id),
  foreign key (tenant_id, group_id) references public.groups (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references public.tenant_users (tenant_id, user_id)
    on update cascade on delete cascade
);
create index group_members_person_idx on public.group_members (user_id) include (tenant_id, group_id);
create index group_members_member_idx on public.group_members (tenant_id, user_id);

-- Who am I to whom: the only authority that policies and feed functions use ------------------------

create function private.my_tenants() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := auth.uid();
  bound uuid := private.bound_tenant();
  scope text := private.token_scope();
begin
  -- The staff's host shows no community's content.
  if me is null or scope = 'platform' then return '{}'; end if;
  -- The Auth service's own token, used past the app: it ends with its sign-in, not with its hour.
  if scope = '' and not coalesce(private.is_signed_in(me, nullif(private.claims() ->> 'session_id', '')::uuid), true) then
    return '{}';
  end if;
  if bound is not null then
    return array(
      select m.tenant_id from public.tenant_users m
      where m.tenant_id = bound and m.user_id = me and m.status = 'active'
        and m.tenant_id <> all (array(select t.id from public.tenants t where t.status <> 'active')));
  end if;
  return array(
    select m.tenant_id from public.tenant_users m
    where m.user_id = me and m.status = 'active'
      and m.tenant_id <> all (array(select t.id from public.tenants t where t.status <> 'active')));
end $$;

create function private.role_rank(p_role text) returns integer
language sql immutable parallel safe set search_path = '' as $$
  select case p_role when 'owner' then 4 when 'admin' then 3 when 'moderator' then 2 when 'member' then 1 else 0 end
$$;

create function private.my_tenants_as(p_role text) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  if private.role_rank(p_role) = 0 then return '{}'; end if;
  return array(
    select m.tenant_id from public.tenant_users m
    where m.user_id = auth.uid() and m.status = 'active'
      and m.tenant_id = any (private.my_tenants())
      and private.role_rank(m.role) >= private.role_rank(p_role));
end $$;

create function private.my_groups() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  mine uuid[] := private.my_tenants();
begin
  if mine = '{}' then return '{}'; end if;
  return array(
    select g.group_id from public.group_members g
    where g.user_id = auth.uid() and g.tenant_id = any (mine));
end $$;

-- A stream is an audience: everyone in a community, one group, or the person alone.
create function private.my_streams() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
declare
  mine uuid[] := private.my_tenants();
begin
  if mine = '{}' then return '{}'; end if;
  return mine || private.my_groups() || auth.uid();
end $$;

create function private.public_host_tenant() returns uuid
language plpgsql stable security definer set search_path = '' as $$
declare
  bound uuid := private.bound_tenant();
begin
  if bound is null then return null; end if;
  return (select t.id from public.tenants t where t.id = bound and t.privacy = 'public' and t.status = 'active');
end $$;

grant execute on function
  private.my_tenants(), private.my_tenants_as(text), private.my_groups(), private.my_streams(),
  private.public_host_tenant(), private.role_rank(text), private.slug_skeleton(text)
to anon, authenticated, service_role;

-- A person's card follows their face in the community ---------------------------------------------

create function private.user_profiles_copy_card() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.tenant_users m
  set display_name = new.display_name, avatar_path = new.avatar_path
  where m.tenant_id = new.tenant_id and m.user_id = new.user_id
    and (m.display_name, m.avatar_path) is distinct from (new.display_name, new.avatar_path);
  return null;
end $$;
create trigger user_profiles_write_copies_card after insert or update on public.user_profiles
  for each row execute function private.user_profiles_copy_card();

create function private.auth_user_gets_profile() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  -- The column is json on one service and text on another; both read alike as jsonb.
  meta jsonb := case jsonb_typeof(to_jsonb(new) -> 'raw_user_meta_data')
    when 'object' then to_jsonb(new) -> 'raw_user_meta_data'
    when 'string' then (to_jsonb(new) ->> 'raw_user_meta_data')::jsonb
    else '{}' end;
  wanted text := nullif(btrim(left(meta ->> 'display_name', 80)), '');
begin
  insert into public.profiles (id, display_name, locale)
  values (new.id, coalesce(wanted, left(split_part(new.email, '@', 1), 80)),
          case when meta ->> 'locale' ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' then meta ->> 'locale' end)
  on conflict (id) do nothing;
  return null;
end $$;
create trigger users_insert_gets_profile after insert on auth.users
  for each row execute function private.auth_user_gets_profile();

-- A folded counter is no change of the community itself.
create trigger tenants_update_touches before update on public.tenants
  for each row
  when ((old.member_count, old.post_count) is not distinct from (new.member_count, new.post_count))
  execute function private.touch_row();

do $$
declare t text;
begin
  foreach t in array array['tenant_domains', 'tenant_users', 'profiles', 'user_profiles',
                           'user_view_preferences', 'groups'] loop
    execute format('create trigger %1$s_update_touches before update on public.%1$I
                    for each row execute function private.touch_row()', t);
  end loop;
  foreach t in array array['tenant_former_slugs', 'tenant_domains', 'tenant_users', 'user_profiles',
                           'member_claims', 'groups', 'group_members'] loop
    execute format('create trigger %1$s_update_keeps_tenant before update of tenant_id on public.%1$I
                    for each row execute function private.keep_tenant()', t);
  end loop;
end $$;
