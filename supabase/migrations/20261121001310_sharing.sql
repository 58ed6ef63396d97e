-- Posts in other communities: a grant that points to the post, never a copy. It belongs to the community where the post
-- is at home. Whoever reads asks for the grant as it stands in that moment.

-- What an author agrees to. The words are kept with their version, so that a consent can always be read again.
create table private.consent_texts (
  purpose text not null check (purpose in ('share')),
  version integer not null check (version > 0),
  -- By language: {"en": "..."}.
  texts jsonb not null check (jsonb_typeof(texts) = 'object' and texts ? 'en'),
  created_at timestamptz not null default now(),
  primary key (purpose, version)
);
create trigger consent_texts_are_final before update or delete on private.consent_texts
  for each row execute function private.refuse_change();
create trigger consent_texts_are_kept before truncate on private.consent_texts
  for each statement execute function private.refuse_change();
insert into private.consent_texts (purpose, version, texts) values ('share', 1, jsonb_build_object(
  'en', 'I wrote this post and agree that the members of the community I choose read it there, under my name. It stays at home where I wrote it: what I change or remove there changes or goes here too. I can take it back at any time; from then on nobody sees it there. Comments that were written there belong to that community.',
  'es', 'Esta publicación es mía y acepto que la lean allí, con mi nombre, los miembros de la comunidad que elija. Su casa sigue siendo el lugar donde la escribí: lo que cambie o quite allí cambia o desaparece también aquí. Puedo retirarla cuando quiera; desde ese momento nadie la verá allí. Los comentarios escritos allí pertenecen a esa comunidad.',
  'ar', 'أنا كاتب هذا المنشور، وأوافق على أن يقرأه هناك، باسمي، أعضاء المجتمع الذي أختاره. يبقى موطنه حيث كتبته: ما أغيّره أو أحذفه هناك يتغيّر أو يختفي هنا أيضًا. ويمكنني سحبه متى شئت، فلا يراه أحد هناك بعد ذلك. أمّا التعليقات التي كُتبت هناك فهي لذلك المجتمع.',
  'ja', 'この投稿は私が書いたものです。選んだコミュニティのメンバーが、私の名前とともにそこで読むことに同意します。投稿の本拠地は書いた場所のままです。そこで直したり消したりすれば、こちらでも変わり、消えます。いつでも取り下げることができ、その時からそこでは誰にも見えません。そこで書かれたコメントはそのコミュニティのものです。'));

create table public.content_sharing (
  tenant_id uuid not null,
  id uuid not null default private.uuid_v7(),
  post_id uuid not null,
  author_id uuid not null,
  target_tenant_id uuid not null references public.tenants (id) on delete cascade,
  -- The grant whose readers handed it on.
  parent_id uuid,
  scope text not null check (scope in ('view', 'comment', 'reshare')),
  -- asked: the author has not answered; waiting: the other community's moderators have not.
  state text not null check (state in ('asked', 'waiting', 'active', 'declined', 'revoked', 'ended')),
  -- Whether a policy of either side asks for a connection, without which this grant is worth nothing.
  under_connection boolean not null,
  asked_by uuid not null,
  note text not null default '' check (char_length(note) <= 300),
  -- The receipt.
  consented_at timestamptz,
  consent_version integer,
  consent_locale text,
  -- How many people could read it there when the author agreed.
  consent_audience integer,
  approved_by uuid,
  approved_at timestamptz,
  -- Since when it stands in the feed of the other community.
  shown_since timestamptz,
  expires_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  ended_side text check (ended_side in ('author', 'home', 'target', 'connection')),
  comment_count integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (tenant_id, id),
  check (tenant_id <> target_tenant_id),
  check (state not in ('waiting', 'active') or consented_at is not null),
  check ((state = 'active') <= (shown_since is not null)),
  check ((state in ('declined', 'revoked', 'ended')) = (ended_at is not null)),
  foreign key (tenant_id, post_id) references public.posts (tenant_id, id) on delete cascade,
  foreign key (tenant_id, author_id) references public.tenant_users (tenant_id, user_id) on update cascade,
  foreign key (tenant_id, parent_id) references public.content_sharing (tenant_id, id)
);
-- At most one grant of a post to a community is open at a time.
create unique index content_sharing_open_idx on public.content_sharing (tenant_id, post_id, target_tenant_id)
  where state in ('asked', 'waiting', 'active');
