-- What a public community shows to everybody who passes by: feed readers, calendars, search engines, link previews.
-- None of these functions asks who calls: each answers for the community that the token is bound to, if that one is
-- public and serving, and null otherwise. So their answers may be kept by anybody.

-- The newest public posts with their texts; a very long one is left to its page.
create function public.public_posts(p_tenant uuid, p_limit integer default 30) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  n integer := private.page_size(p_limit);
begin
  if private.public_host_tenant() is distinct from p_tenant or p_tenant is null then return null; end if;
  return (
    with page as materialized (
      select p.id, p.author_id, p.title, p.lead, p.body_length, p.tags, p.created_at, p.edited_at,
        case when p.body_length <= 20000 then p.body end as body
      from public.posts p
      where p.tenant_id = p_tenant and p.visibility = 'public' and p.deleted_at is null
      order by p.created_at desc, p.id desc limit n)
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', c.id, 'title', c.title, 'lead', c.lead, 'body', c.body, 'body_length', c.body_length, 'tags', c.tags,
      'created_at', c.created_at, 'edited_at', c.edited_at, 'author', a.display_name)
      order by c.created_at desc, c.id desc), '[]')
    from page c
    join public.tenant_users a on a.tenant_id = p_tenant and a.user_id = c.author_id);
end $$;

-- What a picture of one public post says.
create function public.public_post(p_tenant uuid, p_post uuid) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  if private.public_host_tenant() is distinct from p_tenant or p_tenant is null then return null; end if;
  return (
    select jsonb_build_object('title', p.title, 'lead', p.lead, 'author', a.display_name)
    from public.posts p
    join public.tenant_users a on a.tenant_id = p.tenant_id and a.user_id = p.author_id
    where p.tenant_id = p_tenant and p.id = p_post and p.visibility = 'public' and p.deleted_at is null);
end $$;

-- Public events for calendars: one, or those that are ahead or ended within the last quarter, next first.
create function public.public_events(p_tenant uuid, p_event uuid default null) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  answer jsonb;
begin
  if private.public_host_tenant() is distinct from p_tenant or p_tenant is null then return null; end if;
  with page as materialized (
    (select e.* from public.events e
     where p_event is null and e.tenant_id = p_tenant and e.visibility = 'public'
       and e.ends_at > now() - interval '92 days'
     order by e.ends_at, e.id limit 500)
    union all
    select e.* from public.events e
    where e.tenant_id = p_tenant and e.id = p_event and e.visibility = 'public')
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', e.id, 'title', e.title, 'description', e.description, 'visibility', e.visibility, 'all_day', e.all_day,
    'starts_local', e.starts_local, 'ends_local', e.ends_local, 'time_zone', e.time_zone,
    'starts_at', e.starts_at, 'ends_at', e.ends_at, 'online', e.online, 'url', e.url, 'venue', e.venue,
    'city', e.city, 'country', e.country, 'locale', e.locale, 'cancelled_at', e.cancelled_at,
    'created_at', e.created_at, 'updated_at', e.updated_at, 'version', e.version) order by e.starts_at, e.id), '[]')
  into answer from page e;
  return answer;
end $$;

-- Addresses for search engines. Public posts come in parts of 5,000, oldest first, so that a part once full stays as
-- it is: "parts" holds where the second and every further one begins. Without p_from the answer carries the first
-- part's posts and the events.
create function public.community_sitemap(
  p_tenant uuid, p_from timestamptz default null, p_from_id uuid default null
) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  first_part boolean := p_from is null;
  parts jsonb := '[]';
begin
  if private.public_host_tenant() is distinct from p_tenant or p_tenant is null then return null; end if;
  if first_part then
    with recursive step as (
      (select p.created_at, p.id, 1 as n from public.posts p
       where p.tenant_id = p_tenant and p.visibility = 'public' and p.deleted_at is null
       order by p.created_at, p.id offset 5000 limit 1)
      union all
      select x.created_at, x.id, s.n + 1 from step s cross join lateral (
        select p.created_at, p.id from public.posts p
        where p.tenant_id = p_tenant and p.visibility = 'public' and p.deleted_at is null
          and (p.created_at, p.id) >= (s.created_at, s.id)
        order by p.created_at, p.id offset 5000 limit 1) x
      where s.n < 200)
    select coalesce(jsonb_agg(jsonb_build_object('at', s.created_at, 'id', s.id) order by s.n), '[]') into parts from step s;
  end if;
  return jsonb_build_object(
    'parts', parts,
    'posts', (
      select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'changed_at', coalesce(p.edited_at, p.created_at))
        order by p.created_at, p.id), '[]')
      from (
        select x.id, x.created_at, x.edited_at from public.posts x
        where x.tenant_id = p_tenant and x.visibility = 'public' and x.deleted_at is null
          and (x.created_at, x.id) >= (coalesce(p_from, '-infinity'), coalesce(p_from_id, '00000000-0000-0000-0000-000000000000'))
        order by x.created_at, x.id limit 5000) p),
    'events', case when first_part then (
      select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'changed_at', e.updated_at) order by e.starts_at desc, e.id desc), '[]')
      from (
        select x.id, x.starts_at, x.updated_at from public.events x
        where x.tenant_id = p_tenant and x.visibility = 'public'
        order by x.starts_at desc, x.id desc limit 1000) e) else '[]' end);
end $$;

-- The same for the network: public communities that let themselves be found, by their addresses, 5,000 at a time.
create index tenants_found_idx on public.tenants (slug)
  where status = 'active' and privacy = 'public' and listed;
create function public.network_sitemap(p_from text default null) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  parts jsonb := '[]';
begin
  perform private.require_server();
  if p_from is null then
    with recursive step as (
      (select t.slug, 1 as n from public.tenants t
       where t.status = 'active' and t.privacy = 'public' and t.listed order by t.slug offset 5000 limit 1)
      union all
      select x.slug, s.n + 1 from step s cross join lateral (
        select t.slug from public.tenants t
        where t.status = 'active' and t.privacy = 'public' and t.listed and t.slug >= s.slug
        order by t.slug offset 5000 limit 1) x
      where s.n < 200)
    select coalesce(jsonb_agg(s.slug order by s.n), '[]') into parts from step s;
  end if;
  return jsonb_build_object(
    'parts', parts,
    'communities', (
      select coalesce(jsonb_agg(jsonb_build_object('slug', t.slug, 'domain', private.primary_domain(t.id)) order by t.slug), '[]')
      from (
        select x.id, x.slug from public.tenants x
        where x.status = 'active' and x.privacy = 'public' and x.listed and x.slug >= coalesce(p_from, '')
        order by x.slug limit 5000) t));
end $$;

grant execute on function
  public.public_posts(uuid, integer), public.public_post(uuid, uuid), public.public_events(uuid, uuid),
  public.community_sitemap(uuid, timestamptz, uuid)
to anon, authenticated;
grant execute on function public.network_sitemap(text) to anon;
