-- Who is named in a text: looked up while it is written, kept when it is saved.

-- A mention is written @[Name](member:<id>). The first fifty people named count; more is no conversation.
create function private.mentioned_in(p_body text) returns uuid[]
language plpgsql immutable parallel safe set search_path = '' as $$
begin
  if position('](member:' in p_body) = 0 then return '{}'; end if;
  return array(
    select x.found[1]::uuid
    from regexp_matches(p_body,
      '@\[(?:\\.|[^]\\[\n])+\]\(member:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)', 'g') with ordinality x(found, place)
    group by 1 order by min(x.place) limit 50);
end $$;

create table public.post_mentions (
  tenant_id uuid not null,
  post_id uuid not null,
  comment_id uuid,
  -- The text that names somebody: the comment, or else the post.
  place_id uuid not null generated always as (coalesce(comment_id, post_id)) stored,
  user_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, place_id, user_id),
  foreign key (tenant_id, post_id) references public.posts (tenant_id, id) on delete cascade,
  foreign key (tenant_id, post_id, comment_id) references public.post_comments (tenant_id, post_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references public.tenant_users (tenant_id, user_id) on update cascade
);
create index post_mentions_post_idx on public.post_mentions (tenant_id, post_id, comment_id);
create index post_mentions_person_idx on public.post_mentions (tenant_id, user_id, created_at desc);
create trigger post_mentions_update_keeps_tenant before update of tenant_id on public.post_mentions
  for each row execute function private.keep_tenant();

