-- The inbox of a person: it reads what belongs to no community together with what does. Whoever reads a text has read
-- what the inbox says about it: its page says whether there is such a thing, and once it is in view it tells so.

-- One page of the inbox over all my communities and what belongs to none, or the one community with this address. p_filter:
-- 'all', 'mentions', 'requests', or 'journeys' for what belongs to no community. What is muted is silent here too, unless
-- one asks for it. communities: those of mine, with what is unread in each; personal: the same of what belongs to none.
create function public.my_notifications(
  p_filter text default 'all', p_slug text default null, p_before timestamptz default null, p_before_id uuid default null,
  p_limit integer default 20
) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := private.require_network_viewer();
  n integer := private.page_size(p_limit);
  mine uuid[] := private.my_tenants();
  muted uuid[] := private.muted_tenants(me);
  before_at timestamptz := coalesce(p_before, 'infinity');
  before_id uuid := coalesce(p_before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  kept text := case p_filter when 'mentions' then 'mention' when 'requests' then 'request' end;
  counts jsonb := public.notification_counts();
  heads record;
  own record;
  page record;
  cards jsonb := '[]';
begin
  if p_filter is null or p_filter not in ('all', 'mentions', 'requests', 'journeys') then
    raise exception 'invalid:filter' using errcode = 'P0001';
  end if;
  select h.* into heads
  from private.notification_heads(me,
    case when p_filter = 'journeys' then '{}'
      when p_slug is null then array(select t from unnest(mine) t where t <> all (muted))
      else array(select t.id from public.tenants t where t.slug = p_slug and t.id = any (mine)) end,
    kept, before_at, before_id, n + 1) h;
  if p_filter = 'journeys' or (p_slug is null and p_filter <> 'mentions' and not private.is_muted_personally(me)) then
    select array_agg(x.id) as ids, array_agg(x.group_key) as keys, array_agg(x.created_at) as moments into own
    from (
      select h.id, h.group_key, h.created_at from public.personal_notifications h
      where h.user_id = me and h.is_latest and (kept is null or h.bucket = kept)
        and (h.created_at, h.id) < (before_at, before_id)
      order by h.created_at desc, h.id desc limit n + 1) x;
  else
    select null::uuid[] as ids, null::text[] as keys, null::timestamptz[] as moments into own;
  end if;
  select array_agg(x.tenant_id order by x.at desc, x.id desc) as tenants, array_agg(x.id order by x.at desc, x.id desc) as ids,
    array_agg(x.key order by x.at desc, x.id desc) as keys, array_agg(x.at order by x.at desc, x.id desc) as moments
  into page
  from (
    select y.* from (
      select h.* from unnest(heads.tenants, heads.ids, heads.keys, heads.moments) h(tenant_id, id, key, at)
      union all
      select null, o.* from unnest(own.ids, own.keys, own.moments) o(id, key, at)) y
    order by y.at desc, y.id desc limit n + 1) x;
  select array_agg(x.tenant_id) filter (where x.tenant_id is not null) as tenants,
    array_agg(x.id) filter (where x.tenant_id is not null) as ids,
    array_agg(x.key) filter (where x.tenant_id is not null) as keys,
    array_agg(x.id) filter (where x.tenant_id is null) as own_ids,
    array_agg(x.key) filter (where x.tenant_id is null) as own_keys
  into heads
  from unnest(page.tenants[1:n], page.ids[1:n], page.keys[1:n]) x(tenant_id, id, key);
  if heads.ids is not null then
    cards := cards || private.notification_cards(heads.tenants, heads.ids, heads.keys, me);
  end if;
  if heads.own_ids is not null then cards := cards || private.personal_cards(heads.own_ids, heads.own_keys, me); end if;
  return jsonb_build_object(
    'items', (
      select coalesce(jsonb_agg(c.card order by array_position(page.ids, (c.card ->> 'id')::uuid)), '[]')
      from jsonb_array_elements(cards) c(card)),
    'next', case when cardinality(page.ids) > n then jsonb_build_object('at', page.moments[n], 'id', page.ids[n]) end,
    'now', now(),
    'personal', (
      select c.value - 'tenant_id' from jsonb_array_elements(counts) c(value)
      where (c.value ->> 'tenant_id')::uuid = private.network_itself()),
    'communities', (
      select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'accent', t.accent,
          'logo_path', t.logo_path, 'domain', private.primary_domain(t.id), 'unread', c.value -> 'unread',
          'mentions', c.value -> 'mentions', 'muted_until', c.value -> 'muted_until') order by lower(t.name), t.id), '[]')
      from jsonb_array_elements(counts) c(value)
      join public.tenants t on t.id = (c.value ->> 'tenant_id')::uuid));
