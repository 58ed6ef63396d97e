import type pg from "pg";

type Difference = { what: string; differences: number };

const counters = `
with sample as (select * from public.posts where deleted_at is null order by md5(id::text) limit 500)
select 'likes of posts' as what, count(*)::integer as differences from sample p
where p.like_count + private.unfolded(p.tenant_id, 'post.likes', p.id) <>
  (select count(*) from public.post_likes l where l.tenant_id = p.tenant_id and l.post_id = p.id)
union all
select 'comments of posts', count(*)::integer from sample p
where p.comment_count <> (select count(*) from public.post_comments c where c.tenant_id = p.tenant_id and c.post_id = p.id and c.deleted_at is null)
union all
select 'members and posts of communities', count(*)::integer from (select * from public.tenants order by md5(id::text) limit 100) t
where t.member_count <> (select count(*) from public.tenant_users m where m.tenant_id = t.id and m.status = 'active')
   or t.post_count <> (select count(*) from public.posts p where p.tenant_id = t.id and p.deleted_at is null)
`;

// The same comments, placed by the trigger instead of by the seed.
const recreate = `
create temporary table kept_posts on commit drop as
  select * from public.posts p where (p.comment_count between 1 and 20 or p.deleted_at is not null)
    and not exists (select 1 from public.content_sharing s where s.tenant_id = p.tenant_id and s.post_id = p.id)
  order by md5(p.id::text) limit 200;
create temporary table kept_shares on commit drop as
  select * from public.content_sharing where state = 'active' order by md5(id::text) limit 100;
create temporary table kept_feed on commit drop as
  select f.* from public.feed_items f join kept_posts k on k.tenant_id = f.source_tenant_id and k.id = f.post_id;
create temporary table kept_places on commit drop as
  select f.* from public.feed_items f join kept_shares k
    on (k.target_tenant_id, k.target_tenant_id, k.tenant_id, k.post_id) = (f.tenant_id, f.stream_id, f.source_tenant_id, f.post_id);
create temporary table kept_tags on commit drop as
  select f.* from private.feed_tags f join kept_posts k on k.tenant_id = f.tenant_id and k.id = f.post_id;
create temporary table kept_comments on commit drop as
  select c.* from public.post_comments c join kept_posts k on k.tenant_id = c.tenant_id and k.id = c.post_id;
delete from public.posts p using kept_posts k where p.tenant_id = k.tenant_id and p.id = k.id;
insert into public.posts (tenant_id, id, author_id, visibility, group_id, title, body, tags, kind, pinned_at, deleted_at, removed_by, created_at)
  select tenant_id, id, author_id, visibility, group_id, title, body, tags, kind, pinned_at, deleted_at, removed_by, created_at
  from kept_posts order by created_at, id;
select private.place_share(s) from kept_shares k join public.content_sharing s on s.tenant_id = k.tenant_id and s.id = k.id
  order by s.shown_since, s.post_id;
do $$
declare c record;
begin
  for c in select * from kept_comments order by depth loop
    insert into public.post_comments (tenant_id, id, post_id, parent_id, author_id, body, created_at)
    values (c.tenant_id, c.id, c.post_id, c.parent_id, c.author_id, c.body, c.created_at);
  end loop;
end $$;
select private.fold_counters(1000000);
`;

const compare = `
select 'generated columns of posts' as what, count(*)::integer as differences
from kept_posts k left join public.posts p using (tenant_id, id)
where (p.stream_id, p.lead, p.body_length, p.types) is distinct from (k.stream_id, k.lead, k.body_length, k.types)
union all
select 'rows of streams', count(*)::integer from (
  (select f.* from public.feed_items f join kept_posts k on k.tenant_id = f.source_tenant_id and k.id = f.post_id
   except select * from kept_feed)
  union all
  (select * from kept_feed except
   select f.* from public.feed_items f join kept_posts k on k.tenant_id = f.source_tenant_id and k.id = f.post_id)) d
union all
select 'places of shares', count(*)::integer from (
  (select f.* from public.feed_items f join kept_shares k
     on (k.target_tenant_id, k.target_tenant_id, k.tenant_id, k.post_id) = (f.tenant_id, f.stream_id, f.source_tenant_id, f.post_id)
   except select * from kept_places)
  union all
  (select * from kept_places except
   select f.* from public.feed_items f join kept_shares k
     on (k.target_tenant_id, k.target_tenant_id, k.tenant_id, k.post_id) = (f.tenant_id, f.stream_id, f.source_tenant_id, f.post_id))) d
union all
select 'rows of tags', count(*)::integer from (
  (select f.* from private.feed_tags f join kept_posts k on k.tenant_id = f.tenant_id and k.id = f.post_id
   except select * from kept_tags)
  union all
  (select * from kept_tags except
   select f.* from private.feed_tags f join kept_posts k on k.tenant_id = f.tenant_id and k.id = f.post_id)) d
union all
select 'places of comments', count(*)::integer from kept_comments k left join public.post_comments c using (tenant_id, id)
where (c.path, c.depth, c.stream_id, c.is_public) is distinct from (k.path, k.depth, k.stream_id, k.is_public)
`;

/**
 * Writes a sample again through the triggers, and counts a sample again, and compares both with the seed.
 * @throws naming what differs, when the seed is not what the product itself would have written.
 */
export async function checkSeed(client: pg.Client): Promise<void> {
  await client.query("begin");
  try {
    await client.query(recreate);
    const rewritten = await client.query<Difference>(compare);
    await client.query("rollback");
    const counted = await client.query<Difference>(counters);
    const wrong = [...rewritten.rows, ...counted.rows].filter((row) => row.differences > 0);
    if (wrong.length === 0) return;
    const list = wrong.map((row) => `${row.what} (${row.differences})`).join(", ");
    throw new Error(`The seed is not what the triggers would have written: ${list}.`);
  } finally {
    await client.query("rollback");
  }
}
