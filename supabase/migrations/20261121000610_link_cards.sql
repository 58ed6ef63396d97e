-- Cards of links: what a page says of itself, fetched by the worker and kept per community. Nothing is shared between
-- communities, not even that somebody elsewhere wrote the same address.

create table private.link_cards (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  url_hash bytea not null,
  url text not null check (char_length(url) <= 2048),
  state text not null default 'waiting' check (state in ('waiting', 'ready', 'none')),
  title text not null default '' check (char_length(title) <= 1000),
  description text not null default '' check (char_length(description) <= 1500),
  site_name text not null default '' check (char_length(site_name) <= 400),
  tries smallint not null default 0,
  -- When it is fetched, or fetched again. While somebody fetches it, when they are given up.
  due_at timestamptz not null default now(),
  primary key (tenant_id, url_hash)
);
create index link_cards_due_idx on private.link_cards (due_at);

create table private.post_links (
  tenant_id uuid not null,
  post_id uuid not null,
  place smallint not null,
  url_hash bytea not null,
  primary key (tenant_id, post_id, place),
  foreign key (tenant_id, post_id) references public.posts (tenant_id, id) on delete cascade,
  foreign key (tenant_id, url_hash) references private.link_cards (tenant_id, url_hash) on delete cascade
);
create index post_links_card_idx on private.post_links (tenant_id, url_hash);

do $$
declare t text;
begin
  foreach t in array array['link_cards', 'post_links'] loop
    execute format('alter table private.%I enable row level security', t);
    execute format('alter table private.%I force row level security', t);
    execute format('revoke all on private.%I from public, anon, authenticated, service_role', t);
    execute format('create trigger %1$s_update_keeps_tenant before update of tenant_id on private.%1$I
                    for each row execute function private.keep_tenant()', t);
  end loop;
end $$;

-- The first five addresses that stand alone on a line.
create function private.lone_links(p_body text) returns text[]
language plpgsql immutable parallel safe set search_path = '' as $$
begin
  if position('https://' in p_body) = 0 then return '{}'; end if;
  return array(
    select x.found[1]
    from regexp_matches(p_body, '^ {0,3}(https://[^\s<>]+)[ \t]*$', 'gn') with ordinality x(found, place)
    where char_length(x.found[1]) <= 2048
    group by 1 order by min(x.place) limit 5);
end $$;

create function private.posts_keep_links() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  links text[];
begin
  -- Without claims this is the owner's connection (import, seed): nobody asked for years of old links to be fetched.
  if private.claims() = '{}' then return null; end if;
  links := private.lone_links(new.body);
  delete from private.post_links l where l.tenant_id = new.tenant_id and l.post_id = new.id;
  if links = '{}' then return null; end if;
  insert into private.link_cards (tenant_id, url_hash, url)
  select new.tenant_id, sha256(convert_to(u, 'UTF8')), u from unnest(links) u order by 2
  on conflict do nothing;
  insert into private.post_links (tenant_id, post_id, place, url_hash)
  select new.tenant_id, new.id, u.place, sha256(convert_to(u.url, 'UTF8')) from unnest(links) with ordinality u(url, place);
  return null;
end $$;
create trigger posts_write_keeps_links after insert or update of body on public.posts
  for each row execute function private.posts_keep_links();

-- What the worker fetches next, for it alone for ten minutes: addresses of posts of the last half year, at most five of
-- each community, so that none keeps the others waiting. Cards that no post names any more go.
create function private.take_links(p_limit integer default 20)
returns table (tenant_id uuid, url_hash text, url text)
language plpgsql volatile security definer set search_path = '' as $$
begin
  if not pg_try_advisory_xact_lock(hashtextextended('private.take_links', 0)) then return; end if;
  delete from private.link_cards c
  where (c.tenant_id, c.url_hash) in (
    select d.tenant_id, d.url_hash from private.link_cards d
    where d.due_at < now() and not exists (
      select from private.post_links l where l.tenant_id = d.tenant_id and l.url_hash = d.url_hash)
    order by d.due_at limit 1000);
  return query
    update private.link_cards c
    set due_at = now() + interval '10 minutes', tries = c.tries + 1
    where (c.tenant_id, c.url_hash) in (
      select w.tenant_id, w.url_hash
      from (
        select d.tenant_id, d.url_hash, d.due_at,
          row_number() over (partition by d.tenant_id order by d.due_at, d.url_hash) as place
        from private.link_cards d
        where d.due_at <= now() and exists (
          select from private.post_links l
          join public.posts p on p.tenant_id = l.tenant_id and p.id = l.post_id
          where l.tenant_id = d.tenant_id and l.url_hash = d.url_hash
            and p.deleted_at is null and p.updated_at > now() - interval '180 days')) w
      where w.place <= 5
      order by w.due_at, w.tenant_id, w.url_hash limit p_limit)
    returning c.tenant_id, encode(c.url_hash, 'hex'), c.url;
end $$;

-- What came of it. Without a title there is nothing to show: an hour later once more, then a day later, then every
-- thirty days; a card that was there stays until then.
create function private.keep_link(
  p_tenant uuid, p_hash text, p_title text, p_description text default '', p_site_name text default ''
) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  update private.link_cards c
  set state = case when p_title is not null then 'ready' when c.state = 'ready' and c.tries < 3 then 'ready' else 'none' end,
    title = coalesce(p_title, c.title),
    description = case when p_title is null then c.description else p_description end,
    site_name = case when p_title is null then c.site_name else p_site_name end,
    tries = case when p_title is null then least(c.tries, 100) else 0 end,
    due_at = now() + case when p_title is not null or c.tries >= 3 then interval '30 days'
                          when c.tries = 2 then interval '1 day' else interval '1 hour' end
  where c.tenant_id = p_tenant and c.url_hash = decode(p_hash, 'hex');
end $$;

create function private.cards_of_post(p_tenant uuid, p_post uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce((
    select jsonb_agg(jsonb_build_object('url', c.url, 'title', c.title, 'description', c.description,
      'site_name', c.site_name) order by l.place)
    from private.post_links l join private.link_cards c on c.tenant_id = l.tenant_id and c.url_hash = l.url_hash
    where l.tenant_id = p_tenant and l.post_id = p_post and c.state = 'ready'), '[]');
end $$;

-- A post's page brings its cards along: one field more in the answer that is there already.
do $$
declare
  page record;
  changed text;
begin
  for page in select p.oid from pg_catalog.pg_proc p
              where p.pronamespace = 'public'::regnamespace and p.proname = 'post_page' loop
    changed := replace(pg_catalog.pg_get_functiondef(page.oid), $text$jsonb_build_object('body', p.body)$text$,
      $text$jsonb_build_object('body', p.body, 'links', private.cards_of_post(p_tenant, p_post))$text$);
    if position('cards_of_post' in changed) = 0 then raise exception 'post_page has no place for cards'; end if;
    execute changed;
  end loop;
end $$;
