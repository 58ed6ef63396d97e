-- Shared posts where people read: in the feed of the community they came to, and once in the feed over all of one's own.

-- Cards of posts as lists show them, in the order given. What stands beside a post is looked up per community.
-- Whether a post may be shown is the caller's business; here it must still exist and stand in the stream it was found in,
-- unless the caller has asked for its grant (no stream). p_me decides what is "mine".
create or replace function private.post_cards(p_tenants uuid[], p_posts uuid[], p_streams uuid[], p_me uuid) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  return (
    with keys as materialized (
      select k.tenant_id, k.post_id, k.stream_id, k.place
      from unnest(p_tenants, p_posts, p_streams) with ordinality k(tenant_id, post_id, stream_id, place)),
    wanted as materialized (select k.tenant_id, array_agg(k.post_id) as ids from keys k group by k.tenant_id),
    found as materialized (
      select k.place, x.tenant_id, x.id, x.author_id, x.title, x.lead, x.body_length, x.tags, x.kind, x.types, x.media, x.visibility,
        x.group_id, x.created_at, x.edited_at, x.pinned_at, x.version, x.like_count, x.comment_count, x.share_count
      from keys k
      join public.posts x on x.tenant_id = k.tenant_id and x.id = k.post_id
      where x.deleted_at is null
        and (x.stream_id = k.stream_id or k.stream_id is null
          or (k.stream_id = private.everybody() and x.visibility = 'public'))),
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
      where p_me is not null),
    saved as materialized (
      select b.*
      from wanted w
      cross join lateral (
        select x.tenant_id, x.post_id from public.post_bookmarks x
        where x.tenant_id = w.tenant_id and x.user_id = p_me and x.post_id = any (w.ids)) b
      where p_me is not null)
    select coalesce(jsonb_agg(jsonb_build_object(
      'tenant_id', f.tenant_id, 'id', f.id, 'title', f.title, 'lead', f.lead, 'body_length', f.body_length,
      'tags', f.tags, 'kind', f.kind, 'types', f.types, 'media', f.media, 'visibility', f.visibility, 'group_id', f.group_id,
      'created_at', f.created_at, 'edited_at', f.edited_at, 'pinned_at', f.pinned_at, 'version', f.version,
      'author', jsonb_build_object('id', a.user_id, 'name', a.display_name, 'avatar', a.avatar_path, 'role', a.role,
        'gone', a.status <> 'active'),
      'like_count', f.like_count + coalesce(n.likes, 0), 'comment_count', f.comment_count + coalesce(n.comments, 0),
      'share_count', f.share_count, 'mine', f.author_id = p_me, 'liked', l.post_id is not null,
      'saved', s.post_id is not null) order by f.place), '[]')
    from found f
    join authors a on a.tenant_id = f.tenant_id and a.user_id = f.author_id
    left join fresh n on n.tenant_id = f.tenant_id and n.target_id = f.id
    left join liked l on l.tenant_id = f.tenant_id and l.post_id = f.id
    left join saved s on s.tenant_id = f.tenant_id and s.post_id = f.id);
end $$;

-- What a card says of the grant by which it is seen: where the post is at home, who brought it, since when.
create function private.share_badges(p_homes uuid[], p_shares uuid[]) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  return (
    select coalesce(jsonb_object_agg(s.id, jsonb_build_object(
      'id', s.id, 'in', s.target_tenant_id, 'scope', s.scope, 'since', s.shown_since,
      'home', jsonb_build_object('slug', t.slug, 'name', t.name, 'accent', t.accent),
      'by', coalesce(b.display_name, g.display_name), 'lane_count', s.comment_count)), '{}')
    from unnest(p_homes, p_shares) k(home, share)
    join public.content_sharing s on s.tenant_id = k.home and s.id = k.share
    join public.tenants t on t.id = s.tenant_id
    left join public.tenant_users b on b.tenant_id = s.tenant_id and b.user_id = s.asked_by
    left join public.tenant_users g on g.tenant_id = s.target_tenant_id and g.user_id = s.asked_by);
end $$;

