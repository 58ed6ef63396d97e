-- What happened: the event log and the audit log, written by one trigger in the writer's own transaction.

create table public.domain_events (
  tenant_id uuid not null,
  seq bigint generated always as identity,
  epoch integer not null default 1,
  txid xid8 not null default pg_current_xact_id(),
  id uuid not null default private.uuid_v7(),
  stream_type text not null,
  stream_id uuid not null,
  stream_version integer,
  type text not null,
  schema_version smallint not null default 1,
  data jsonb not null,
  actor_id uuid,
  correlation_id text,
  occurred_at timestamptz not null default now(),
  primary key (tenant_id, seq)
);
comment on table public.domain_events is
  'Consumers read (epoch, txid, seq) below pg_snapshot_xmin: reading by seq alone would skip events of open transactions.';
create index domain_events_cursor_idx on public.domain_events (epoch, txid, seq);
create unique index domain_events_version_idx on public.domain_events (tenant_id, stream_type, stream_id, stream_version)
  where stream_version is not null;
create index domain_events_stream_idx on public.domain_events (tenant_id, stream_type, stream_id, seq);

-- The nil UUID stands for the network itself: what its staff do belongs to no community.
create table public.audit_logs (
  tenant_id uuid not null default '00000000-0000-0000-0000-000000000000',
  seq bigint generated always as identity,
  actor_id uuid,
  actor_role text not null,
  action text not null,
  target_type text not null,
  target_id text not null,
  old jsonb,
  new jsonb,
  reason text,
  request_id text,
  occurred_at timestamptz not null default now(),
  primary key (tenant_id, seq)
);
create index audit_logs_tenant_idx on public.audit_logs (tenant_id, occurred_at desc, seq desc);

create function private.refuse_change() returns trigger
language plpgsql set search_path = '' as $$
begin
  raise exception 'forbidden:append_only' using errcode = '42501';
end $$;
create trigger domain_events_are_final before update or delete on public.domain_events
  for each row execute function private.refuse_change();
create trigger domain_events_are_kept before truncate on public.domain_events
  for each statement execute function private.refuse_change();
create trigger audit_logs_are_final before update or delete on public.audit_logs
  for each row execute function private.refuse_change();
create trigger audit_logs_are_kept before truncate on public.audit_logs
  for each statement execute function private.refuse_change();

-- Arguments: entity name; 'events', 'audit' or 'both'; the column that identifies the row.
create function private.record_change() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  -- Kept by workers and triggers, or repeated elsewhere: no news in themselves.
  noise constant text[] := array['updated_at', 'version', 'like_count', 'comment_count', 'share_count', 'member_count',
                                 'post_count', 'lead', 'body_length', 'stream_id', 'is_public', 'path', 'depth'];
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

create trigger tenants_record after insert or update or delete on public.tenants
  for each row execute function private.record_change('tenant', 'both', 'id');
create trigger tenant_domains_record after insert or update or delete on public.tenant_domains
  for each row execute function private.record_change('domain', 'audit', 'domain');
create trigger tenant_users_record after insert or update or delete on public.tenant_users
  for each row execute function private.record_change('membership', 'both', 'user_id');
create trigger platform_staff_record after insert or update or delete on public.platform_staff
  for each row execute function private.record_change('staff', 'audit', 'user_id');
create trigger groups_record after insert or update or delete on public.groups
  for each row execute function private.record_change('group', 'both', 'id');
create trigger posts_record after insert or update or delete on public.posts
  for each row execute function private.record_change('post', 'events', 'id');
create trigger post_comments_record after insert or update or delete on public.post_comments
  for each row execute function private.record_change('comment', 'events', 'id');
create trigger post_likes_record after insert or delete on public.post_likes
  for each row execute function private.record_change('like', 'events', 'post_id');
create trigger events_record after insert or update or delete on public.events
  for each row execute function private.record_change('event', 'both', 'id');
