-- The list of members by name, role, word and city, in the order of joining or of names.

-- Whether somebody is listed, and their role, are read here without their row.
drop index public.tenant_users_list_idx;
create index tenant_users_list_idx on public.tenant_users (tenant_id, joined_at, user_id) include (listed, role)
  where status = 'active';
drop index public.tenant_users_name_idx;
create index tenant_users_name_idx on public.tenant_users (tenant_id, (lower(display_name) collate "C"), user_id)
  where status = 'active';
-- Any part of a name, any word, any city, in one community: one index for whatever is asked together. What was just
-- written stands in its place at once, so that reading costs the same after an import.
create index tenant_users_find_idx on public.tenant_users
  using gin (tenant_id, found_by, found_by_moderators, lower(display_name) extensions.gin_trgm_ops)
  with (fastupdate = off) where status = 'active';

-- Text of a condition on tenant_users m, every value quoted. Three characters and more are looked for anywhere in a
-- name, fewer at the beginning of its words: a trigram needs three.
create function private.members_where(
  p_tenant uuid, p_moderator boolean, p_query text, p_role text, p_tag text, p_city text
) returns text
language plpgsql stable set search_path = '' as $$
declare
  query text := lower(btrim(left(coalesce(p_query, ''), 80)));
  likely text := replace(replace(replace(query, '\', '\\'), '%', '\%'), '_', '\_');
  words text[] := array_remove(array['tag:' || lower(nullif(p_tag, '')), 'city:' || lower(nullif(p_city, ''))], null);
begin
  return format('m.tenant_id = %L::uuid and m.status = ''active''', p_tenant)
    || case when p_moderator then '' else ' and m.listed' end
    || case when p_role is null then '' else format(' and m.role = %L', p_role) end
    || case when words = '{}' then ''
         else format(' and m.%I @> %L::text[]', case when p_moderator then 'found_by_moderators' else 'found_by' end, words) end
    || case when query = '' then ''
         when char_length(query) >= 3 then format(' and lower(m.display_name) like %L', '%' || likely || '%')
         else format(' and (lower(m.display_name) like %L or lower(m.display_name) like %L)', likely || '%', '% ' || likely || '%') end;
end $$;

-- How many members each further choice would leave, and the letters that names begin with. Figures are exact or null:
-- beyond a bound nobody counts.
create function private.member_choices(
  p_tenant uuid, p_moderator boolean, p_query text, p_role text, p_tag text, p_city text
) returns jsonb
language plpgsql stable security definer set search_path = '' set enable_seqscan = off as $$
declare
  most constant integer := 2000;
  whole boolean := coalesce(btrim(p_query), '') = '';
  most_roles integer := case when whole and p_tag is null and p_city is null then 300 else most end;
  answer jsonb;
  roles jsonb;
  part jsonb;
  kind text;
begin
  -- The few above member are counted apart: their index finds them in any crowd.
  roles := '{}';
  foreach kind in array array['<>', '='] loop
    execute format(
      'with matching as materialized (select m.role from public.tenant_users m where %s and m.role %s ''member'' limit %s)
       select jsonb_object_agg(r.role, case when (select count(*) from matching) <= %s
         then (select count(*) from matching x where x.role = r.role) end) from unnest(%L::text[]) r(role)',
      private.members_where(p_tenant, p_moderator, p_query, null, p_tag, p_city), kind, most_roles + 1, most_roles,
      case kind when '=' then array['member'] else array['owner', 'admin', 'moderator'] end) into part;
    roles := roles || part;
  end loop;
  answer := jsonb_build_object('roles', roles);
  foreach kind in array array['tag', 'city'] loop
    if whole and (p_city is null or kind = 'city') and (p_tag is null or kind = 'tag')
       and coalesce(p_role, 'member') = 'member' then
      part := private.known_words(p_tenant, kind, 12, p_moderator);
      -- Most members are just that: their words are those of all, without figures.
      if p_role is not null then
        select coalesce(jsonb_agg(w.value || '{"count": null}' order by w.place), '[]') into part
        from jsonb_array_elements(part) with ordinality w(value, place);
      end if;
    else
      execute format(
        'with matching as materialized (select m.%I as words from public.tenant_users m where %s limit %s),
         used as (select w.word, count(*) as n from matching s cross join unnest(s.words) w(word)
           where w.word like %L group by w.word order by 2 desc, 1 limit 12)
         select coalesce(jsonb_agg(jsonb_build_object(''key'', substr(u.word, %s), ''label'', coalesce(k.label, substr(u.word, %s)),
           ''count'', case when (select count(*) from matching) <= %s then u.n end) order by u.n desc, u.word), ''[]'')
         from used u left join private.member_words k on k.tenant_id = %L::uuid and k.key = u.word',
        case when p_moderator then 'found_by_moderators' else 'found_by' end,
        private.members_where(p_tenant, p_moderator, p_query, p_role,
          case when kind <> 'tag' then p_tag end, case when kind <> 'city' then p_city end),
        most + 1, kind || ':%', char_length(kind) + 2, char_length(kind) + 2, most, p_tenant) into part;
    end if;
    answer := answer || jsonb_build_object(case kind when 'tag' then 'tags' else 'cities' end, part);
  end loop;
  if whole and p_role is null and p_tag is null and p_city is null then
    with recursive letters as (
      (select 1 as nth, left(lower(m.display_name), 1) as letter from public.tenant_users m
       where m.tenant_id = p_tenant and m.status = 'active' and (m.listed or p_moderator)
       order by lower(m.display_name) collate "C" limit 1)
      union all
      select l.nth + 1, (
        select left(lower(m.display_name), 1) from public.tenant_users m
        where m.tenant_id = p_tenant and m.status = 'active' and (m.listed or p_moderator)
          and lower(m.display_name) collate "C" > (l.letter || chr(1114111)) collate "C"
        order by lower(m.display_name) collate "C" limit 1)
      from letters l where l.letter is not null and l.nth < 60)
    select jsonb_agg(l.letter order by l.nth) into part from letters l where l.letter is not null;
    answer := answer || jsonb_build_object('letters', coalesce(part, '[]'));
  end if;
  return answer;
end $$;

drop function public.list_members(uuid, text, timestamptz, uuid, integer, boolean, text);

-- Who belongs to a community, by pages of one call: p_sort 'new' or 'name', which may begin at a letter. Every filter
-- leaves out whoever it does not fit; whoever is not listed is there for moderators alone. p_active false asks for those
-- who were suspended or removed or have an invitation, and is for moderators alone, as are the requests that wait, which
-- come with the first page of the whole list. p_choices asks for what the list can be narrowed to. Returns null where
-- the caller may read nothing here. The statement is planned for what is asked: rare names come from the index that
-- finds them, frequent ones from the list itself.
create function public.list_members(
  p_tenant uuid, p_query text default '', p_after_joined timestamptz default null, p_after_id uuid default null,
  p_limit integer default 30, p_active boolean default true, p_role text default null, p_tag text default null,
  p_city text default null, p_sort text default 'new', p_letter text default null, p_choices boolean default false
) returns jsonb
language plpgsql stable security definer set search_path = '' set enable_seqscan = off as $$
declare
  n integer := private.page_size(p_limit);
  moderator boolean := coalesce(p_tenant = any (private.my_tenants_as('moderator')), false);
  role text := nullif(p_role, '');
  tag text := left(nullif(p_tag, ''), 80);
  city text := left(nullif(p_city, ''), 80);
  by_name boolean := p_sort = 'name' and p_active;
  place text := '';
  after_name text;
  rows jsonb;
  answer jsonb;
begin
  if not coalesce(p_tenant = any (private.my_tenants()) and (p_active or moderator), false) then return null; end if;
  if by_name then
    if p_after_id is not null then
      select lower(m.display_name) into after_name from public.tenant_users m
      where m.tenant_id = p_tenant and m.user_id = p_after_id;
      place := format(' and (lower(m.display_name) collate "C", m.user_id) > (%L collate "C", %L::uuid)', coalesce(after_name, ''), p_after_id);
    elsif p_letter <> '' then
      place := format(' and lower(m.display_name) collate "C" >= %L collate "C"', lower(left(p_letter, 1)));
    end if;
  elsif p_after_joined is not null then
    place := format(' and (m.joined_at, m.user_id) < (%L::timestamptz, %L::uuid)', p_after_joined,
      coalesce(p_after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'));
  end if;
  execute format(
    'select coalesce(jsonb_agg(jsonb_build_object(''id'', x.user_id, ''at'', x.joined_at) order by x.place), ''[]'')
     from (select m.user_id, m.joined_at, row_number() over (order by %1$s) as place
           from public.tenant_users m where %2$s %3$s order by %1$s limit %4$s) x',
    case when by_name then 'lower(m.display_name) collate "C", m.user_id' else 'm.joined_at desc, m.user_id desc' end,
    case when p_active then private.members_where(p_tenant, moderator, p_query, role, tag, city)
      else replace(private.members_where(p_tenant, true, p_query, role, null, null), 'm.status = ''active''',
        'm.status <> ''active'' and m.status <> ''requested'' and m.left_at is null') end,
    place, n + 1) into rows;
  answer := jsonb_build_object(
    'items', coalesce((
      select jsonb_agg(private.member_card(p_tenant, (r.value ->> 'id')::uuid)
        || private.shown_details(p_tenant, (r.value ->> 'id')::uuid, moderator)
        || jsonb_build_object('unlisted', moderator and exists (
          select from public.tenant_users u where u.tenant_id = p_tenant and u.user_id = (r.value ->> 'id')::uuid and not u.listed))
        order by r.place)
      from jsonb_array_elements(rows) with ordinality r(value, place) where r.place <= n), '[]'),
    'next', case when jsonb_array_length(rows) > n then rows -> (n - 1) end);
  if p_choices and p_active then
    answer := answer || jsonb_build_object('choices',
      private.member_choices(p_tenant, moderator, p_query, role, tag, city));
  end if;
  if moderator and p_active and role is null and tag is null and city is null and p_after_joined is null then
    answer := answer || jsonb_build_object('waiting', coalesce((
      select jsonb_agg(private.member_card(p_tenant, w.user_id) order by w.joined_at, w.user_id)
      from (select m.user_id, m.joined_at from public.tenant_users m
            where m.tenant_id = p_tenant and m.status = 'requested'
            order by m.joined_at, m.user_id limit 50) w), '[]'));
  end if;
  return answer;
end $$;

grant execute on function
  public.list_members(uuid, text, timestamptz, uuid, integer, boolean, text, text, text, text, text, boolean)
to authenticated;

drop function public.find_people(uuid, text, integer);

-- Members whose name, or a word of it, begins like this; without a beginning, those who came last. Whoever is not listed
-- is offered to moderators, and to everybody below a post where they wrote something themselves (p_post). Null where the
-- caller may read nothing here.
create function public.find_people(p_tenant uuid, p_query text default '', p_limit integer default 8, p_post uuid default null)
returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  n integer := private.page_size(p_limit, 8);
  query text := lower(btrim(left(coalesce(p_query, ''), 80)));
  word text := '% ' || replace(replace(replace(query, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  me uuid := auth.uid();
  moderator boolean := coalesce(p_tenant = any (private.my_tenants_as('moderator')), false);
  wrote uuid[] := '{}';
begin
  if not coalesce(p_tenant = any (private.my_tenants()), false) then return null; end if;
  if p_post is not null and not moderator then
    wrote := array(
      select p.author_id from public.posts p
      where p.tenant_id = p_tenant and p.id = p_post and p.deleted_at is null and p.stream_id = any (private.my_streams())
      union
      select c.author_id from (
        select x.author_id from public.post_comments x
        join public.posts p on p.tenant_id = x.tenant_id and p.id = x.post_id and p.deleted_at is null
        where x.tenant_id = p_tenant and x.post_id = p_post and x.deleted_at is null
          and x.stream_id = any (private.my_streams()) limit 2000) c);
  end if;
  return (
    with begins as materialized (
      select m.user_id, m.display_name from public.tenant_users m
      where query <> '' and m.tenant_id = p_tenant and m.status = 'active' and (m.listed or moderator)
        and lower(m.display_name) collate "C" >= query collate "C"
        and lower(m.display_name) collate "C" < (query || chr(1114111)) collate "C"
      order by lower(m.display_name) collate "C" limit 5 * n),
    newest as materialized (
      select m.user_id, m.display_name, m.joined_at from public.tenant_users m
      where m.tenant_id = p_tenant and m.status = 'active' and (m.listed or moderator)
      order by m.joined_at desc, m.user_id desc limit case when query = '' then 5 * n else 5000 end),
    writers as materialized (
      select m.user_id, m.display_name, m.joined_at from public.tenant_users m
      where m.tenant_id = p_tenant and m.user_id = any (wrote) and m.status = 'active' and not m.listed
        and (query = '' or starts_with(lower(m.display_name), query) or lower(m.display_name) like word)),
    candidates as (
      select b.user_id, 0 as rank, lower(b.display_name) as name, null::timestamptz as joined_at from begins b
      union all
      select w.user_id, 1, lower(w.display_name), case when query = '' then w.joined_at end from newest w
      where query = '' or lower(w.display_name) like word
      union all
      select w.user_id, 1, lower(w.display_name), case when query = '' then w.joined_at end from writers w),
    found as (
      select c.user_id, min(c.rank) as rank, min(c.name) as name, max(c.joined_at) as joined_at
      from candidates c join public.profiles p on p.id = c.user_id
      where c.user_id <> me and not p.is_placeholder
      group by c.user_id
      order by 2, 4 desc, 3, 1 limit n)
    select coalesce(jsonb_agg(jsonb_build_object('id', m.user_id, 'name', m.display_name, 'avatar', m.avatar_path)
      order by f.rank, f.joined_at desc, f.name, f.user_id), '[]')
    from found f join public.tenant_users m on m.tenant_id = p_tenant and m.user_id = f.user_id);
end $$;
grant execute on function public.find_people(uuid, text, integer, uuid) to authenticated;
