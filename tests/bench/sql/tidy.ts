import type pg from "pg";

const tidy = `
set session_replication_role = replica;
create index if not exists posts_id_idx on bench.posts (tenant_id, id);
create temporary table added as
  select p.tenant_id, p.id from public.posts p
  where not exists (select 1 from bench.posts b where b.tenant_id = p.tenant_id and b.id = p.id);
analyze added;
delete from public.feed_items f using added a where f.source_tenant_id = a.tenant_id and f.post_id = a.id;
delete from public.post_likes l using added a where l.tenant_id = a.tenant_id and l.post_id = a.id;
delete from public.post_comments c using added a where c.tenant_id = a.tenant_id and c.post_id = a.id;
delete from public.posts p using added a where p.tenant_id = a.tenant_id and p.id = a.id;
drop table added;
truncate public.domain_events;
set session_replication_role = origin;
`;

/** Where the counters' deltas end now. */
export async function lastDelta(admin: pg.Client): Promise<string> {
  const { rows } = await admin.query<{ last: string }>(
    "select coalesce(max(id), 0)::text as last from private.counter_deltas",
  );
  return rows[0]?.last ?? "0";
}

/** Takes back what loads wrote, so that a kept database stays as it was seeded. Needs a superuser. */
export async function tidyUp(admin: pg.Client, since: string, likedPosts: string[]): Promise<void> {
  await admin.query(tidy);
  await admin.query("delete from private.counter_deltas where id > $1", [since]);
  // The seed's likes come an hour after their post; a load's likes are of today.
  await admin.query(
    `delete from public.post_likes l using public.posts p
     where p.id = any ($1) and l.tenant_id = p.tenant_id and l.post_id = p.id and l.created_at > p.created_at + interval '1 hour'`,
    [likedPosts],
  );
  await admin.query(
    "vacuum (analyze) public.posts, public.feed_items, public.post_likes, private.counter_deltas",
  );
}