create index content_sharing_target_idx on public.content_sharing (target_tenant_id, id);
create index content_sharing_waiting_idx on public.content_sharing (target_tenant_id, id) where state = 'waiting';
create index content_sharing_post_idx on public.content_sharing (tenant_id, post_id, target_tenant_id);
create index content_sharing_author_idx on public.content_sharing (tenant_id, author_id, id desc);
create index content_sharing_parent_idx on public.content_sharing (tenant_id, parent_id) where parent_id is not null;
create index content_sharing_pair_idx on public.content_sharing (tenant_id, target_tenant_id)
  where state in ('asked', 'waiting', 'active');
create index content_sharing_lane_idx on public.content_sharing (target_tenant_id, post_id) where state = 'active';
create index content_sharing_asker_idx on public.content_sharing (asked_by, id desc) where state in ('asked', 'waiting');
create trigger content_sharing_update_keeps_tenant before update of tenant_id on public.content_sharing
  for each row execute function private.keep_tenant();
create trigger content_sharing_update_touches before update on public.content_sharing
  for each row execute function private.touch_row();
create trigger content_sharing_record after insert or update or delete on public.content_sharing
  for each row execute function private.record_change('share', 'both', 'id');

alter table private.consent_texts enable row level security;
alter table private.consent_texts force row level security;
alter table public.content_sharing enable row level security;
alter table public.content_sharing force row level security;
revoke all on public.content_sharing from public, anon, authenticated, service_role;

-- The grants that hold in this moment, of the posts named, into the communities named. Everything on which one depends
-- is asked anew: the post, its author's membership, both communities and their policies, the connection, the day. What
-- stands at home needs no grant: pages ask with everything they show, and only what came from elsewhere is looked up.
create function private.live_shares(p_homes uuid[], p_posts uuid[], p_targets uuid[])
returns table (home_id uuid, post_id uuid, target_id uuid, share_id uuid, scope text, shown_since timestamptz)
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  return query
  select s.tenant_id, s.post_id, s.target_tenant_id, s.id, s.scope, s.shown_since
  from (select distinct * from unnest(p_homes, p_posts, p_targets) x(home, post, target) where x.home <> x.target) k
  join public.content_sharing s on s.tenant_id = k.home and s.post_id = k.post and s.target_tenant_id = k.target
    and s.state in ('asked', 'waiting', 'active')
  join public.posts p on p.tenant_id = s.tenant_id and p.id = s.post_id
  join public.tenant_users a on a.tenant_id = s.tenant_id and a.user_id = p.author_id
  join public.tenants home on home.id = s.tenant_id
  join public.tenants target on target.id = s.target_tenant_id
  left join public.community_connections c on c.tenant_id = s.tenant_id and c.connected_id = s.target_tenant_id
  where s.state = 'active' and (s.expires_at is null or s.expires_at > now())
    and p.deleted_at is null and p.visibility in ('public', 'members') and a.status = 'active'
    and home.status = 'active' and home.sharing_out <> 'nobody'
    and target.status = 'active' and target.sharing_in <> 'nobody'
    and (not s.under_connection
      or (c.state = 'accepted' and c.direction in ('out', 'both') and not c.paused_here and not c.paused_there));
end $$;

-- Puts a grant into the feed of the community it goes to, or takes it out. Called by functions that hold the grant.
create function private.place_share(p_share public.content_sharing) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  delete from public.feed_items f
  where f.tenant_id = p_share.target_tenant_id and f.stream_id = p_share.target_tenant_id
    and f.source_tenant_id = p_share.tenant_id and f.post_id = p_share.post_id;
  if p_share.state = 'active' then
    insert into public.feed_items (tenant_id, stream_id, source_tenant_id, post_id, sort_at, active_at)
    values (p_share.target_tenant_id, p_share.target_tenant_id, p_share.tenant_id, p_share.post_id, p_share.shown_since,
            p_share.shown_since);
  end if;
end $$;