-- Rows that stay keep their time: whoever was named before is not named anew by an edit.
create function private.set_mentions(p_tenant uuid, p_post uuid, p_comment uuid, p_author uuid, p_body text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  named uuid[] := private.mentioned_in(p_body);
begin
  delete from public.post_mentions m
  where m.tenant_id = p_tenant and m.place_id = coalesce(p_comment, p_post) and m.user_id <> all (named);
  if named = '{}' then return; end if;
  insert into public.post_mentions (tenant_id, post_id, comment_id, user_id)
  select p_tenant, p_post, p_comment, u.user_id
  from public.tenant_users u join public.profiles p on p.id = u.user_id
  where u.tenant_id = p_tenant and u.user_id = any (named) and u.user_id <> p_author
    and u.status = 'active' and not p.is_placeholder
  on conflict do nothing;
end $$;

create function private.posts_keep_mentions() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.set_mentions(new.tenant_id, new.id, null, new.author_id, new.body);
  return null;
end $$;
create trigger posts_write_keeps_mentions after insert or update of body on public.posts
  for each row execute function private.posts_keep_mentions();

create function private.post_comments_keep_mentions() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.set_mentions(new.tenant_id, new.post_id, new.id, new.author_id, new.body);
  return null;
end $$;
create trigger post_comments_write_keeps_mentions after insert or update of body on public.post_comments
  for each row execute function private.post_comments_keep_mentions();

-- Somebody reads where they themselves are named, as far as they may read that text.
alter table public.post_mentions enable row level security;
alter table public.post_mentions force row level security;
revoke all on public.post_mentions from public, anon, authenticated, service_role;
grant select on public.post_mentions to authenticated;
create policy post_mentions_all_bound on public.post_mentions as restrictive for all to anon, authenticated
  using ((select private.bound_tenant()) is null or tenant_id = (select private.bound_tenant()))
  with check ((select private.bound_tenant()) is null or tenant_id = (select private.bound_tenant()));
create policy post_mentions_select_own on public.post_mentions for select to authenticated using (
  user_id = (select auth.uid()) and tenant_id = any ((select private.my_tenants())::uuid[])
  and private.may_like(tenant_id, post_id));

-- The lookup ---------------------------------------------------------------------------------------

create index tenant_users_name_idx on public.tenant_users (tenant_id, (lower(display_name) collate "C"))
  where status = 'active';

-- Members whose name, or a word of it, begins like this; without a beginning, those who came last. Names that begin so
-- come from the whole community, words within a name from its newest 5,000. Null where the caller may read nothing here.
create function public.find_people(p_tenant uuid, p_query text default '', p_limit integer default 8) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  n integer := private.page_size(p_limit, 8);
  query text := lower(btrim(left(coalesce(p_query, ''), 80)));
  word text := '% ' || replace(replace(replace(query, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  me uuid := auth.uid();
begin
  if not coalesce(p_tenant = any (private.my_tenants()), false) then return null; end if;
  return (
    with begins as materialized (
      select m.user_id, m.display_name from public.tenant_users m
      where query <> '' and m.tenant_id = p_tenant and m.status = 'active'
        and lower(m.display_name) collate "C" >= query collate "C"
        and lower(m.display_name) collate "C" < (query || chr(1114111)) collate "C"
      order by lower(m.display_name) collate "C" limit 5 * n),
    newest as materialized (
      select m.user_id, m.display_name, m.joined_at from public.tenant_users m
      where m.tenant_id = p_tenant and m.status = 'active'
      order by m.joined_at desc, m.user_id desc limit case when query = '' then 5 * n else 5000 end),
    candidates as (
      select b.user_id, 0 as rank, lower(b.display_name) as name, null::timestamptz as joined_at from begins b
      union all
      select w.user_id, 1, lower(w.display_name), case when query = '' then w.joined_at end from newest w
      where query = '' or lower(w.display_name) like word),
    found as (
      select c.user_id, min(c.rank) as rank, min(c.name) as name, max(c.joined_at) as joined_at
      from candidates c join public.profiles p on p.id = c.user_id
      where c.user_id <> me and not p.is_placeholder
      group by c.user_id
      order by 2, 4 desc, 3, 1 limit n)
    select coalesce(jsonb_agg(jsonb_build_object('id', m.user_id, 'name', m.display_name, 'avatar', m.avatar_path)
      order by f.rank, f.joined_at desc, f.name, f.user_id), '[]')
    from found f join public.tenant_users m on m.tenant_id = p_tenant and m.user_id = f.user_id);
end $$;

-- Who would read a text: how many belong here, one's own groups, and who of those named stays outside. A post decides
-- for what is written below it, a group for what is written to it. Null where the caller may read nothing here.
create function public.writing_audience(
  p_tenant uuid, p_post uuid default null, p_group uuid default null, p_named uuid[] default '{}'
) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  seen_by text;
  audience uuid := p_group;
begin
  if not coalesce(p_tenant = any (private.my_tenants()), false) then return null; end if;
  if p_post is not null then
    select p.visibility, p.group_id into seen_by, audience from public.posts p
    where p.tenant_id = p_tenant and p.id = p_post and p.deleted_at is null and p.stream_id = any (private.my_streams());
    if not found then return null; end if;
  end if;
  if audience is not null and audience <> all (private.my_groups()) then return null; end if;
  return jsonb_build_object(
    'members', (select t.member_count + private.unfolded(t.id, 'tenant.members', t.id) from public.tenants t where t.id = p_tenant),
    'visibility', seen_by,
    'group', audience,
    'groups', coalesce((
      select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name, 'members', (
        select count(*) from public.group_members m join public.tenant_users u
          on u.tenant_id = m.tenant_id and u.user_id = m.user_id and u.status = 'active'
        where m.tenant_id = g.tenant_id and m.group_id = g.id)) order by lower(g.name), g.id)
      from (select x.* from public.groups x
            where x.tenant_id = p_tenant and x.id = any (private.my_groups())
              and (x.archived_at is null or x.id = audience)
            order by lower(x.name), x.id limit 200) g), '[]'),
    'outside', case when audience is null then '[]' else coalesce((
      select jsonb_agg(jsonb_build_object('id', u.user_id, 'name', u.display_name) order by lower(u.display_name), u.user_id)
      from public.tenant_users u
      where u.tenant_id = p_tenant and u.user_id = any (p_named[1:50]) and u.status = 'active'
        and not exists (select from public.group_members m
          where m.tenant_id = p_tenant and m.group_id = audience and m.user_id = u.user_id)), '[]') end);
end $$;

grant execute on function public.find_people(uuid, text, integer), public.writing_audience(uuid, uuid, uuid, uuid[])
  to authenticated;
