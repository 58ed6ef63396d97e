-- Letting go of somebody: the ledger of what is to be erased and what was, and the one way in which the logs, which
-- nobody changes, let a person go.

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
  -- keep: under one's name, but tied to nobody who could sign in.
  mode text not null check (mode in ('keep', 'anonymise', 'remove')),
  state text not null default 'waiting' check (state in ('waiting', 'done')),
  -- Until it is done.
  user_id uuid,
  -- Rows by kind, as counted before.
  counts jsonb not null default '{}' check (jsonb_typeof(counts) = 'object'),
  requested_at timestamptz not null default now(),
  done_at timestamptz,
  -- When it may begin.
  due_at timestamptz not null default now(),
  -- From here on there is no way back.
  begun_at timestamptz,
  -- Of a whole account: what is to become of what one made, by community; in all others as mode says.
  ways jsonb not null default '{}' check (jsonb_typeof(ways) = 'object'),
  check ((state = 'done') = (done_at is not null)),
  check ((state = 'waiting') = (user_id is not null))
);
create index erasures_waiting_idx on private.erasures (requested_at) where state = 'waiting';
create unique index erasures_once_idx on private.erasures (user_id, tenant_id) where state = 'waiting';
create unique index erasures_account_idx on private.erasures (user_id) where state = 'waiting' and tenant_id is null;

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

-- What happens to a row, into the log and the audit. Each side of a share or a connection reads of its own people
-- alone. Erasing is no news: its own record would hold what is to go.
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

create function private.subject_hash(p_user uuid, p_tenant uuid) returns text
language sql immutable parallel safe set search_path = '' as $$
  select encode(extensions.digest(p_user::text || ':' || coalesce(p_tenant::text, ''), 'sha256'), 'hex')
$$;