-- Cards of what was found in the lists of communities: what is at home elsewhere only while its grant holds.
create function private.shared_cards(p_tenants uuid[], p_homes uuid[], p_posts uuid[], p_lists uuid[], p_me uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  open record;
  badges jsonb;
begin
  if p_homes = p_tenants then return private.post_cards(p_homes, p_posts, p_lists, p_me); end if;
  select array_agg(k.home order by k.place) as homes, array_agg(k.post order by k.place) as posts,
    array_agg(case when k.home = k.tenant then k.list end order by k.place) as lists,
    array_agg(l.share_id order by k.place) as shares
  into open
  from unnest(p_tenants, p_homes, p_posts, p_lists) with ordinality k(tenant, home, post, list, place)
  left join private.live_shares(p_homes, p_posts, p_tenants) l
    on l.home_id = k.home and l.post_id = k.post and l.target_id = k.tenant
  where k.home = k.tenant or l.share_id is not null;
  badges := private.share_badges(open.homes, open.shares);
  return (
    select coalesce(jsonb_agg(c.card || jsonb_build_object('shared', badges -> s.share::text) order by k.place), '[]')
    from unnest(open.homes, open.posts, open.shares) with ordinality k(home, post, share, place)
    join jsonb_array_elements(private.post_cards(open.homes, open.posts, open.lists, p_me)) c(card)
      on (c.card ->> 'tenant_id')::uuid = k.home and (c.card ->> 'id')::uuid = k.post
    cross join lateral (select k.share) s(share));
end $$;

-- The same for one community's lists.
create function private.feed_cards(p_tenant uuid, p_homes uuid[], p_posts uuid[], p_lists uuid[], p_me uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select private.shared_cards(array_fill(p_tenant, array[coalesce(cardinality(p_posts), 0)]), p_homes, p_posts, p_lists, p_me)
$$;

-- Cards of a page over several communities. A post that stands in more than one of them appears where it came last, and
-- names them all ('places': those of mine where it can be read now).
create function private.joined_cards(
  p_tenants uuid[], p_homes uuid[], p_posts uuid[], p_lists uuid[], p_moments timestamptz[], p_mine uuid[], p_streams uuid[],
  p_me uuid
) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  kept record;
begin
  if p_posts is null then return '[]'; end if;
  with stands as materialized (
    -- Everywhere that the posts of the page stand in what I read.
    select f.source_tenant_id as home, f.post_id as post, f.tenant_id as tenant, f.sort_at
    from (select distinct k.home, k.post from unnest(p_homes, p_posts) k(home, post)) k
    join public.feed_items f on f.source_tenant_id = k.home and f.post_id = k.post
    where f.tenant_id = any (p_mine) and f.stream_id = any (p_streams)),
  many as materialized (
    select s.home, s.post from stands s group by s.home, s.post having count(*) > 1),
  live as materialized (
    select s.*
    from many m join stands s on s.home = m.home and s.post = m.post
    where s.tenant = s.home or exists (
      select 1 from private.live_shares(array[s.home], array[s.post], array[s.tenant]))),
  page as materialized (
    select k.*,
      (select jsonb_agg(l.tenant order by l.sort_at desc) from live l where l.home = k.home and l.post = k.post) as places
    from unnest(p_tenants, p_homes, p_posts, p_lists, p_moments) with ordinality k(tenant, home, post, list, moment, place)
    where not exists (
      select 1 from live l
      where l.home = k.home and l.post = k.post and (l.sort_at, l.tenant) > (k.moment, k.tenant)))
  select array_agg(p.tenant order by p.place) as tenants, array_agg(p.home order by p.place) as homes,
    array_agg(p.post order by p.place) as posts, array_agg(p.list order by p.place) as lists,
    jsonb_object_agg(p.post, p.places) filter (where p.places is not null) as places
  into kept
  from page p;
  if kept.places is null then
    return private.shared_cards(kept.tenants, kept.homes, kept.posts, kept.lists, p_me);
  end if;
  return (
    select coalesce(jsonb_agg(c.card || jsonb_build_object('places', kept.places -> (c.card ->> 'id')) order by c.place), '[]')
    from jsonb_array_elements(private.shared_cards(kept.tenants, kept.homes, kept.posts, kept.lists, p_me))
      with ordinality c(card, place));
end $$;
