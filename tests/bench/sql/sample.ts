import type pg from "pg";

/** People of the seed with about `memberships` communities, spread evenly over them. */
export async function peopleWith(client: pg.Client, memberships: number, count: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from (select id, no, row_number() over (order by no) as r, count(*) over () as n
                     from bench.people where memberships = $1) p
     where (r - 1) % greatest(1, n / $2::integer) = 0 order by no limit $2::integer`,
    [memberships, count],
  );
  return rows.map((row) => row.id);
}

/** The largest community, which is public, and members of it. */
export async function largestCommunity(
  client: pg.Client,
  count: number,
): Promise<{ tenant: string; members: string[] }> {
  const { rows } = await client.query<{ tenant_id: string; user_id: string }>(
    `select m.tenant_id, m.user_id from bench.members m
     where m.community = 1 and m.no between 10 and 9 + $1::integer order by m.no`,
    [count],
  );
  const [first] = rows;
  if (!first) throw new Error("The seed has no communities.");
  return { tenant: first.tenant_id, members: rows.map((row) => row.user_id) };
}

/** The public post with the longest thread in the largest community. */
export async function longestThread(client: pg.Client, tenant: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `select id from public.posts where tenant_id = $1 and visibility = 'public' and deleted_at is null
     order by comment_count desc limit 1`,
    [tenant],
  );
  const [first] = rows;
  if (!first) throw new Error("The largest community has no public post.");
  return first.id;
}
