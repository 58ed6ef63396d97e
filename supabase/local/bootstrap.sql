-- What a Supabase project provides before its first migration. Run once, as the superuser supabase_admin.
-- Placeholders in <angle brackets> are replaced by the stack with quoted literals.

create role postgres login createrole createdb bypassrls replication password <postgres_password>;
create role anon nologin noinherit;
create role authenticated nologin noinherit;
create role service_role nologin noinherit bypassrls;
create role supabase_auth_admin nologin noinherit;
create role supabase_storage_admin nologin noinherit;
create role supabase_realtime_admin nologin noinherit;
-- The one login of the API. It inherits only what the Auth and Storage services own and what callers may see.
create role authenticator login inherit password <authenticator_password>;
grant anon, authenticated, service_role, supabase_auth_admin, supabase_storage_admin to authenticator;
grant anon, authenticated, service_role to postgres with admin option;
-- A hosted project lets postgres write policies on these tables through an extension; membership is the plain way.
grant supabase_storage_admin, supabase_realtime_admin to postgres;
grant pg_read_all_data, pg_signal_backend, pg_monitor to postgres;

alter role anon set statement_timeout = '3s';
alter role authenticated set statement_timeout = '8s';
alter role postgres set search_path = "$user", public, extensions;
alter role authenticator set idle_in_transaction_session_timeout = '15s';

alter database postgres owner to postgres;
alter database postgres set search_path = "$user", public, extensions;
alter schema public owner to postgres;
revoke create on schema public from public;
grant usage on schema public to anon, authenticated, service_role;

create schema extensions authorization postgres;
grant usage on schema extensions to anon, authenticated, service_role, supabase_auth_admin, supabase_storage_admin;
create extension pgcrypto schema extensions;
create extension citext schema extensions;
create extension pg_trgm schema extensions;
create extension unaccent schema extensions;
create extension btree_gin schema extensions;

-- As on a hosted project, whatever postgres creates in public is open to the API roles until a migration says otherwise.
alter default privileges for role postgres in schema public grant all on tables to anon, authenticated, service_role;
alter default privileges for role postgres in schema public grant all on functions to anon, authenticated, service_role;
alter default privileges for role postgres in schema public grant all on sequences to anon, authenticated, service_role;

-- auth ---------------------------------------------------------------------------------------------------------------
create schema auth authorization supabase_auth_admin;
grant usage on schema auth to anon, authenticated, service_role, postgres;
set role supabase_auth_admin;

<auth_schema>

create function auth.uid() returns uuid language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.sub', true), ''),
    (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')
  )::uuid
$$;
create function auth.role() returns text language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.role', true), ''),
    (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role')
  )::text
$$;
create function auth.email() returns text language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.email', true), ''),
    (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'email')
  )::text
$$;
create function auth.jwt() returns jsonb language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim', true), ''),
    nullif(current_setting('request.jwt.claims', true), '')
  )::jsonb
$$;

-- Lite writes its JSON as a JSON string; triggers and generated columns need the object a full Supabase has.
create function auth.unwrap_user_json() returns trigger language plpgsql as $$
begin
  if jsonb_typeof(new.raw_app_meta_data) = 'string' then
    new.raw_app_meta_data := (new.raw_app_meta_data #>> '{}')::jsonb;
  end if;
  if jsonb_typeof(new.raw_user_meta_data) = 'string' then
    new.raw_user_meta_data := (new.raw_user_meta_data #>> '{}')::jsonb;
  end if;
  return new;
end
$$;
create trigger aa_unwrap_json before insert or update on auth.users
  for each row execute function auth.unwrap_user_json();

create function auth.unwrap_identity_json() returns trigger language plpgsql as $$
begin
  if jsonb_typeof(new.identity_data) = 'string' then
    new.identity_data := (new.identity_data #>> '{}')::jsonb;
  end if;
  return new;
end
$$;
create trigger aa_unwrap_json before insert or update on auth.identities
  for each row execute function auth.unwrap_identity_json();
revoke execute on function auth.unwrap_user_json(), auth.unwrap_identity_json() from public;

grant all on all tables in schema auth to postgres with grant option;
grant all on all sequences in schema auth to postgres with grant option;
do $$
declare
  item regclass;
begin
  for item in select oid::regclass from pg_class where relnamespace = 'auth'::regnamespace and relkind = 'r' loop
    execute format('alter table %s enable row level security', item);
  end loop;
end
$$;
reset role;

-- storage ------------------------------------------------------------------------------------------------------------
create schema storage authorization supabase_storage_admin;
grant usage on schema storage to anon, authenticated, service_role;
grant usage on schema storage to postgres with grant option;
set role supabase_storage_admin;

<storage_schema>

create function storage.unwrap_object_json() returns trigger language plpgsql as $$
begin
  if jsonb_typeof(new.metadata) = 'string' then
    new.metadata := (new.metadata #>> '{}')::jsonb;
  end if;
  if jsonb_typeof(new.user_metadata) = 'string' then
    new.user_metadata := (new.user_metadata #>> '{}')::jsonb;
  end if;
  return new;
end
$$;
create trigger aa_unwrap_json before insert or update on storage.objects
  for each row execute function storage.unwrap_object_json();

grant all on storage.buckets, storage.objects to anon, authenticated, service_role;
grant all on storage.buckets, storage.objects to postgres with grant option;
reset role;
