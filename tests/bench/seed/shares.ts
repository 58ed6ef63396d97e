import type pg from "pg";
import { baseTime } from "./helpers.ts";

// The forty largest communities know each other, every other one knows two of them and its neighbour.
const links = `
create unlogged table bench.links (community integer, place integer, connected integer, primary key (community, place));
with pairs as (
  select a.no as one, b.no as other from bench.communities a join bench.communities b on a.no < b.no
  where b.no <= 40 or (a.no <= 40 and (b.no % 40 = a.no - 1 or b.no * 7 % 40 = a.no - 1)) or a.no = b.no - 1),
mutual as (select one, other from pairs union all select other, one from pairs)
insert into bench.links (community, place, connected)
select one, row_number() over (partition by one order by bench.u(50, one * 5000::bigint + other)), other from mutual;
`;

// One in fifty is paused, so that what was shared under it stands in feeds and may not be shown.
const connections = `
insert into public.community_connections (tenant_id, connected_id, state, ours, direction, scope, paused_here, paused_there)
select a.id, b.id, 'accepted', l.community < l.connected, 'both', 'reshare',
  x.paused and l.community < l.connected, x.paused and l.community > l.connected
from bench.links l
join bench.communities a on a.no = l.community join bench.communities b on b.no = l.connected
cross join lateral (
  select bench.u(51, least(l.community, l.connected) * 5000::bigint + greatest(l.community, l.connected)) < 0.02 as paused) x;
`;

// One post in thirty stands elsewhere too, a third of these in three communities. One grant in twenty-five was taken back.
const shares = `
insert into public.content_sharing (tenant_id, id, post_id, author_id, target_tenant_id, scope, state, under_connection, asked_by,
                                    consented_at, consent_version, consent_locale, consent_audience, shown_since, ended_at,
                                    ended_side, created_at)
select p.tenant_id, bench.id('share', p.no * 10 + i, at), p.id, p.author_id, target.id, 'comment',
  case when taken then 'revoked' else 'active' end, true, p.author_id, at, 1, 'en', target.members, at,
  case when taken then at + interval '1 day' end, case when taken then 'author' end, at
from bench.posts p
join public.posts post on post.tenant_id = p.tenant_id and post.id = p.id and post.visibility in ('public', 'members')
cross join lateral (select count(*) as n from bench.links l where l.community = p.community) c
cross join lateral generate_series(1, least(c.n, case when bench.u(53, p.no) < 0.33 then 3 else 1 end)) i
join bench.links l on l.community = p.community and l.place = 1 + (p.no + i) % c.n
join bench.communities target on target.no = l.connected
cross join lateral (
  select date_trunc('milliseconds', p.created_at + bench.u(54, p.no * 10 + i) * interval '3 days') as at,
    bench.u(55, p.no * 10 + i) < 0.04 as taken) x
where not p.deleted and bench.u(52, p.no) < 0.033 and x.at <= timestamptz '${baseTime}';
`;

/** Connections between communities, and posts shared under them. Their places in feeds come with the streams. */
export async function seedShares(client: pg.Client): Promise<void> {
  await client.query(links);
  await client.query(connections);
  await client.query(shares);
}