end $$;

-- Marks what is unread in these groups up to a row each. Returns how many rows it marked; their person's pages are told.
create function private.mark_groups_read(
  p_me uuid, p_tenants uuid[], p_keys text[], p_moments timestamptz[], p_ids uuid[]
) returns integer
language plpgsql volatile security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  marked integer;
begin
  update public.notifications n set read_at = now()
  from unnest(p_tenants, p_keys, p_moments, p_ids) h(tenant_id, group_key, created_at, id)
  where n.tenant_id = h.tenant_id and n.user_id = p_me and n.group_key = h.group_key and n.read_at is null
    and (n.created_at, n.id) <= (h.created_at, h.id);
  get diagnostics marked = row_count;
  if marked > 0 then perform private.tell_inbox(array[p_me]); end if;
  return marked;
end $$;

-- Marks as read: the groups whose newest rows are named, or what came until a moment, in one community, of what belongs to
-- none (the nil UUID), or in all. On all devices: their pages are told. Returns how many rows it marked.
create function public.mark_notifications_read(
  p_ids uuid[] default null, p_tenant uuid default null, p_until timestamptz default null
) returns integer
language plpgsql volatile security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := private.require_network_viewer();
  until timestamptz := least(p_until, now());
  heads record;
  own record;
begin
  if cardinality(p_ids) > 100 then raise exception 'invalid:ids' using errcode = 'P0001'; end if;
  select array_agg(x.tenant_id) as tenants, array_agg(x.group_key) as keys, array_agg(x.created_at) as moments,
    array_agg(x.id) as ids
  into heads
  from (
    select n.tenant_id, n.group_key, n.created_at, n.id
    from unnest(private.my_tenants()) t(id)
    join public.notifications n on n.tenant_id = t.id and n.id = any (p_ids) and n.user_id = me
    where p_ids is not null
    union all
    select n.tenant_id, n.group_key, n.created_at, n.id
    from public.tenant_users t
    join public.notifications n on n.tenant_id = t.tenant_id and n.user_id = me and n.is_latest and n.read_at is null
      and n.created_at <= until
    where p_ids is null and t.user_id = me and (p_tenant is null or t.tenant_id = p_tenant)) x;
  select array_agg(x.group_key) as keys, array_agg(x.created_at) as moments, array_agg(x.id) as ids
  into own
  from (
    select n.group_key, n.created_at, n.id from public.personal_notifications n
    where p_ids is not null and n.user_id = me and n.id = any (p_ids)
    union all
    select n.group_key, n.created_at, n.id from public.personal_notifications n
    where p_ids is null and n.user_id = me and n.is_latest and n.read_at is null and n.created_at <= until
      and (p_tenant is null or p_tenant = private.network_itself())) x;
  return case when heads.ids is null then 0
      else private.mark_groups_read(me, heads.tenants, heads.keys, heads.moments, heads.ids) end
    + case when own.ids is null then 0 else private.mark_personal_read(me, own.keys, own.moments, own.ids) end;
end $$;

-- Opens one: marks its group as read and says what it is about, as a page of the inbox does; its community is null where it
-- belongs to none. Null where there is nothing that I may see.
create function public.open_notification(p_id uuid) returns jsonb
language plpgsql volatile security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := private.require_network_viewer();
  n record;
