-- What concerns one person: a reply, a mention, a question to them, an answer. Written by the worker from the log, read by
-- its person alone, and shown only while they may see the thing itself (see the reading of it).
-- The seam for mail, push and digests: another consumer of the log's order, with its own place in event_consumers, that
-- reads rows of this table younger than its place and asks private.shown_notifications before it says a word.

create table public.notifications (
  tenant_id uuid not null,
  id uuid not null default private.uuid_v7(),
  user_id uuid not null,
  kind text not null check (kind in (
    'reply', 'mention', 'share_asked', 'share_answered', 'share_waiting', 'share_shown', 'share_revoked',
    'connection_proposed', 'connection_accepted', 'connection_declined', 'connection_ended',
    'member_request', 'member_approved', 'journey_invitation')),
  bucket text not null generated always as (case
    when kind = 'mention' then 'mention'
    when kind in ('share_asked', 'share_waiting', 'connection_proposed', 'member_request', 'journey_invitation') then 'request'
    else 'news' end) stored,
  actor_id uuid,
  -- Where the post is at home: elsewhere for what is said in a lane.
  post_home uuid,
  post_id uuid,
  comment_id uuid,
  share_id uuid,
  -- The community on the other side of a share or a connection.
  other_tenant_id uuid,
  outcome text check (outcome in ('agreed', 'shown', 'declined', 'refused')),
  -- What it comes from: a text, or an event of the log. One person hears of it once.
  cause_id uuid not null,
  -- What is told as one: "Ana and 4 others".
  group_key text not null check (char_length(group_key) <= 120),
  -- Whether it is the newest of its group: lists and counts look at these alone.
  is_latest boolean not null default true,
  created_at timestamptz not null,
  read_at timestamptz,
  -- Where the text stands that a reply or a mention is about, as long as nothing about it has changed; null: to be asked
  -- for.
  known_stream uuid,
  primary key (tenant_id, id),
  unique (tenant_id, user_id, cause_id),
  foreign key (tenant_id, user_id) references public.tenant_users (tenant_id, user_id)
    on update cascade on delete cascade
);
create index notifications_newest_idx on public.notifications (user_id, created_at desc, id desc)
  include (tenant_id) where is_latest;
create index notifications_bucket_idx on public.notifications (tenant_id, user_id, bucket, created_at desc, id desc)
  where is_latest;
create index notifications_unread_idx on public.notifications (tenant_id, user_id, known_stream, bucket)
  where is_latest and read_at is null;
create index notifications_post_idx on public.notifications (tenant_id, user_id, post_id)
  where is_latest and read_at is null;
create index notifications_text_idx on public.notifications (tenant_id, post_id, comment_id)
  where is_latest and read_at is null and known_stream is not null;
create index notifications_group_idx on public.notifications (tenant_id, user_id, group_key, created_at desc, id desc);
create trigger notifications_update_keeps_tenant before update of tenant_id on public.notifications
  for each row execute function private.keep_tenant();

-- Communities that somebody wants to hear nothing of for now; for good: until infinity.
create table public.notification_mutes (
  tenant_id uuid not null,
  user_id uuid not null,
  until timestamptz not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references public.tenant_users (tenant_id, user_id)
    on update cascade on delete cascade
);
create index notification_mutes_person_idx on public.notification_mutes (user_id) include (tenant_id, until);
create trigger notification_mutes_update_keeps_tenant before update of tenant_id on public.notification_mutes
  for each row execute function private.keep_tenant();

-- How far each reader of the log has come.
create table private.event_consumers (
  name text primary key,
  epoch integer not null,
  txid xid8 not null,
  seq bigint not null,
  updated_at timestamptz not null default now()
);
-- What was before there were notifications is no news.
insert into private.event_consumers (name, epoch, txid, seq)
values ('notifications', 1, pg_snapshot_xmin(pg_current_snapshot()), 0);

do $$
declare t text;
begin
  foreach t in array array['public.notifications', 'public.notification_mutes', 'private.event_consumers'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('revoke all on %s from public, anon, authenticated, service_role', t);
  end loop;
end $$;

-- Those who decide in a community are few among many.
create index tenant_users_deciding_idx on public.tenant_users (tenant_id, role) include (user_id)
  where status = 'active' and role <> 'member';

-- Says to the open pages of people that their inbox changed, and nothing more: they read it themselves.
create function private.tell_inbox(p_people uuid[]) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform realtime.send('{}', 'inbox', 'user:' || p.id, true) from unnest(p_people) p(id);
end $$;
