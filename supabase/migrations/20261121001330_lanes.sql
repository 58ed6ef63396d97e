-- Lanes: what a community says below a post that came to it from elsewhere. A lane belongs to the community where it is
-- written, which moderates it, exports it and erases it; the comments at home are another lane.

alter table public.post_comments
  -- Where the post is at home, if not here.
  add column lane_of uuid check (lane_of <> tenant_id),
  add column post_home uuid not null generated always as (coalesce(lane_of, tenant_id)) stored;
alter table public.post_comments drop constraint post_comments_tenant_id_post_id_fkey;
alter table public.post_comments add foreign key (post_home, post_id) references public.posts (tenant_id, id) on delete cascade;
create index post_comments_home_idx on public.post_comments (post_home, post_id);
grant select (lane_of) on public.post_comments to anon, authenticated;
grant insert (lane_of) on public.post_comments to authenticated;

-- What names somebody, or was said before, in a lane hangs on the comment; the post stands elsewhere.
alter table public.post_mentions
  add column own_post_id uuid generated always as (case when comment_id is null then post_id end) stored;
alter table public.post_mentions drop constraint post_mentions_tenant_id_post_id_fkey;
alter table public.post_mentions add foreign key (tenant_id, own_post_id) references public.posts (tenant_id, id) on delete cascade;
create index post_mentions_own_post_idx on public.post_mentions (tenant_id, own_post_id) where own_post_id is not null;
alter table public.post_revisions
  add column own_post_id uuid generated always as (case when comment_id is null then post_id end) stored;
alter table public.post_revisions drop constraint post_revisions_tenant_id_post_id_fkey;
alter table public.post_revisions add foreign key (tenant_id, own_post_id) references public.posts (tenant_id, id) on delete cascade;
create index post_revisions_own_post_idx on public.post_revisions (tenant_id, own_post_id) where own_post_id is not null;

