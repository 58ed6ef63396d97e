-- What a community begins with: texts, groups and sample posts of a purpose. Samples go in one step.

alter table public.posts add column sample boolean not null default false;
comment on column public.posts.sample is
  'Came with the founding to show how the place is meant. Whoever edits such a post makes it their own.';
create index posts_sample_idx on public.posts (tenant_id) where sample and deleted_at is null;

create function private.posts_own_sample() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  new.sample := false;
  return new;
end $$;
create trigger posts_update_owns_sample before update of title, body on public.posts
  for each row when (old.sample and (old.title, old.body) is distinct from (new.title, new.body))
  execute function private.posts_own_sample();

drop function public.create_community(text, text, text, text, text, text, text, text);

-- p_starter: {"description", "rules", "groups": [{"name", "description"}], "posts": [{"title", "body", "tags"}]}, each of
-- them optional. All of it is founded or nothing.
create function public.create_community(
  p_slug text, p_name text, p_tagline text default '', p_privacy text default 'public',
  p_join_policy text default 'open', p_locale text default 'en', p_time_zone text default 'UTC',
  p_accent text default '#0f6b6b', p_starter jsonb default '{}'
) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
  -- One service hands an object over as it is, another as its text.
  starter constant jsonb := case jsonb_typeof(p_starter)
    when 'object' then p_starter when 'string' then (p_starter #>> '{}')::jsonb else '{}' end;
  tenant uuid;
  made uuid;
  part jsonb;
begin
  if jsonb_typeof(starter) <> 'object' or pg_column_size(starter) > 65536
     or jsonb_typeof(coalesce(starter -> 'groups', '[]')) <> 'array'
     or jsonb_typeof(coalesce(starter -> 'posts', '[]')) <> 'array'
     or jsonb_array_length(coalesce(starter -> 'groups', '[]')) > 8
     or jsonb_array_length(coalesce(starter -> 'posts', '[]')) > 8 then
    raise exception 'invalid:starter' using errcode = 'P0001';
  end if;
  -- Serialises a person's own attempts; the second click of a double one gets what the first founded.
  perform pg_advisory_xact_lock(hashtextextended('create_community:' || me::text, 0));
  select t.id into tenant from public.tenants t
  where t.slug = p_slug and t.created_by = me and t.name = btrim(p_name) and t.created_at > now() - interval '2 minutes';
  if tenant is not null then return private.tenant_card(tenant); end if;
  if (select count(*) from public.tenants t where t.created_by = me and t.created_at > now() - interval '1 day') >= 10 then
    raise exception 'rate_limited:communities_per_day' using errcode = 'P0001';
  end if;
  perform private.require_free_slug(p_slug);
  insert into public.tenants (slug, name, tagline, description, rules, privacy, join_policy, locale, time_zone, accent,
                              created_by, listed)
  values (p_slug, btrim(p_name), btrim(p_tagline), coalesce(starter ->> 'description', ''),
          coalesce(starter ->> 'rules', ''), p_privacy, p_join_policy, p_locale, p_time_zone, lower(p_accent), me,
          p_privacy = 'public')
  returning id into tenant;
  insert into public.tenant_users (tenant_id, user_id, role, status, display_name, avatar_path)
  select tenant, p.id, 'owner', 'active', p.display_name, p.avatar_path from public.profiles p where p.id = me;
  for part in select g from jsonb_array_elements(coalesce(starter -> 'groups', '[]')) as x(g) loop
    insert into public.groups (tenant_id, name, description, owner_id)
    values (tenant, part ->> 'name', coalesce(part ->> 'description', ''), me) returning id into made;
    insert into public.group_members (tenant_id, group_id, user_id, role) values (tenant, made, me, 'owner');
  end loop;
  -- The first stands on top, as the newest.
  for part in
    select p from jsonb_array_elements(coalesce(starter -> 'posts', '[]')) with ordinality as x(p, n) order by n desc loop
    insert into public.posts (tenant_id, author_id, visibility, title, body, tags, sample, created_at)
    values (tenant, me, 'members', part ->> 'title', part ->> 'body',
            array(select t from jsonb_array_elements_text(coalesce(part -> 'tags', '[]')) as y(t)), true,
            clock_timestamp());
  end loop;
  perform private.begin_arrival(tenant, me);
  update public.profiles p set primary_tenant_id = tenant where p.id = me and p.primary_tenant_id is null;
  return private.tenant_card(tenant);
exception when unique_violation then
  raise exception 'conflict:slug_unavailable' using errcode = 'P0001';
end $$;

-- Removes the sample posts that nobody edited, and what was answered to them. Gives how many of each.
create function public.remove_samples(p_tenant uuid) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  samples uuid[];
  answers integer;
begin
  perform private.require_role(p_tenant, 'owner');
  samples := array(select p.id from public.posts p
                   where p.tenant_id = p_tenant and p.sample and p.deleted_at is null order by p.id for update);
  update public.post_comments c set deleted_at = now(), removed_by = 'moderator', body = ''
  where c.tenant_id = p_tenant and c.post_id = any (samples) and c.deleted_at is null;
  get diagnostics answers = row_count;
  update public.posts p set deleted_at = now(), removed_by = 'author', pinned_at = null
  where p.tenant_id = p_tenant and p.id = any (samples);
  if cardinality(samples) > 0 then
    perform private.write_audit(p_tenant, 'samples.removed', 'tenant', p_tenant::text);
  end if;
  return jsonb_build_object('posts', cardinality(samples), 'comments', answers);
end $$;

-- What a member is asked or shown: the version of rules that they have not accepted; whether they are new, and what an
-- owner who is new has done. Whoever writes the rules is not asked about them. What came with the founding counts for
-- nothing that they did; `samples` says to owners whether some of it is still there.
create or replace function private.arrival_of(p_community public.tenants, p_member public.tenant_users) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  t constant uuid := p_community.id;
  arriving boolean := exists (
    select 1 from public.user_view_preferences v where v.user_id = p_member.user_id and v.view = 'arrival.' || t);
begin
  return jsonb_build_object(
    'rules', case when p_member.role not in ('owner', 'admin') and btrim(p_community.rules, E' \t\r\n') <> ''
                   and p_community.rules_changed_at > coalesce(p_member.rules_accepted_at, p_member.joined_at)
                   and p_member.rules_version is distinct from p_community.rules_version
             then p_community.rules_version end,
    'arriving', arriving,
    'done', case when arriving and p_member.role = 'owner' then jsonb_build_object(
      'look', p_community.logo_path is not null or p_community.accent <> '#0f6b6b',
      'rules', btrim(p_community.rules, E' \t\r\n') <> '',
      'post', exists (select 1 from public.posts p where p.tenant_id = t and p.deleted_at is null and not p.sample),
      'people', exists (select 1 from public.tenant_users m
                        where m.tenant_id = t and m.user_id <> p_member.user_id and m.left_at is null)) end,
    'samples', p_member.role = 'owner' and exists (
      select 1 from public.posts p where p.tenant_id = t and p.sample and p.deleted_at is null));
end $$;

grant execute on function
  public.create_community(text, text, text, text, text, text, text, text, jsonb), public.remove_samples(uuid)
to authenticated;
