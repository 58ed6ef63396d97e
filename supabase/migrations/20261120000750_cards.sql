-- What every list of posts shares: its size and its cards.

create function private.page_size(p_limit integer, p_most integer default 50) returns integer
language sql immutable parallel safe set search_path = '' as $$
  select least(greatest(coalesce(p_limit, 20), 1), p_most)
$$;

-- Cards of posts as lists show them, in the order given. What stands beside a post is looked up per community.
-- Whether a post may be shown is the caller's business; here it must still exist and stand in the stream it was found in.
-- p_me decides what is "mine".
create function private.post_cards(p_tenants uuid[], p_posts uuid[], p_streams uuid[], p_me uuid) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  return (
    with keys as materialized (
      select k.tenant_id, k.post_id, k.stream_id, k.place
      from unnest(p_tenants, p_posts, p_streams) with ordinality k(tenant_id, post_id, stream_id, place)),
    wanted as materialized (select k.tenant_id, array_agg(k.post_id) as ids from keys k group by k.tenant_id),
    found as materialized (
      select k.place, x.tenant_id, x.id, x.author_id, x.title, x.lead, x.body_length, x.tags, x.media, x.visibility,
        x.group_id, x.created_at, x.edited_at, x.pinned_at, x.version, x.like_count, x.comment_count, x.share_count
      from keys k
      join public.posts x on x.tenant_id = k.tenant_id and x.id = k.post_id
      where x.deleted_at is null and x.stream_id = k.stream_id),
    authors as materialized (
      select a.*
      from (select f.tenant_id, array_agg(distinct f.author_id) as ids from found f group by f.tenant_id) w
      cross join lateral (
        select x.tenant_id, x.user_id, x.display_name, x.avatar_path, x.role, x.status
        from public.tenant_users x where x.tenant_id = w.tenant_id and x.user_id = any (w.ids)) a),
    fresh as materialized (
      select d.*
      from wanted w
      cross join lateral (
        select x.tenant_id, x.target_id, sum(x.delta) filter (where x.target = 'post.likes') as likes,
          sum(x.delta) filter (where x.target = 'post.comments') as comments
        from private.counter_deltas x
        where x.tenant_id = w.tenant_id and x.target_id = any (w.ids) group by x.tenant_id, x.target_id) d),
    liked as materialized (
      select l.*
      from wanted w
      cross join lateral (
        select x.tenant_id, x.post_id from public.post_likes x
        where x.tenant_id = w.tenant_id and x.post_id = any (w.ids) and x.user_id = p_me) l
      where p_me is not null)
    select coalesce(jsonb_agg(jsonb_build_object(
      'tenant_id', f.tenant_id, 'id', f.id, 'title', f.title, 'lead', f.lead, 'body_length', f.body_length,
      'tags', f.tags, 'media', f.media, 'visibility', f.visibility, 'group_id', f.group_id,
      'created_at', f.created_at, 'edited_at', f.edited_at, 'pinned_at', f.pinned_at, 'version', f.version,
      'author', jsonb_build_object('id', a.user_id, 'name', a.display_name, 'avatar', a.avatar_path, 'role', a.role,
        'gone', a.status <> 'active'),
      'like_count', f.like_count + coalesce(n.likes, 0), 'comment_count', f.comment_count + coalesce(n.comments, 0),
      'share_count', f.share_count, 'mine', f.author_id = p_me, 'liked', l.post_id is not null) order by f.place), '[]')
    from found f
    join authors a on a.tenant_id = f.tenant_id and a.user_id = f.author_id
    left join fresh n on n.tenant_id = f.tenant_id and n.target_id = f.id
    left join liked l on l.tenant_id = f.tenant_id and l.post_id = f.id);
end $$;