-- Whether a lane may be read now: while the grant holds.
create function private.lane_is_open(p_tenant uuid, p_home uuid, p_post uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (select 1 from private.live_shares(array[p_home], array[p_post], array[p_tenant]));
end $$;
grant execute on function private.lane_is_open(uuid, uuid, uuid) to anon, authenticated;

drop policy post_comments_select_readers on public.post_comments;
create policy post_comments_select_readers on public.post_comments for select to anon, authenticated using (
  (tenant_id = any ((select private.my_tenants())::uuid[]) and stream_id = any ((select private.my_streams())::uuid[])
    and (lane_of is null or private.lane_is_open(tenant_id, lane_of, post_id)))
  or (is_public and tenant_id = (select private.public_host_tenant())));

-- A lane that has closed is read by nobody; nor does who wrote in it change there what they can no longer read.
alter policy post_comments_update_authors on public.post_comments
  using (tenant_id = any ((select private.my_tenants())::uuid[]) and author_id = (select auth.uid()) and deleted_at is null
    and stream_id = any ((select private.my_streams())::uuid[])
    and (lane_of is null or private.lane_is_open(tenant_id, lane_of, post_id)))
  with check (tenant_id = any ((select private.my_tenants())::uuid[]) and author_id = (select auth.uid())
    and stream_id = any ((select private.my_streams())::uuid[])
    and (lane_of is null or private.lane_is_open(tenant_id, lane_of, post_id)));

-- A comment stands where its post stands: same audience, one place in the tree. In a lane the audience is the community.
create or replace function private.post_comments_place() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  post record;
  parent record;
  known boolean := private.claims() <> '{}';
begin
  select p.stream_id, p.visibility, p.deleted_at into post
  from public.posts p where p.tenant_id = coalesce(new.lane_of, new.tenant_id) and p.id = new.post_id
  for share;
  if new.lane_of is not null then
    if not found or (known and not coalesce(new.tenant_id = any (private.my_tenants()), false)) or not exists (
      select 1 from private.live_shares(array[new.lane_of], array[new.post_id], array[new.tenant_id]) l
      where private.scope_rank(l.scope) >= private.scope_rank('comment')) then
      raise exception 'not_found:post' using errcode = '42501';
    end if;
    post.stream_id := new.tenant_id;
    post.visibility := 'members';
  -- Without claims this is a direct connection of the owner (import, seed); the policies still hold for API roles.
  elsif not found or (known and not (
    new.tenant_id = any (private.my_tenants()) and post.stream_id = any (private.my_streams()))) then
    raise exception 'not_found:post' using errcode = '42501';
  end if;
  if post.deleted_at is not null then
    raise exception 'conflict:post_removed' using errcode = 'P0001';
  end if;
  new.stream_id := post.stream_id;
  new.is_public := post.visibility = 'public';
  if new.parent_id is null then
    new.path := array[new.id];
    new.depth := 0;
  else
    select c.path, c.depth, c.deleted_at into parent from public.post_comments c
    where c.tenant_id = new.tenant_id and c.post_id = new.post_id and c.id = new.parent_id;
    if not found then
      raise exception 'not_found:comment' using errcode = '42501';
    end if;
    if parent.deleted_at is not null then
      raise exception 'conflict:comment_removed' using errcode = 'P0001';
    end if;
    if parent.depth >= 60 then
      raise exception 'invalid:thread_too_deep' using errcode = 'P0001';
    end if;
    new.path := parent.path || new.id;
    new.depth := parent.depth + 1;
  end if;
  return new;
end $$;

alter table private.counter_deltas drop constraint counter_deltas_target_check;
alter table private.counter_deltas add constraint counter_deltas_target_check
  check (target in ('post.likes', 'post.comments', 'share.comments', 'tenant.members', 'tenant.posts'));

create or replace function private.post_comments_count() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  target text := case when new.lane_of is null then 'post.comments' else 'share.comments' end;
begin
  if tg_op = 'INSERT' then
    if new.deleted_at is null then
      perform private.count_change(new.tenant_id, target, new.post_id, 1, new.created_at);
    end if;
  elsif (new.deleted_at is null) <> (old.deleted_at is null) then
    perform private.count_change(new.tenant_id, target, new.post_id,
      case when new.deleted_at is null then 1 else -1 end, new.created_at);
  end if;
  return null;
end $$;

create or replace function private.fold_counters(p_limit integer default 5000) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  folded integer;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('private.fold_counters', 0)) then return 0; end if;
  with taken as (
    delete from private.counter_deltas d
    where d.id in (select c.id from private.counter_deltas c order by c.id limit p_limit)
    returning d.tenant_id, d.target, d.target_id, d.delta, d.happened_at),
  sums as (
    select t.tenant_id, t.target, t.target_id, sum(t.delta)::integer as delta,
      max(t.happened_at) filter (where t.target in ('post.comments', 'share.comments') and t.delta > 0) as active_at
    from taken t group by 1, 2, 3),
  posts as (
    update public.posts p
    set like_count = p.like_count + s.likes, comment_count = p.comment_count + s.comments
    from (select x.tenant_id, x.target_id,
                 coalesce(sum(x.delta) filter (where x.target = 'post.likes'), 0)::integer as likes,
                 coalesce(sum(x.delta) filter (where x.target = 'post.comments'), 0)::integer as comments
          from sums x where x.target like 'post.%' group by 1, 2) s
    where p.tenant_id = s.tenant_id and p.id = s.target_id
    returning p.tenant_id, p.id, p.stream_id, p.visibility, p.tags, p.types, p.created_at, p.deleted_at,
      p.like_count + p.comment_count as score),
  ranked as (
    insert into private.feed_tops as f (tenant_id, post_id, stream_id, type, tag, age, score, created_at)
    select p.tenant_id, p.id, l.id, m.type, m.tag, private.feed_age(p.created_at), p.score, p.created_at
    from posts p, unnest(private.lists_of(p.stream_id, p.visibility)) l(id), private.feed_marks(p.types, p.tags) m
    where p.deleted_at is null and p.score > 0 and private.feed_age(p.created_at) is not null
    on conflict (tenant_id, post_id, stream_id, type, tag) do update set score = excluded.score),
  unranked as (
    delete from private.feed_tops f using posts p
    where f.tenant_id = p.tenant_id and f.post_id = p.id and p.score <= 0),
  active_items as (
    update public.feed_items f set active_at = s.active_at from sums s
    where f.source_tenant_id = s.tenant_id and f.post_id = s.target_id and f.active_at < s.active_at
      and s.target = 'post.comments' and f.tenant_id = s.tenant_id),
  lanes as (
    update public.content_sharing c set comment_count = c.comment_count + s.delta from sums s
    where s.target = 'share.comments' and c.target_tenant_id = s.tenant_id and c.post_id = s.target_id and c.state = 'active'),
  active_lanes as (
    update public.feed_items f set active_at = s.active_at from sums s
    where s.target = 'share.comments' and f.tenant_id = s.tenant_id and f.stream_id = s.tenant_id
      and f.post_id = s.target_id and f.active_at < s.active_at),
  active_tags as (
    update private.feed_tags f set active_at = s.active_at from sums s
    where f.tenant_id = s.tenant_id and f.post_id = s.target_id and f.active_at < s.active_at),
  communities as (
    update public.tenants t
    set member_count = t.member_count + s.members, post_count = t.post_count + s.posts
    from (select x.target_id,
                 coalesce(sum(x.delta) filter (where x.target = 'tenant.members'), 0)::integer as members,
                 coalesce(sum(x.delta) filter (where x.target = 'tenant.posts'), 0)::integer as posts
          from sums x where x.target like 'tenant.%' group by 1) s
    where t.id = s.target_id)
  select count(*) into folded from taken;
  return folded;
end $$;

-- A post that comes a second time finds the lane that it left: what was said there counts again.
create function private.content_sharing_count_lane() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- What is still to be folded is added by that.
  new.comment_count := (
    select count(*) from public.post_comments c
    where c.tenant_id = new.target_tenant_id and c.post_id = new.post_id and c.lane_of = new.tenant_id
      and c.deleted_at is null) - private.unfolded(new.target_tenant_id, 'share.comments', new.post_id);
  return new;
end $$;
create trigger content_sharing_insert_counts_lane before insert on public.content_sharing
  for each row when (new.state = 'active') execute function private.content_sharing_count_lane();
create trigger content_sharing_update_counts_lane before update of state on public.content_sharing
  for each row when (new.state = 'active' and old.state <> 'active') execute function private.content_sharing_count_lane();
