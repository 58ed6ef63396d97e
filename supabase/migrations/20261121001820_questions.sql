-- Questions whether a post may be shared: whoever asked sees them and takes them back; a no holds for thirty days.

create index content_sharing_asker_idx on public.content_sharing (asked_by, id desc) where state in ('asked', 'waiting');

-- Whether bringing a post into a community was declined in the last thirty days. An author may still share what they would
-- not let others share, and moderators what they turned away.
create function private.declined_lately(p_home uuid, p_post uuid, p_target uuid, p_author uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select 1 from public.content_sharing s
    where s.tenant_id = p_home and s.post_id = p_post and s.target_tenant_id = p_target and s.state = 'declined'
      and s.ended_at > now() - interval '30 days'
      and case s.ended_side when 'author' then p_author <> auth.uid()
               else p_target <> all (private.my_tenants_as('moderator')) end);
end $$;

-- Takes a post back from a community: its author, or the moderators of its home everywhere; the moderators of the other
-- community out of theirs; whoever asked, as long as nobody has let it in. p_tenant is the community one acts for. Twice is
-- once.
create or replace function public.revoke_share(p_tenant uuid, p_share uuid, p_reason text default null) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := auth.uid();
  row public.content_sharing;
  side text;
begin
  select s.* into row from public.content_sharing s where s.tenant_id = p_tenant and s.id = p_share;
  if row.id is null then
    select s.* into row from public.content_sharing s where s.target_tenant_id = p_tenant and s.id = p_share;
  end if;
  if row.id is null or not coalesce(p_tenant = any (private.my_tenants()), false) then
    raise exception 'not_found:share' using errcode = 'P0001';
  end if;
  perform private.hold_post(row.tenant_id, row.post_id);
  select s.* into row from public.content_sharing s where s.tenant_id = row.tenant_id and s.id = p_share;
  side := case
    when row.tenant_id = p_tenant and row.author_id = me then 'author'
    -- Where it should go one acts on the network's host alone: a community's host knows of no other.
    when row.asked_by = me and row.author_id <> me and row.state <> 'active'
      and (row.tenant_id = p_tenant or private.bound_tenant() is null) then 'author'
    when p_tenant <> all (private.my_tenants_as('moderator')) then null
    when row.tenant_id = p_tenant then 'home'
    when row.consented_at is not null then 'target' end;
  if side is null and row.asked_by = me and row.author_id <> me and row.tenant_id = p_tenant then
    raise exception 'conflict:share_answered' using errcode = 'P0001';
  end if;
  if side is null then raise exception 'not_found:share' using errcode = 'P0001'; end if;
  row := private.end_share(row, 'revoked', side);
  if side <> 'author' then
    perform private.write_audit(p_tenant, 'share.revoked', 'share', p_share::text, left(p_reason, 500));
  end if;
end $$;

-- What I asked for and nobody has let in: lines as the ledger's, without what the author agreed to. Only of posts that I
-- may still see.
create function private.my_questions(p_me uuid, p_mine uuid[]) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  asked record;
begin
  select array_agg(x.tenant_id) as homes, array_agg(x.id) as shares into asked
  from (
    select s.tenant_id, s.id, s.post_id, s.parent_id, p.stream_id from public.content_sharing s
    join public.posts p on p.tenant_id = s.tenant_id and p.id = s.post_id and p.deleted_at is null
    where s.asked_by = p_me and s.author_id <> p_me and s.state in ('asked', 'waiting')
      and s.target_tenant_id = any (p_mine) and (s.expires_at is null or s.expires_at > now())
    order by s.id desc limit 50) x
  where (x.tenant_id = any (p_mine) and x.stream_id = any (private.my_streams())) or exists (
    select 1 from public.content_sharing up
    cross join lateral private.live_shares(array[up.tenant_id], array[up.post_id], array[up.target_tenant_id]) l
    where up.tenant_id = x.tenant_id and up.id = x.parent_id and up.target_tenant_id = any (p_mine) and l.share_id = up.id);
  return (
    select coalesce(jsonb_agg(l.line || '{"consented_at": null, "consent_version": null, "consent_locale": null,
      "consent_audience": null}'), '[]')
    from jsonb_array_elements(private.ledger_lines(asked.homes, asked.shares, p_me)) l(line));
end $$;

do $$
declare
  changed text;
begin
  changed := replace(
    pg_catalog.pg_get_functiondef('public.my_shares(boolean, uuid, integer)'::regprocedure),
    $text$'consent', private.consent_now())$text$,
    $text$'questions', private.my_questions(me, mine),
      'consent', private.consent_now())$text$);
  if position('my_questions' in changed) = 0 then raise exception 'my_shares has no place for questions'; end if;
  execute changed;
  -- Who asked may end it too, and then the author did not.
  changed := replace(
    pg_catalog.pg_get_functiondef('private.ledger_lines(uuid[], uuid[], uuid)'::regprocedure),
    $text$'ended_side', s.ended_side$text$,
    $text$'ended_side', case when s.ended_side = 'author' and s.ended_by <> s.author_id then 'asker' else s.ended_side end$text$);
  if position('asker' in changed) = 0 then raise exception 'ledger_lines has no place for askers'; end if;
  execute changed;
  changed := replace(
    pg_catalog.pg_get_functiondef('public.share_choices(text, uuid, uuid)'::regprocedure),
    $text$'obstacle', private.share_obstacle(home, t.id, 'view'),$text$,
    $text$'obstacle', coalesce(private.share_obstacle(home, t.id, 'view'),
            case when private.declined_lately(home, p_post, t.id, p.author_id) then 'declined_lately' end),$text$);
  changed := replace(changed,
    $text$jsonb_build_object('id', s.id, 'state', s.state, 'scope', s.scope)$text$,
    $text$jsonb_build_object('id', s.id, 'state', s.state, 'scope', s.scope,
                      'asked_by_me', s.asked_by = me)$text$);
  if position('declined_lately' in changed) = 0 or position('asked_by_me' in changed) = 0 then
    raise exception 'share_choices has no place for questions';
  end if;
  execute changed;
  changed := replace(
    pg_catalog.pg_get_functiondef(
      'public.share_post(uuid, uuid, uuid, text, integer, text, timestamptz, text, uuid)'::regprocedure),
    $text$  if row.id is null then
    if (select count(*)$text$,
    $text$  if row.id is null and private.declined_lately(p_tenant, p_post, p_target, p.author_id) then
    raise exception 'forbidden:declined_lately' using errcode = '42501';
  end if;
  if row.id is null then
    if (select count(*)$text$);
  if position('declined_lately' in changed) = 0 then raise exception 'share_post has no place for what was declined'; end if;
  execute changed;
  -- The switcher's menu says both mutes.
  changed := replace(
    pg_catalog.pg_get_functiondef('public.switcher()'::regprocedure),
    $text$'pinned', p.place)$text$, $text$'silent_until', n.told -> 'muted_until', 'pinned', p.place)$text$);
  if position('silent_until' in changed) = 0 then raise exception 'switcher has no place for silence'; end if;
  execute changed;
end $$;
