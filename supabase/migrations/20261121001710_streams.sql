-- How somebody reads over all their communities: what they mute, which views they keep, in which order. All of it is
-- the person's own, kept on the network's host; no community learns of it.

-- Mutes: one row for a person, {"<community>": "<until>"}; 'infinity' is for good.
create function private.my_mutes() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select m.key::uuid from public.user_view_preferences v, jsonb_each_text(v.preferences) m
    where v.user_id = auth.uid() and v.view = 'muted' and m.value::timestamptz > now());
end $$;

-- Leaves a community out of what goes over several, for an hour, a day or for good; null hears it again. Returns until
-- when, null where it is heard. What is over, and what one belongs to no longer, is forgotten.
create function public.mute_community(p_tenant uuid, p_for text default null) returns timestamptz
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
  mine uuid[] := private.my_tenants();
  until timestamptz := case p_for when 'hour' then now() + interval '1 hour' when 'day' then now() + interval '1 day'
    when 'good' then 'infinity' end;
begin
  if p_for is not null and until is null then raise exception 'invalid:mute' using errcode = 'P0001'; end if;
  if not coalesce(p_tenant = any (mine), false) then raise exception 'not_found:community' using errcode = 'P0001'; end if;
  insert into public.user_view_preferences as v (user_id, view, preferences)
  values (me, 'muted', jsonb_strip_nulls(jsonb_build_object(p_tenant, until)))
  on conflict (user_id, view) do update set preferences = coalesce((
    select jsonb_object_agg(m.key, m.value)
    from jsonb_each_text((v.preferences - p_tenant::text) || excluded.preferences) m
    where m.value::timestamptz > now() and m.key::uuid = any (mine)), '{}');
  return until;
end $$;

-- What stands first in the switcher, in this order.
create function public.pin_communities(p_tenants uuid[]) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
begin
  if coalesce(cardinality(p_tenants), 0) > 200 then raise exception 'invalid:too_many' using errcode = 'P0001'; end if;
  insert into public.user_view_preferences (user_id, view, preferences)
  values (me, 'switcher', jsonb_build_object('pinned', (
    select coalesce(jsonb_agg(k.id order by k.place), '[]')
    from (select x.id, min(x.place) as place from unnest(p_tenants) with ordinality x(id, place) group by x.id) k
    where exists (select 1 from public.tenant_users m
                  where m.tenant_id = k.id and m.user_id = me and m.left_at is null
                    and m.status in ('active', 'invited', 'requested', 'suspended')))))
  on conflict (user_id, view) do update set preferences = excluded.preferences;
end $$;

-- Views: a name, communities (none is all of mine), an order, and whether only what names me. At most twenty.
create function public.save_feed_view(
  p_name text, p_slugs text[] default '{}', p_order text default 'time', p_only text default null, p_view uuid default null
) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
  id uuid := coalesce(p_view, private.uuid_v7());
  name text := btrim(coalesce(p_name, ''));
begin
  if char_length(name) not between 1 and 40 then raise exception 'invalid:view_name' using errcode = 'P0001'; end if;
  if coalesce(p_order, '') not in ('time', 'balanced') or p_only not in ('mentions') then
    raise exception 'invalid:not_accepted' using errcode = 'P0001';
  end if;
  -- Two that are kept at once are counted one after the other.
  perform 1 from public.profiles p where p.id = me for no key update;
  if p_view is not null then
    if not exists (select 1 from public.user_view_preferences v where v.user_id = me and v.view = 'streams.' || p_view) then
      raise exception 'not_found:view' using errcode = 'P0001';
    end if;
  elsif (select count(*) from public.user_view_preferences v where v.user_id = me and v.view like 'streams.%') >= 20 then
    raise exception 'conflict:too_many_views' using errcode = 'P0001';
  end if;
  insert into public.user_view_preferences (user_id, view, preferences)
  values (me, 'streams.' || id, jsonb_build_object('name', name, 'order', p_order, 'only', p_only, 'tenants', (
    select coalesce(jsonb_agg(t.id order by t.id), '[]') from public.tenants t
    where t.slug = any (p_slugs[1:60]) and t.id = any (private.my_tenants()))))
  on conflict (user_id, view) do update set preferences = excluded.preferences;
  return id;
end $$;

-- Forgets a view; one that is not there is forgotten already.
create function public.remove_feed_view(p_view uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  delete from public.user_view_preferences v
  where v.user_id = private.require_network_viewer() and v.view = 'streams.' || p_view;
end $$;

create function private.my_feed_views() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', substr(v.view, 9), 'name', v.preferences -> 'name',
      'order', v.preferences -> 'order', 'only', v.preferences -> 'only', 'tenants', v.preferences -> 'tenants')
      order by v.created_at, v.view), '[]')
    from public.user_view_preferences v where v.user_id = auth.uid() and v.view like 'streams.%');
