import type pg from "pg";

/**
 * Puts `lines` unread lines into the inbox of a person for each of their communities: answers to posts there, each a
 * line of its own.
 */
export async function unreadLines(client: pg.Client, person: string, lines: number): Promise<void> {
  await client.query(
    `with homes as (select m.tenant_id from public.tenant_users m where m.user_id = $1 and m.status = 'active'),
     picked as (
       select h.tenant_id, p.id, p.author_id, n
       from homes h cross join generate_series(1, $2::integer) n
       cross join lateral (
         select x.id, x.author_id from public.posts x
         where x.tenant_id = h.tenant_id and x.stream_id = h.tenant_id and x.deleted_at is null and n > 0
         order by x.id desc limit 1) p),
     said as (
       insert into public.post_comments (tenant_id, id, post_id, author_id, body)
       select tenant_id, gen_random_uuid(), id, author_id, 'Yes' from picked
       returning tenant_id, id, post_id, author_id)
     insert into public.notifications (tenant_id, user_id, kind, actor_id, post_home, post_id, comment_id, cause_id, group_key,
       created_at)
     select tenant_id, $1, 'reply', author_id, tenant_id, post_id, id, id, 'reply:' || id, now() from said`,
    [person, lines],
  );
}