begin
  select x.tenant_id, x.id, x.group_key into n
  from unnest(private.my_tenants()) t(id)
  join public.notifications x on x.tenant_id = t.id and x.id = p_id and x.user_id = me;
  if n.id is not null then
    perform public.mark_notifications_read(array[p_id]);
    return (
      select c.card || jsonb_build_object('community', private.tenant_card(n.tenant_id))
      from jsonb_array_elements(private.notification_cards(array[n.tenant_id], array[n.id], array[n.group_key],
        me)) c(card));
  end if;
  select x.id, x.group_key into n from public.personal_notifications x where x.user_id = me and x.id = p_id;
  if n.id is null then return null; end if;
  perform public.mark_notifications_read(array[p_id]);
  return private.personal_cards(array[n.id], array[n.group_key], me) -> 0 || '{"community": null}';
end $$;

-- Whether something is unread in this community about a post: answers and mentions, below it or in it.
create function private.has_notices(p_tenant uuid, p_post uuid) returns boolean
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  return auth.uid() is not null and exists (
    select 1 from public.notifications n
    where n.tenant_id = p_tenant and n.user_id = auth.uid() and n.post_id = p_post and n.is_latest and n.read_at is null
      and n.kind in ('reply', 'mention'));
end $$;

-- I have read this post, and what was said below it in this community until then. Says nothing of the inbox: a community's
-- host calls it too.
create function public.read_post_notices(p_tenant uuid, p_post uuid, p_until timestamptz) returns void
language plpgsql volatile security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := auth.uid();
  until timestamptz := least(p_until, now());
  heads record;
begin
  if not coalesce(p_tenant = any (private.my_tenants()), false) then return; end if;
  select array_agg(n.tenant_id) as tenants, array_agg(n.group_key) as keys, array_agg(until) as moments,
    array_agg('ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid) as ids
  into heads
  from public.notifications n
  where n.tenant_id = p_tenant and n.user_id = me and n.post_id = p_post and n.is_latest and n.read_at is null
    and n.kind in ('reply', 'mention');
  perform private.mark_groups_read(me, heads.tenants, heads.keys, heads.moments, heads.ids);
end $$;

-- Wants to hear nothing of a community, or of what belongs to none (the nil UUID), for an 'hour', a 'day' or for 'good', or
-- to hear it again (null). Returns until when.
create function public.mute_notifications(p_tenant uuid, p_for text default null) returns timestamptz
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
  silent_until timestamptz := case p_for when 'hour' then now() + interval '1 hour' when 'day' then now() + interval '1 day'
    when 'good' then 'infinity' end;
begin
  if p_for is not null and silent_until is null then raise exception 'invalid:mute' using errcode = 'P0001'; end if;
  if p_tenant = private.network_itself() then
    if silent_until is null then
      delete from public.personal_mutes m where m.user_id = me;
    else
      insert into public.personal_mutes (user_id, until) values (me, silent_until)
      on conflict (user_id) do update set until = excluded.until, created_at = now();
    end if;
    perform private.tell_inbox(array[me]);
    return silent_until;
  end if;
  if not coalesce(p_tenant = any (private.my_tenants()), false) then
    raise exception 'not_found:community' using errcode = 'P0001';
  end if;
  if silent_until is null then
    delete from public.notification_mutes m where m.tenant_id = p_tenant and m.user_id = me;
  else
    insert into public.notification_mutes (tenant_id, user_id, until) values (p_tenant, me, silent_until)
    on conflict (tenant_id, user_id) do update set until = excluded.until, created_at = now();
  end if;
  perform private.tell_inbox(array[me]);
  return silent_until;
end $$;

grant execute on function
  public.my_notifications(text, text, timestamptz, uuid, integer),
  public.mark_notifications_read(uuid[], uuid, timestamptz), public.open_notification(uuid),
  public.read_post_notices(uuid, uuid, timestamptz), public.mute_notifications(uuid, text)
to authenticated;