-- What the other community's log and audit say of a grant: that it exists, not what is in the post. Its admins read of
-- the author, whom the post names, and of their own people.
create function private.tell_target(p_share public.content_sharing, p_what text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  told jsonb := jsonb_build_object('new', jsonb_build_object('home_id', p_share.tenant_id, 'post_id', p_share.post_id,
    'scope', p_share.scope, 'state', p_share.state, 'expires_at', p_share.expires_at));
  reader_sees uuid := case when auth.uid() = p_share.author_id or p_share.target_tenant_id = any (private.my_tenants())
    then auth.uid() end;
begin
  insert into public.domain_events (tenant_id, stream_type, stream_id, type, data, actor_id, correlation_id)
  values (p_share.target_tenant_id, 'received_share', p_share.id, 'received_share.' || p_what, told, auth.uid(),
          private.request_header('x-request-id'));
  insert into public.audit_logs (tenant_id, actor_id, actor_role, action, target_type, target_id, new, request_id)
  values (p_share.target_tenant_id, reader_sees, coalesce(private.claims() ->> 'role', session_user),
          'received_share.' || p_what, 'received_share', p_share.id, told -> 'new', private.request_header('x-request-id'));
end $$;

-- Why a post may not go from one community to another; null where it may. Says nothing that its caller, who belongs to
-- both, could not know. The connection counts where either policy asks for one.
create function private.share_obstacle(p_home uuid, p_target uuid, p_scope text) returns text
language plpgsql stable security definer set search_path = '' as $$
declare
  home public.tenants;
  target public.tenants;
  c public.community_connections;
begin
  select t.* into home from public.tenants t where t.id = p_home;
  select t.* into target from public.tenants t where t.id = p_target;
  if home.sharing_out = 'nobody' then return 'home_keeps_posts'; end if;
  if target.sharing_in = 'nobody' then return 'target_takes_none'; end if;
  if home.sharing_out = 'connected' or target.sharing_in = 'connected' then
    select x.* into c from public.community_connections x where x.tenant_id = p_home and x.connected_id = p_target;
    if c.state is distinct from 'accepted' then return 'not_connected'; end if;
    if c.paused_here or c.paused_there then return 'connection_paused'; end if;
    if c.direction = 'in' then return 'wrong_direction'; end if;
    if private.scope_rank(p_scope) > private.scope_rank(c.scope) then return 'scope_too_wide'; end if;
  end if;
  return null;
end $$;

create function private.needs_connection(p_home uuid, p_target uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select home.sharing_out = 'connected' or target.sharing_in = 'connected'
  from public.tenants home, public.tenants target where home.id = p_home and target.id = p_target
$$;

-- Whether the moderators there look at it first.
create function private.needs_review(p_home uuid, p_target uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select case t.sharing_review when 'all' then true when 'none' then false
    else not exists (select 1 from public.community_connections c
      where c.tenant_id = p_home and c.connected_id = p_target and c.state = 'accepted') end
  from public.tenants t where t.id = p_target
$$;

-- Whether bringing a post into a community was declined in the last thirty days. An author may still share what they would
-- not let others share, and moderators what they turned away.
create function private.declined_lately(p_home uuid, p_post uuid, p_target uuid, p_author uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select 1 from public.content_sharing s
    where s.tenant_id = p_home and s.post_id = p_post and s.target_tenant_id = p_target and s.state = 'declined'
      and s.ended_at > now() - interval '30 days'
      and case s.ended_side when 'author' then p_author <> auth.uid()
               else p_target <> all (private.my_tenants_as('moderator')) end);
end $$;

-- The post, held until the transaction ends: grants and revokes of one post happen one after the other.
create function private.hold_post(p_tenant uuid, p_post uuid) returns public.posts
language plpgsql volatile security definer set search_path = '' as $$
declare
  p public.posts;
begin
  select x.* into p from public.posts x where x.tenant_id = p_tenant and x.id = p_post for no key update;
  if p.id is null then raise exception 'not_found:post' using errcode = 'P0001'; end if;
  return p;
end $$;

-- The connection, held in its state. Always before the post, as those who end a connection do.
create function private.keep_connection(p_home uuid, p_target uuid) returns void
language sql volatile security definer set search_path = '' as $$
  select 1 from public.community_connections c where c.tenant_id = p_home and c.connected_id = p_target for share
$$;

create function private.consent_now() returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('version', c.version, 'texts', c.texts)
  from private.consent_texts c where c.purpose = 'share' order by c.version desc limit 1
$$;

create function private.require_consent(p_version integer) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if p_version is distinct from (select max(t.version) from private.consent_texts t where t.purpose = 'share') then
    raise exception 'conflict:consent_changed' using errcode = 'P0001';
  end if;
end $$;
