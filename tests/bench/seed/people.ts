import type pg from "pg";
import { baseTime } from "./helpers.ts";
import type { SeedSize } from "./size.ts";
import { names } from "./words.ts";

// Share of the k-th community: Zipf. With 2,000 communities the largest has about 9 % of everything.
const zipf = 0.92;

const communities = `
with weights as (select no, power(no, -${zipf}) as weight from generate_series(1, $1::integer) no),
shares as (select no, weight / sum(weight) over () as share, sum(weight) over (order by no) / sum(weight) over () as reach
           from weights)
insert into bench.communities (no, id, share, reach)
select no, bench.id('community', no, timestamptz '${baseTime}' - interval '1100 days' + no * interval '1 hour'), share, reach
from shares;
`;

// Every 400th is suspended, as some always are: its members' lists must leave it out.
const tenants = `
insert into public.tenants (id, slug, name, tagline, description, rules, status, privacy, join_policy, listed, created_at)
select c.id, 'c' || lpad(c.no::text, 5, '0'),
  ($1::text[])[1 + c.no % cardinality($1::text[])] || ' ' || ($2::text[])[1 + c.no % cardinality($2::text[])] || ' ' || c.no,
  'Neighbours who meet, number ' || c.no, left(b.body, 900), 'Be kind. Say who you are.',
  case when c.no % 400 = 399 then 'suspended' else 'active' end,
  case when c.no = 1 or bench.u(1, c.no) < 0.7 then 'public' when bench.u(1, c.no) < 0.95 then 'private' else 'secret' end,
  case when c.no = 1 or bench.u(2, c.no) < 0.7 then 'open' when bench.u(2, c.no) < 0.9 then 'request' else 'invite' end,
  true, timestamptz '${baseTime}' - interval '1100 days'
from bench.communities c join bench.bodies b on b.no = 1 + c.no % 4000;
`;

const people = `
insert into bench.people (no, id, memberships)
select no, bench.id('person', no, timestamptz '${baseTime}' - interval '1000 days' + no * interval '10 minutes'),
  case when no <= $2::integer then 50 when no <= $2::integer + $3::integer then 10
    else 1 + width_bucket(bench.u(3, no), array[0.15, 0.40, 0.68, 0.85, 0.95]) end
from generate_series(1, $1::integer) no;
`;

const profiles = `
insert into public.profiles (id, display_name, created_at)
select id, ($1::text[])[1 + no % cardinality($1::text[])] || ' ' || ($2::text[])[1 + (no / 26) % cardinality($2::text[])] || ' ' || no,
  timestamptz '${baseTime}' - interval '1000 days'
from bench.people;
`;

// Four draws for each membership, of which the first distinct ones count.
const members = `
with drawn as (
  select p.no as person, p.memberships, d,
    1 + width_bucket(bench.u(4, p.no * 1000::bigint + d),
      (select array_agg(reach order by no) from bench.communities where reach < 1 - 1e-12)) as community
  from bench.people p cross join lateral generate_series(1, p.memberships * 4) d),
once as (select person, memberships, community, min(d) as d from drawn group by 1, 2, 3),
kept as (select person, community from (select *, row_number() over (partition by person order by d) as r from once) x
         where r <= memberships
         union select $1::integer + no, no from bench.communities)
insert into bench.members (community, no, person, tenant_id, user_id)
select k.community, row_number() over (partition by k.community order by bench.u(5, k.person * 5000::bigint + k.community)),
  k.person, c.id, p.id
from kept k join bench.communities c on c.no = k.community join bench.people p on p.no = k.person;
`;

const tenantUsers = `
insert into public.tenant_users (tenant_id, user_id, role, status, display_name, joined_at, created_at)
select m.tenant_id, m.user_id,
  case when m.no = 1 then 'owner' when m.no <= 3 then 'admin' when m.no <= 6 then 'moderator' else 'member' end, 'active',
  p.display_name, joined, joined
from bench.members m join public.profiles p on p.id = m.user_id
  cross join lateral (select timestamptz '${baseTime}' - bench.u(6, m.person * 5000::bigint + m.community) * interval '900 days' as joined) j;
update bench.communities c set members = n, groups = 3 + least(9, n / 500)
from (select community, count(*) as n from bench.members group by 1) x where x.community = c.no;
update public.tenants t set member_count = c.members from bench.communities c where c.id = t.id;
update public.tenants t set created_by = m.user_id from bench.members m where m.tenant_id = t.id and m.no = 1;
`;

// 1.3 groups for each membership: a person with 50 communities reads about 116 streams.
const groups = `
insert into public.groups (tenant_id, id, name, privacy, owner_id, created_at)
select c.id, bench.id('group', c.no * 100 + g, timestamptz '${baseTime}' - interval '800 days'), 'Circle ' || g,
  (array['public', 'private', 'hidden'])[1 + g % 3], m.user_id, timestamptz '${baseTime}' - interval '800 days'
from bench.communities c cross join lateral generate_series(1, c.groups) g
  join bench.members m on m.community = c.no and m.no = 1;
insert into public.group_members (tenant_id, group_id, user_id, joined_at)
select m.tenant_id,
  bench.id('group', c.no * 100 + 1 + (m.no + g) % c.groups, timestamptz '${baseTime}' - interval '800 days'),
  m.user_id, timestamptz '${baseTime}' - interval '300 days'
from bench.members m join bench.communities c on c.no = m.community
  cross join lateral generate_series(1, width_bucket(bench.u(7, m.person * 5000::bigint + m.community), array[0.25, 0.60, 0.85])) g;
`;

/** Communities, people, who is a member of what, and groups. */
export async function seedPeople(client: pg.Client, size: SeedSize): Promise<void> {
  await client.query(communities, [size.communities]);
  await client.query(tenants, [names.place, names.pursuit]);
  await client.query(people, [size.people, size.with50, size.with10]);
  await client.query(profiles, [names.first, names.last]);
  await client.query(members, [size.with50 + size.with10]);
  await client.query(tenantUsers);
  await client.query(groups);
}
