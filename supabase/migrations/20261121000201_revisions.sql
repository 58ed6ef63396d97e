-- What a post or a comment said before it was edited. Whoever may read the post reads it, for as long as the same
-- people may: a post that gets another audience leaves its earlier words behind.

create table public.post_revisions (
  tenant_id uuid not null,
  id uuid not null default private.uuid_v7(),
  post_id uuid not null,
  -- Null for the words of the post itself.
  comment_id uuid,
  -- Whose words these were.
  subject_id uuid not null generated always as (coalesce(comment_id, post_id)) stored,
  -- Of the row that said this.
  version integer not null,
  author_id uuid not null,
  stream_id uuid not null,
  is_public boolean not null,
  title text check (char_length(title) between 1 and 300),
  -- Null once a moderator took the text away; title goes with it.
  body text check (char_length(body) between 1 and 200000),
  written_at timestamptz not null,
  removed_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  check ((body is null) = (removed_at is not null)),
  check (body is not null or title is null),
  foreign key (tenant_id, post_id) references public.posts (tenant_id, id) on delete cascade,
  foreign key (tenant_id, post_id, comment_id) references public.post_comments (tenant_id, post_id, id) on delete cascade,
  foreign key (tenant_id, author_id) references public.tenant_users (tenant_id, user_id) on update cascade
);
create unique index post_revisions_version_idx on public.post_revisions (tenant_id, subject_id, version);
create index post_revisions_comment_idx on public.post_revisions (tenant_id, post_id, comment_id);
create index post_revisions_author_idx on public.post_revisions (tenant_id, author_id);
create trigger post_revisions_update_keeps_tenant before update of tenant_id on public.post_revisions
  for each row execute function private.keep_tenant();

alter table public.post_revisions enable row level security;
alter table public.post_revisions force row level security;
revoke all on public.post_revisions from public, anon, authenticated, service_role;
create policy post_revisions_all_bound on public.post_revisions as restrictive for all to anon, authenticated
  using ((select private.bound_tenant()) is null or tenant_id = (select private.bound_tenant()))
  with check ((select private.bound_tenant()) is null or tenant_id = (select private.bound_tenant()));
grant select (tenant_id, id, post_id, comment_id, version, author_id, title, body, written_at, removed_at)
  on public.post_revisions to anon, authenticated;
create policy post_revisions_select_readers on public.post_revisions for select to anon, authenticated using (
  (tenant_id = any ((select private.my_tenants())::uuid[]) and stream_id = any ((select private.my_streams())::uuid[]))
  or (is_public and tenant_id = (select private.public_host_tenant())));

