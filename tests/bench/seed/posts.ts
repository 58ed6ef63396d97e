import type pg from "pg";
import { baseTime } from "./helpers.ts";
import type { SeedSize } from "./size.ts";

const batch = 300_000;

const quotas = `
update bench.communities c set posts = q.posts, first_post = q.first_post
from (select no, n as posts, sum(n) over (order by no) - n as first_post
      from (select no, greatest(1, round(share * $1::bigint))::bigint as n from bench.communities) x) q
where q.no = c.no;
`;

// Numbered in the order of time, as rows arrive in a table that has grown over two years.
const plan = `
insert into bench.posts (no, community, tenant_id, id, author_id, created_at, likes, comments, deleted)
select row_number() over (order by created_at, k), x.no, x.id, bench.id('post', k, created_at), m.user_id, created_at,
  least(members, floor(least(60, 0.45 / (1.001 - bench.u(10, k)))))::integer,
  case when k = 0 then 300 else floor(0.12 / (1.0008 - bench.u(11, k)))::integer end,
  k > 0 and bench.u(12, k) < 0.01
from (
  select c.*, c.first_post + j as k,
    date_trunc('milliseconds', timestamptz '${baseTime}' - (1 - power(bench.u(13, c.first_post + j), 0.8)) * interval '730 days') as created_at
  from bench.communities c cross join lateral generate_series(0, c.posts - 1) j) x
join bench.members m on m.community = x.no and m.no = 1 + floor(x.members * power(bench.u(14, k), 2))::integer;
-- Counters as the worker leaves them: all folded, but for one like of every fiftieth post.
update bench.posts set waiting = 1 where no % 50 = 0 and likes > 0 and not deleted;
create unique index on bench.posts (no);
create index on bench.posts (community, created_at);
analyze bench.posts;
`;

const posts = `
insert into public.posts (tenant_id, id, author_id, visibility, group_id, title, body, tags, kind, pinned_at, deleted_at, removed_by,
                          like_count, comment_count, created_at, updated_at)
select p.tenant_id, p.id, p.author_id, v.visibility,
  case when v.visibility = 'group' then
    bench.id('group', p.community * 100 + 1 + floor(bench.u(21, p.no) * c.groups)::bigint, timestamptz '${baseTime}' - interval '800 days') end,
  case when bench.u(22, p.no) < 0.8 then left(regexp_replace(b.body, '[^A-Za-z ]', '', 'g'), 20 + (p.no % 60)::integer) || ' ' || p.no end,
  'Note ' || p.no || E'\\n\\n' || b.body,
  (array['news', 'help', 'photos', 'ideas'])[1:(p.no % 4)::integer],
  case when p.no % 7 = 0 then 'question' when p.no % 97 = 0 then 'announcement' else 'discussion' end,
  case when pin.no is not null then p.created_at end,
  case when p.deleted then p.created_at end, case when p.deleted then 'author' end,
  case when p.deleted then 0 else p.likes - p.waiting end, case when p.deleted then 0 else p.comments end, p.created_at, p.created_at
from bench.posts p
join bench.communities c on c.no = p.community
join bench.bodies b on b.no = 1 + floor(bench.u(23, p.no) * 4000)::integer
left join bench.pinned pin on pin.no = p.no
cross join lateral (select case
  when bench.u(20, p.no) < 0.02 then 'me' when bench.u(20, p.no) < 0.15 then 'group'
  when bench.u(20, p.no) < 0.40 then 'members' else 'public' end as visibility) v
where p.no > $1::bigint and p.no <= $2::bigint
order by p.no;
`;

// Two pinned posts in every community that has twenty; what only its author reads is never pinned.
const pinned = `
create unlogged table bench.pinned as
select no from (
  select no, row_number() over (partition by community order by bench.u(24, no)) as r, count(*) over (partition by community) as n
  from bench.posts where not deleted and bench.u(20, no) >= 0.15) x
where r <= 2 and n >= 20;
`;

// What private.posts_keep_feed and private.place_share write, and private.feed_items_balance adds.
const feed = `
insert into public.feed_items (tenant_id, stream_id, source_tenant_id, post_id, sort_at, active_at, day_rank, balanced_at)
select r.*, private.balanced_moment(r.sort_at, r.rank)
from (
  select f.*, (row_number() over (partition by f.tenant_id, f.stream_id, date_trunc('day', f.sort_at, 'UTC')
    order by f.sort_at, f.post_id))::integer as rank
  from (
    select p.tenant_id, l.id as stream_id, p.tenant_id as source_tenant_id, p.id as post_id, p.created_at as sort_at,
      p.created_at + p.comment_count * interval '7 minutes' as active_at
    from public.posts p, unnest(private.lists_of(p.stream_id, p.visibility)) l(id) where p.deleted_at is null
    union all
    select s.target_tenant_id, s.target_tenant_id, s.tenant_id, s.post_id, s.shown_since, s.shown_since
    from public.content_sharing s where s.state = 'active') f) r
order by r.sort_at;
insert into private.feed_tags (tenant_id, post_id, stream_id, type, tag, sort_at, active_at)
select p.tenant_id, p.id, l.id, m.type, m.tag, p.created_at, p.created_at + p.comment_count * interval '7 minutes'
from public.posts p, unnest(private.lists_of(p.stream_id, p.visibility)) l(id), private.feed_marks(p.types, p.tags) m
where p.deleted_at is null and (m.type, m.tag) <> ('', '') order by p.created_at;
-- The last month of the seed, as if it had ended today.
insert into private.feed_tops (tenant_id, post_id, stream_id, type, tag, age, score, created_at)
select p.tenant_id, p.id, l.id, m.type, m.tag, private.feed_age(x.at), p.like_count + p.comment_count, x.at
from public.posts p cross join lateral (select p.created_at + (now() - timestamptz '${baseTime}') as at) x,
  unnest(private.lists_of(p.stream_id, p.visibility)) l(id), private.feed_marks(p.types, p.tags) m
where p.deleted_at is null and p.like_count + p.comment_count > 0 and private.feed_age(x.at) is not null;
update public.tenants t set post_count = x.n
from (select tenant_id, count(*)::integer as n from public.posts where deleted_at is null group by 1) x where x.tenant_id = t.id;
`;

/** Posts over two years, spread over communities as the size says. */
export async function seedPosts(
  client: pg.Client,
  size: SeedSize,
  log: (line: string) => void,
): Promise<void> {
  await client.query(quotas, [size.posts]);
  await client.query(plan);
  await client.query(pinned);
  for (let from = 0; from < size.posts + size.communities; from += batch) {
    const { rowCount } = await client.query(posts, [from, from + batch]);
    if (!rowCount) break;
    if (from > 0) log(`  ${(from + rowCount).toLocaleString("en")} posts`);
  }
}

/** The streams that feeds read: of posts, and of what was shared. */
export async function seedStreams(client: pg.Client): Promise<void> {
  await client.query(feed);
}
