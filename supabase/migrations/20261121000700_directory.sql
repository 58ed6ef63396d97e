-- The network's directory, narrowed and in three orders.

create index tenants_directory_new_idx on public.tenants (created_at desc, id desc)
  where status = 'active' and privacy <> 'secret' and listed;
create index tenants_directory_name_idx on public.tenants ((name collate "und-x-icu"), id)
  where status = 'active' and privacy <> 'secret' and listed;
create index tenants_directory_language_idx on public.tenants (split_part(locale, '-', 1))
  where status = 'active' and privacy <> 'secret' and listed;

drop function public.directory(text, integer, uuid, integer);

-- What communities let everybody know, by their members, their age or their name. p_language is the language of a tag,
-- without its region. p_after and p_after_id are the `next` of the page before; the first page also says how many match,
-- up to 1000, and which languages there are to choose from.
create function public.directory(
  p_query text default '', p_sort text default 'members', p_language text default null, p_join text default null,
  p_privacy text default null, p_after text default null, p_after_id uuid default null, p_limit integer default 24
) returns jsonb
language plpgsql stable security definer
set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  n integer := private.page_size(p_limit, 60);
  most constant integer := 1000;
  query text := btrim(left(coalesce(p_query, ''), 80));
  wanted text := '%' || replace(replace(replace(query, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  sort text := coalesce(p_sort, 'members');
  at_count integer := case when sort = 'members' then p_after::integer end;
  at_time timestamptz := case when sort = 'new' then p_after::timestamptz end;
  at_name text := case when sort = 'name' then p_after end;
  answer jsonb;
begin
  if private.bound_tenant() is not null or (auth.uid() is null and private.token_scope() <> 'network') then
    raise exception 'forbidden:network_only' using errcode = '42501';
  end if;
  if sort not in ('members', 'new', 'name') or (p_after is null) <> (p_after_id is null) then
    raise exception 'invalid:sort' using errcode = 'P0001';
  end if;
  with listed as not materialized (
    select t.id, t.name, t.member_count, t.post_count, t.created_at from public.tenants t
    where t.status = 'active' and t.privacy <> 'secret' and t.listed
      and (query = '' or t.name ilike wanted or t.tagline ilike wanted or t.slug ilike wanted)
      and (p_language is null or split_part(t.locale, '-', 1) = p_language)
      and (p_join is null or t.join_policy = p_join)
      and (p_privacy is null or t.privacy = p_privacy)),
  found as materialized (
    select x.*, row_number() over () as place from (
      (select l.* from listed l
       where sort = 'members' and (p_after is null or (l.member_count, l.id) < (at_count, p_after_id))
       order by l.member_count desc, l.id desc limit n + 1)
      union all
      (select l.* from listed l
       where sort = 'new' and (p_after is null or (l.created_at, l.id) < (at_time, p_after_id))
       order by l.created_at desc, l.id desc limit n + 1)
      union all
      (select l.* from listed l
       where sort = 'name' and (p_after is null or (l.name collate "und-x-icu", l.id) > (at_name, p_after_id))
       order by l.name collate "und-x-icu", l.id limit n + 1)) x)
  select jsonb_build_object(
    'items', coalesce((
      select jsonb_agg(private.tenant_card(f.id) || jsonb_build_object(
        'member_count', f.member_count, 'post_count', f.post_count,
        'membership', (select case when m.left_at is null then m.status end from public.tenant_users m
                       where m.tenant_id = f.id and m.user_id = auth.uid())) order by f.place)
      from found f where f.place <= n), '[]'),
    'next', (
      select jsonb_build_object('id', f.id, 'at', case sort when 'members' then to_jsonb(f.member_count::text)
        when 'new' then to_jsonb(f.created_at) else to_jsonb(f.name) end)
      from found f where f.place = n and exists (select 1 from found g where g.place > n)),
    'total', case when p_after is null then (select count(*) from (select 1 from listed l limit most) c) end)
  into answer;
  if p_after is null then
    answer := answer || jsonb_build_object('languages', coalesce((
      select jsonb_agg(g.language order by g.n desc, g.language)
      from (select split_part(t.locale, '-', 1) as language, count(*) as n from public.tenants t
            where t.status = 'active' and t.privacy <> 'secret' and t.listed
            group by split_part(t.locale, '-', 1) order by 2 desc, 1 limit 60) g), '[]'));
  end if;
  return answer;
end $$;

drop function public.network_home(text);

-- The landing page: the directory's first page, and for somebody signed in their own communities.
create function public.network_home() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return public.directory()
    || jsonb_build_object('communities', case when auth.uid() is not null then public.my_communities() end);
end $$;

grant execute on function public.directory(text, text, text, text, text, text, uuid, integer), public.network_home()
to anon, authenticated;