-- The newest 20 of a text, and no more than a million characters of them.
create function private.trim_revisions(p_tenant uuid, p_subject uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  delete from public.post_revisions r
  using (
    select x.id, row_number() over newest as place, sum(coalesce(char_length(x.body), 0)) over newest as characters
    from public.post_revisions x
    where x.tenant_id = p_tenant and x.subject_id = p_subject
    window newest as (order by x.version desc)) old
  where r.tenant_id = p_tenant and r.id = old.id and (old.place > 20 or old.characters > 1000000);
end $$;

create function private.posts_keep_revision() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if (old.stream_id, old.visibility) is distinct from (new.stream_id, new.visibility) then
    delete from public.post_revisions r where r.tenant_id = new.tenant_id and r.post_id = new.id;
  elsif (old.deleted_at is null) <> (new.deleted_at is null) then
    -- As with comments: nobody's stream until the post comes back.
    update public.post_revisions r
    set stream_id = case when new.deleted_at is null then new.stream_id else '00000000-0000-0000-0000-000000000000' end,
        is_public = (new.visibility = 'public' and new.deleted_at is null)
    where r.tenant_id = new.tenant_id and r.post_id = new.id;
  elsif new.deleted_at is null and (old.title, old.body) is distinct from (new.title, new.body) then
    insert into public.post_revisions
      (tenant_id, post_id, version, author_id, stream_id, is_public, title, body, written_at)
    values (old.tenant_id, old.id, old.version, old.author_id, new.stream_id, new.visibility = 'public', old.title,
            old.body, coalesce(old.edited_at, old.created_at));
    perform private.trim_revisions(old.tenant_id, old.id);
  end if;
  return null;
end $$;
create trigger posts_update_keeps_revision
  after update of title, body, visibility, group_id, author_id, deleted_at on public.posts
  for each row execute function private.posts_keep_revision();

create function private.post_comments_keep_revision() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.deleted_at is not null then
    delete from public.post_revisions r
    where r.tenant_id = new.tenant_id and r.subject_id = new.id;
  elsif old.deleted_at is null and old.body is distinct from new.body then
    insert into public.post_revisions
      (tenant_id, post_id, comment_id, version, author_id, stream_id, is_public, body, written_at)
    values (old.tenant_id, old.post_id, old.id, old.version, old.author_id, new.stream_id, new.is_public, old.body,
            coalesce(old.edited_at, old.created_at));
    perform private.trim_revisions(old.tenant_id, old.id);
  end if;
  return null;
end $$;
create trigger post_comments_update_keeps_revision after update of body, deleted_at on public.post_comments
  for each row execute function private.post_comments_keep_revision();

-- What a post or a comment says, and said before: oldest first. Null where the caller may know nothing.
create function public.post_history(p_tenant uuid, p_post uuid, p_comment uuid default null) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  p record;
  words record;
begin
  select x.stream_id, x.visibility, x.author_id, x.title, x.body, coalesce(x.edited_at, x.created_at) as written_at into p
  from public.posts x where x.tenant_id = p_tenant and x.id = p_post and x.deleted_at is null;
  if not found or not coalesce(
    (p_tenant = any (private.my_tenants()) and p.stream_id = any (private.my_streams()))
    or (p.visibility = 'public' and p_tenant = private.public_host_tenant()), false) then
    return null;
  end if;
  if p_comment is null then
    select p.author_id as author_id, p.title as title, p.body as body, p.written_at as written_at into words;
  else
    select c.author_id, null::text as title, c.body, coalesce(c.edited_at, c.created_at) as written_at into words
    from public.post_comments c
    where c.tenant_id = p_tenant and c.post_id = p_post and c.id = p_comment and c.deleted_at is null;
    if not found then return null; end if;
  end if;
  return jsonb_build_object(
    'post_title', p.title,
    'author', (
      select jsonb_build_object('id', a.user_id, 'name', a.display_name, 'avatar', a.avatar_path, 'role', a.role,
        'gone', a.status <> 'active')
      from public.tenant_users a where a.tenant_id = p_tenant and a.user_id = words.author_id),
    'current', jsonb_build_object('title', words.title, 'body', words.body, 'written_at', words.written_at),
    'earlier', coalesce((
      select jsonb_agg(jsonb_build_object('id', r.id, 'title', r.title, 'body', r.body, 'written_at', r.written_at)
        order by r.version)
      from public.post_revisions r
      where r.tenant_id = p_tenant and r.subject_id = coalesce(p_comment, p_post)), '[]'));
end $$;

-- A moderator takes the text of one earlier version away. That there was one stays.
create function public.remove_revision(p_tenant uuid, p_revision uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  r record;
begin
  select x.stream_id, x.removed_at, x.post_id, x.comment_id into r
  from public.post_revisions x where x.tenant_id = p_tenant and x.id = p_revision for update;
  if not found or not coalesce(
    p_tenant = any (private.my_tenants()) and r.stream_id = any (private.my_streams()), false) then
    raise exception 'not_found:revision' using errcode = '42501';
  end if;
  perform private.require_role(p_tenant, 'moderator');
  if r.removed_at is not null then return; end if;
  update public.post_revisions x set title = null, body = null, removed_at = now()
  where x.tenant_id = p_tenant and x.id = p_revision;
  perform private.write_audit(p_tenant,
    case when r.comment_id is null then 'post' else 'comment' end || '.revision_removed_by_moderator',
    case when r.comment_id is null then 'post' else 'comment' end, coalesce(r.comment_id, r.post_id)::text);
end $$;

grant execute on function public.post_history(uuid, uuid, uuid) to anon, authenticated;
grant execute on function public.remove_revision(uuid, uuid) to authenticated;
