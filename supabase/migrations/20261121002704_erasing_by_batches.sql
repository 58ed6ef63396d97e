-- Erasing somebody who wrote a great deal: what goes is emptied batch by batch, each its own transaction, before the last
-- one takes the person out of what is left. What breaks off goes on where it was: what is emptied is not found again.

-- Empties up to so many texts that go with this membership, posts first, then comments, then takes back likes, as
-- private.erase_membership would. Returns how many that were; fewer than asked for: nothing of it is left.
create function private.erase_texts(p_tenant uuid, p_user uuid, p_mode text, p_limit integer) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  everything boolean := p_mode = 'remove';
  posts uuid[];
  comments uuid[];
  n integer;
  likes integer := 0;
begin
  perform 1 from public.tenant_users m where m.tenant_id = p_tenant and m.user_id = p_user and m.status <> 'active' for update;
  if not found then return 0; end if;
  perform private.set_erasing(true);
  posts := array(
    select p.id from public.posts p
    where p.tenant_id = p_tenant and p.author_id = p_user and (everything or p.visibility = 'me' or p.deleted_at is not null)
      and (p.deleted_at is null or p.title is not null or p.body <> '' or p.tags <> '{}' or p.media <> '[]'
        or p.pinned_at is not null)
    limit p_limit);
  comments := array(
    select c.id from public.post_comments c
    where c.tenant_id = p_tenant and c.author_id = p_user and (c.deleted_at is null or c.body <> '')
      and (everything or c.deleted_at is not null or private.is_own_recess(p_tenant, c.post_home, c.post_id, p_user))
    limit p_limit - cardinality(posts));
  update public.post_comments c
  set body = '', deleted_at = coalesce(c.deleted_at, now()), removed_by = coalesce(c.removed_by, 'author')
  where c.tenant_id = p_tenant and c.author_id = p_user and c.id = any (comments);
  update public.posts p
  set title = null, body = '', tags = '{}', media = '[]', pinned_at = null, deleted_at = coalesce(p.deleted_at, now()),
      removed_by = coalesce(p.removed_by, 'author')
  where p.tenant_id = p_tenant and p.author_id = p_user and p.id = any (posts);
  delete from public.post_revisions r
  where r.tenant_id = p_tenant and r.author_id = p_user and r.subject_id = any (posts || comments);
  n := cardinality(posts) + cardinality(comments);
  if everything and n < p_limit then
    delete from public.post_likes l
    where l.tenant_id = p_tenant and l.user_id = p_user and l.post_id = any (array(
      select x.post_id from public.post_likes x where x.tenant_id = p_tenant and x.user_id = p_user limit p_limit - n));
    get diagnostics likes = row_count;
  end if;
  perform private.set_erasing(false);
  return n + likes;
end $$;

-- What is emptied already is not written a second time.
do $$
declare
  changed text;
begin
  changed := replace(pg_catalog.pg_get_functiondef('private.erase_membership(uuid, uuid, text)'::regprocedure),
    $text$where p.tenant_id = p_tenant and p.author_id = p_user and p.id = any (gone);$text$,
    $text$where p.tenant_id = p_tenant and p.author_id = p_user and p.id = any (gone)
    and (p.deleted_at is null or p.title is not null or p.body <> '' or p.tags <> '{}' or p.media <> '[]'
      or p.pinned_at is not null);$text$);
  if position('p.tags <>' in changed) = 0 then raise exception 'erase_membership empties posts in another way'; end if;
  execute changed;
end $$;

-- How much is emptied in one transaction. Not immutable, so that no session keeps what it was.
create function private.erasing_batch() returns integer
language sql stable parallel safe set search_path = '' as $$ select 1000 $$;

-- Does the next thing that is asked for, if any: a batch of texts, or what is left of a membership. Says whether it did
-- something.
create or replace function private.erase_next() returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare
  due private.erasures;
begin
  select e.* into due from private.erasures e
  where e.state = 'waiting' and e.tenant_id is not null order by e.requested_at limit 1 for update skip locked;
  if due.id is null then return false; end if;
  if private.erase_texts(due.tenant_id, due.user_id, due.mode, private.erasing_batch()) >= private.erasing_batch() then
    return true;
  end if;
  perform private.erase_membership(due.tenant_id, due.user_id, due.mode);
  update private.erasures e set state = 'done', done_at = now(), user_id = null where e.id = due.id;
  return true;
end $$;

-- One community: they leave it, and what they made there goes the way they chose, or had chosen when they left. Each has a
-- row of its own in the ledger, which waits as any other while there is more than a batch, so that both readers of the
-- ledger may go on with it. Counted is what there was before.
create or replace function private.erase_account_in(p_account private.erasures, p_tenant uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  held private.erasures;
  counted jsonb;
begin
  select e.* into held from private.erasures e
  where e.user_id = p_account.user_id and e.tenant_id = p_tenant and e.state = 'waiting' for update;
  -- Whoever held it may have done it meanwhile.
  perform 1 from public.tenant_users m where m.tenant_id = p_tenant and m.user_id = p_account.user_id for update;
  if not found then return; end if;
  if held.begun_at is null then
    perform private.hand_over_community(p_tenant, p_account.user_id);
    counted := private.leaving_counts(p_tenant, p_account.user_id);
    perform private.depart(p_tenant, p_account.user_id);
    if held.id is not null then
      update private.erasures e set begun_at = now() where e.id = held.id;
    else
      insert into private.erasures (subject_hash, tenant_id, mode, state, user_id, counts, begun_at)
      values (private.subject_hash(p_account.user_id, p_tenant), p_tenant,
        coalesce(p_account.ways ->> p_tenant::text, p_account.mode), 'waiting', p_account.user_id, counted, now())
      returning * into held;
    end if;
    update private.erasures e
    set counts = (
      select jsonb_object_agg(s.key, s.n) from (
        select c.key, sum(c.value::bigint) as n
        from (select * from jsonb_each_text(p_account.counts) union all select * from jsonb_each_text(counted)
              union all select 'communities', '1') c
        group by c.key) s)
    where e.id = p_account.id;
  end if;
  if private.erase_texts(p_tenant, p_account.user_id, held.mode, private.erasing_batch()) >= private.erasing_batch() then
    return;
  end if;
  perform private.erase_membership(p_tenant, p_account.user_id, held.mode);
  update private.erasures e set state = 'done', done_at = now(), user_id = null where e.id = held.id;
end $$;