end $$;

-- The communities and lists that somebody reads together. What is muted is left out, unless one community alone is asked for.
create function private.reading_of(
  p_tenants uuid[], out tenants uuid[], out list_tenants uuid[], out lists uuid[]
)
language plpgsql stable security definer set search_path = '' as $$
declare
  muted uuid[] := private.my_mutes();
begin
  tenants := private.my_tenants();
  if p_tenants is not null then
    tenants := array(select t from unnest(tenants) t where t = any (p_tenants));
  end if;
  if muted <> '{}' and (p_tenants is null or cardinality(p_tenants) > 1) then
    tenants := array(select t from unnest(tenants) t where t <> all (muted));
  end if;
  select array_agg(x.tenant_id), array_agg(x.stream_id) into list_tenants, lists
  from (select t as tenant_id, t as stream_id from unnest(tenants) t
        union all
        select g.tenant_id, g.group_id from public.group_members g
        where g.user_id = auth.uid() and g.tenant_id = any (tenants)) x;
end $$;

-- How many posts of others came into each of my communities since I was there, up to 100. Where I never was, it is unknown.
create function private.unread_posts() returns table (tenant_id uuid, unread integer)
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := auth.uid();
  mine uuid[] := private.my_tenants();
begin
  return query
  with known as materialized (
    select t.id, (v.preferences ->> 'seen_at')::timestamptz as seen_at
    from unnest(mine) t(id) join public.user_view_preferences v on v.user_id = me and v.view = 'feed.' || t.id
    where v.preferences ->> 'seen_at' is not null),
  lists as materialized (
    select k.id, k.id as stream_id, k.seen_at from known k
    union all
    select k.id, g.group_id, k.seen_at from public.group_members g join known k on k.id = g.tenant_id where g.user_id = me),
  fresh as materialized (
    select l.id, x.source_tenant_id, x.post_id from lists l cross join lateral (
      select f.source_tenant_id, f.post_id from public.feed_items f
      where f.tenant_id = l.id and f.stream_id = l.stream_id and f.sort_at > l.seen_at
      order by f.sort_at desc, f.post_id desc limit 100) x),
  came as materialized (
    select array_agg(f.source_tenant_id) as homes, array_agg(f.post_id) as posts, array_agg(f.id) as targets
    from fresh f where f.source_tenant_id <> f.id having count(*) > 0),
  counts as materialized (
    select f.id, count(*) as n from fresh f where f.source_tenant_id = f.id group by f.id
    union all
    select s.target_id, count(*) from came c cross join lateral private.live_shares(c.homes, c.posts, c.targets) s group by s.target_id)
  select k.id, least(100, greatest(0, coalesce((select sum(c.n) from counts c where c.id = k.id), 0)
    - (select count(*) from (
        select 1 from public.posts p
        where p.tenant_id = k.id and p.author_id = me and p.created_at > k.seen_at and p.deleted_at is null
          and p.visibility <> 'me' limit 100) own)))::integer
  from known k;
end $$;

-- My communities as the switcher shows them: with what is unread and where I am named, what is muted in the feed
-- (muted_until) and in the inbox (silent_until), and what stands first.
create function public.switcher() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
begin
  return (
    select coalesce(jsonb_agg(c.card || jsonb_build_object(
      'unread', u.unread, 'mentions', (n.told ->> 'mentions')::integer,
      'muted_until', case when (m.preferences ->> (c.card ->> 'id'))::timestamptz > now()
        then m.preferences ->> (c.card ->> 'id') end,
      'silent_until', n.told -> 'muted_until', 'pinned', p.place) order by c.place), '[]')
    from jsonb_array_elements(public.my_communities()) with ordinality c(card, place)
    left join private.unread_posts() u on u.tenant_id = (c.card ->> 'id')::uuid
    left join jsonb_array_elements(public.notification_counts()) n(told) on n.told -> 'tenant_id' = c.card -> 'id'
    left join public.user_view_preferences m on m.user_id = me and m.view = 'muted'
    left join (
      select x.id, x.place from public.user_view_preferences v,
        jsonb_array_elements_text(v.preferences -> 'pinned') with ordinality x(id, place)
      where v.user_id = me and v.view = 'switcher') p on p.id = c.card ->> 'id');
end $$;

grant execute on function
  public.mute_community(uuid, text), public.pin_communities(uuid[]),
  public.save_feed_view(text, text[], text, text, uuid), public.remove_feed_view(uuid), public.switcher()
to authenticated;
