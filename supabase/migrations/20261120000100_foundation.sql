-- Rooms and keys: nothing is granted unless a migration says so.
create schema if not exists private;
revoke all on schema private from public;
grant usage on schema private to anon, authenticated, service_role;

-- Hosted projects and local stacks differ in what new objects grant by default; here both start from nothing.
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;
alter default privileges in schema public revoke all on functions from anon, authenticated, service_role;
revoke create on schema public from public;
grant usage on schema public to anon, authenticated, service_role;

-- Small functions that every row or request calls are plpgsql: unlike a definer's SQL function, it keeps its plan.

-- Claims of the token that carries this request. An unset or emptied setting counts as no claim.
create function private.claims() returns jsonb
language plpgsql stable parallel safe set search_path = '' as $$
begin
  return coalesce(nullif(current_setting('request.jwt.claims', true), ''), '{}')::jsonb;
end $$;

create function private.bound_tenant() returns uuid
language plpgsql stable parallel safe set search_path = '' as $$
begin
  return nullif(private.claims() ->> 'tenant_id', '')::uuid;
end $$;
comment on function private.bound_tenant() is
  'The community that the token is bound to, or null for a token of the network host.';

create function private.token_scope() returns text
language plpgsql stable parallel safe set search_path = '' as $$
begin
  return coalesce(private.claims() ->> 'scope', '');
end $$;
comment on function private.token_scope() is
  'server: minted for the app itself, never given to a browser; network or community: minted for one request of one host.';

create function private.require_server() returns void
language plpgsql stable set search_path = '' as $$
begin
  if private.token_scope() <> 'server' then
    raise exception 'forbidden:server_only' using errcode = '42501';
  end if;
end $$;

create function private.request_header(p_name text) returns text
language plpgsql stable parallel safe set search_path = '' as $$
begin
  return left(coalesce(nullif(current_setting('request.headers', true), ''), '{}')::jsonb ->> p_name, 64);
end $$;

-- Time-ordered UUID (RFC 9562, version 7): keeps inserts at the right edge of every index.
create function private.uuid_v7() returns uuid
language plpgsql volatile parallel safe set search_path = '' as $$
begin
  return encode(
    set_bit(
      set_bit(
        overlay(uuid_send(gen_random_uuid())
          placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
          from 1 for 6),
        52, 1),
      53, 1),
    'hex')::uuid;
end $$;

create function private.is_time_zone(p_name text) returns boolean
language plpgsql stable parallel safe set search_path = '' as $$
begin
  perform timestamptz '2000-01-01 00:00+00' at time zone p_name;
  return p_name ~ '^[A-Za-z]';
exception when invalid_parameter_value then
  return false;
end $$;

-- Row triggers that every table may use -------------------------------------------------------------

create function private.touch_row() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.updated_at := now();
  new.version := old.version + 1;
  return new;
end $$;

create function private.keep_tenant() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new.tenant_id is distinct from old.tenant_id then
    raise exception 'forbidden:tenant_is_immutable' using errcode = '42501';
  end if;
  return new;
end $$;

grant execute on function
  private.claims(), private.bound_tenant(), private.token_scope(), private.request_header(text),
  private.uuid_v7(), private.is_time_zone(text)
to anon, authenticated, service_role;
