import type pg from "pg";
import { baseTime } from "./helpers.ts";

const likes = `
insert into public.post_likes (tenant_id, post_id, user_id, created_at)
select p.tenant_id, p.id, m.user_id, p.created_at + interval '1 hour'
from bench.posts p
join bench.communities c on c.no = p.community
cross join lateral generate_series(1, p.likes) i
join bench.members m on m.community = p.community
  and m.no = 1 + (floor(bench.u(30, p.no) * c.members)::integer + i) % c.members
where not p.deleted;
`;

// Threads of four: an opening, an answer to it, an answer to that, and one more.
const comments = `
insert into public.post_comments (tenant_id, id, post_id, parent_id, author_id, path, depth, stream_id, is_public, body,
                                  created_at, updated_at)
select p.tenant_id, path[cardinality(path)], p.id, path[cardinality(path) - 1], m.user_id, path, cardinality(path) - 1,
  post.stream_id, post.visibility = 'public', left(b.body, 60 + (i * 37) % 400), at, at
from bench.posts p
join public.posts post on post.tenant_id = p.tenant_id and post.id = p.id
join bench.communities c on c.no = p.community
cross join lateral generate_series(1, p.comments) i
cross join lateral (select p.created_at + i * interval '7 minutes' as at,
  array(select bench.id('comment', p.no * 1000 + t, p.created_at + t * interval '7 minutes')
        from generate_series(i - (i - 1) % 4, i) t) as path) x
join bench.members m on m.community = p.community
  and m.no = 1 + floor(bench.u(31, p.no * 1000 + i) * c.members)::integer
join bench.bodies b on b.no = 1 + floor(bench.u(32, p.no * 1000 + i) * 4000)::integer
where not p.deleted;
`;

const deltas = `
insert into private.counter_deltas (tenant_id, target, target_id, delta)
select tenant_id, 'post.likes', id, waiting from bench.posts where waiting > 0;
`;

const events = `
insert into public.events (tenant_id, id, organizer_id, title, visibility, starts_local, ends_local, time_zone, starts_at, ends_at, city)
select m.tenant_id, bench.id('event', c.no * 10 + i, timestamptz '${baseTime}'), m.user_id, 'Evening ' || i, 'public',
  at, at + interval '2 hours', 'UTC', at at time zone 'UTC', (at + interval '2 hours') at time zone 'UTC', 'Porto'
from bench.communities c join bench.members m on m.community = c.no and m.no = 1
cross join lateral generate_series(1, 3) i
cross join lateral (select timestamp '2027-01-01 19:00' + (c.no % 300 + i * 30) * interval '1 day' as at) x;
`;

// Until when those with many communities have seen what is new in them.
const seen = `
insert into public.user_view_preferences (user_id, view, preferences)
select m.user_id, 'feed.' || m.tenant_id, jsonb_build_object('seen_at',
  timestamptz '${baseTime}' - bench.u(60, m.person * 5000::bigint + m.community) * interval '14 days')
from bench.members m join bench.people p on p.no = m.person
where p.memberships >= 10;
`;

/** Likes, comments in threads, the deltas that are not folded yet, events, and what was seen. */
export async function seedReactions(client: pg.Client): Promise<void> {
  await client.query(likes);
  await client.query(comments);
  await client.query(deltas);
  await client.query(events);
  await client.query(seen);
}
