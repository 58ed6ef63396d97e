-- Bringing a post into another community and taking it back: what its author, whoever asks, and the moderators of
-- either side do.

-- Shares a post that one may see into another community that one belongs to. Its author gives consent with it (the
-- version of the text they read, in their language); anybody else asks for it, and a no holds for thirty days. p_via
-- names the grant by which one sees the post, where one does not belong to its home: such a grant must allow handing
-- on, and the author's consent to it goes along. The same share asked for twice is one. Returns {id, state}.
create function public.share_post(
  p_tenant uuid, p_post uuid, p_target uuid, p_scope text default 'comment', p_consent integer default null,
  p_locale text default null, p_expires timestamptz default null, p_note text default '', p_via uuid default null
) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
  mine uuid[] := private.my_tenants();
  p public.posts;
  via public.content_sharing;
  row public.content_sharing;
  obstacle text;
begin
  if p_scope not in ('view', 'comment', 'reshare') then raise exception 'invalid:scope' using errcode = 'P0001'; end if;
  if p_expires is not null and p_expires < now() + interval '5 minutes' then
    raise exception 'invalid:expires' using errcode = 'P0001';
  end if;
  if p_via is null then
    if not coalesce(p_tenant = any (mine), false) then raise exception 'not_found:post' using errcode = 'P0001'; end if;
  else
    select s.* into via from public.content_sharing s
    where s.tenant_id = p_tenant and s.id = p_via and s.post_id = p_post and s.target_tenant_id = any (mine);
    if via.id is null or not exists (
      select 1 from private.live_shares(array[p_tenant], array[p_post], array[via.target_tenant_id]) l
      where l.share_id = via.id) then
      raise exception 'not_found:post' using errcode = 'P0001';
    end if;
    if via.scope <> 'reshare' then raise exception 'forbidden:no_reshare' using errcode = '42501'; end if;
  end if;
  perform private.keep_connection(p_tenant, p_target);
  p := private.hold_post(p_tenant, p_post);
  if p.deleted_at is not null or (p_via is null and p.stream_id <> all (private.my_streams())) then
    raise exception 'not_found:post' using errcode = 'P0001';
  end if;
  if p.visibility not in ('public', 'members') then
    raise exception 'forbidden:narrow_audience' using errcode = '42501';
  end if;
  if p_target = p_tenant then raise exception 'invalid:target' using errcode = 'P0001'; end if;
  if not coalesce(p_target = any (mine), false) then raise exception 'not_found:community' using errcode = 'P0001'; end if;
  obstacle := private.share_obstacle(p_tenant, p_target, p_scope);
  if obstacle is not null then raise exception 'forbidden:%', obstacle using errcode = '42501'; end if;
  if p.author_id = me then perform private.require_consent(p_consent); end if;
  select s.* into row from public.content_sharing s
  where s.tenant_id = p_tenant and s.post_id = p_post and s.target_tenant_id = p_target
    and s.state in ('asked', 'waiting', 'active');
  if row.expires_at <= now() then
    row := private.end_share(row, 'ended', 'home');
    row := null;
  end if;
  if row.id is not null and not (row.state = 'asked' and p.author_id = me) then
    if row.scope <> p_scope then raise exception 'conflict:already_shared' using errcode = 'P0001'; end if;
    return jsonb_build_object('id', row.id, 'state', row.state);
  end if;
  if row.id is null and private.declined_lately(p_tenant, p_post, p_target, p.author_id) then
    raise exception 'forbidden:declined_lately' using errcode = '42501';
  end if;
  if row.id is null then
    if (select count(*) from public.content_sharing s
        where s.author_id = p.author_id and s.asked_by = me and s.created_at > now() - interval '1 day') >= 100 then
      raise exception 'rate_limited:shares_per_day' using errcode = 'P0001';
    end if;
    insert into public.content_sharing (tenant_id, post_id, author_id, target_tenant_id, parent_id, scope, state,
      under_connection, asked_by, note, expires_at)
    values (p_tenant, p_post, p.author_id, p_target, p_via, p_scope, 'asked',
      private.needs_connection(p_tenant, p_target), me, btrim(coalesce(p_note, '')), least(p_expires, via.expires_at))
    returning * into row;
  else
    update public.content_sharing s set scope = p_scope, expires_at = p_expires
    where s.tenant_id = row.tenant_id and s.id = row.id returning * into row;
  end if;
  if p.author_id = me then
    row := private.consent_to(row, p_consent, p_locale);
  elsif p_via is not null then
    row := private.consent_to(row, via.consent_version, via.consent_locale);
  end if;
  return jsonb_build_object('id', row.id, 'state', row.state);
end $$;

-- The author's consent, and what follows from it: the other community's moderators, or its feed.
create function private.consent_to(p_share public.content_sharing, p_version integer, p_locale text)
returns public.content_sharing
language plpgsql volatile security definer set search_path = '' as $$
declare
  row public.content_sharing;
  review boolean := private.needs_review(p_share.tenant_id, p_share.target_tenant_id);
begin
  update public.content_sharing s
  set state = case when review then 'waiting' else 'active' end, consented_at = now(), consent_version = p_version,
      consent_locale = left(coalesce(p_locale, 'en'), 35),
      consent_audience = (select t.member_count + private.unfolded(t.id, 'tenant.members', t.id)
                          from public.tenants t where t.id = s.target_tenant_id),
      shown_since = case when not review then now() end
  where s.tenant_id = p_share.tenant_id and s.id = p_share.id
  returning * into row;
  perform private.place_share(row);
  perform private.tell_target(row, case row.state when 'active' then 'shown' else 'asked' end);
  return row;
end $$;

-- Ends a grant and those that were handed on from it.
create function private.end_share(p_share public.content_sharing, p_state text, p_side text)
returns public.content_sharing
language plpgsql volatile security definer set search_path = '' as $$
declare
  row public.content_sharing;
  child public.content_sharing;
begin
  update public.content_sharing s
  set state = p_state, ended_at = now(), ended_by = auth.uid(), ended_side = p_side
  where s.tenant_id = p_share.tenant_id and s.id = p_share.id and s.state in ('asked', 'waiting', 'active')
  returning * into row;
  if row.id is null then return p_share; end if;
  perform private.place_share(row);
  if row.consented_at is not null then perform private.tell_target(row, 'withdrawn'); end if;
  for child in
    select s.* from public.content_sharing s
    where s.tenant_id = row.tenant_id and s.parent_id = row.id and s.state in ('asked', 'waiting', 'active')
  loop
    perform private.end_share(child, 'revoked', p_side);
  end loop;
  return row;
end $$;

-- The author answers somebody who asked to share their post.
create function public.answer_share(
  p_tenant uuid, p_share uuid, p_accept boolean, p_consent integer default null, p_locale text default null
) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := private.require_network_viewer();
  row public.content_sharing;
  obstacle text;
begin
  select s.* into row from public.content_sharing s
  where s.tenant_id = p_tenant and s.id = p_share and s.author_id = me and s.tenant_id = any (private.my_tenants());
  if row.id is null then raise exception 'not_found:share' using errcode = 'P0001'; end if;
  perform private.keep_connection(p_tenant, row.target_tenant_id);
  perform private.hold_post(p_tenant, row.post_id);
  select s.* into row from public.content_sharing s where s.tenant_id = p_tenant and s.id = p_share;
  if row.state <> 'asked' then raise exception 'conflict:share_answered' using errcode = 'P0001'; end if;
  if not p_accept then
    row := private.end_share(row, 'declined', 'author');
    return row.state;
  end if;
  perform private.require_consent(p_consent);
  if not exists (select 1 from public.posts p
                 where p.tenant_id = p_tenant and p.id = row.post_id and p.deleted_at is null
                   and p.visibility in ('public', 'members')) then
    raise exception 'forbidden:narrow_audience' using errcode = '42501';
  end if;
  obstacle := private.share_obstacle(p_tenant, row.target_tenant_id, row.scope);
  if obstacle is not null then raise exception 'forbidden:%', obstacle using errcode = '42501'; end if;
  row := private.consent_to(row, p_consent, p_locale);
  return row.state;
end $$;

-- Moderators let a post into their community, or not.
create function public.review_share(p_tenant uuid, p_share uuid, p_accept boolean) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
  row public.content_sharing;
begin
  perform private.require_role(p_tenant, 'moderator');
  select s.* into row from public.content_sharing s where s.target_tenant_id = p_tenant and s.id = p_share;
  if row.id is null or row.state = 'asked' then raise exception 'not_found:share' using errcode = 'P0001'; end if;
  perform private.keep_connection(row.tenant_id, p_tenant);
  perform private.hold_post(row.tenant_id, row.post_id);
  select s.* into row from public.content_sharing s where s.target_tenant_id = p_tenant and s.id = p_share;
  if row.state <> 'waiting' then raise exception 'conflict:share_answered' using errcode = 'P0001'; end if;
  if not p_accept then
    row := private.end_share(row, 'declined', 'target');
    return row.state;
  end if;
  update public.content_sharing s
  set state = 'active', approved_by = auth.uid(), approved_at = now(), shown_since = now()
  where s.tenant_id = row.tenant_id and s.id = row.id returning * into row;
  perform private.place_share(row);
  perform private.tell_target(row, 'shown');
  return row.state;
end $$;

-- Takes a post back from a community: its author, or the moderators of its home everywhere; the moderators of the other
-- community out of theirs; whoever asked, as long as nobody has let it in. p_tenant is the community one acts for. Twice is
-- once.
create function public.revoke_share(p_tenant uuid, p_share uuid, p_reason text default null) returns void
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

-- What would end with a connection.
create function private.shares_under(p_tenant uuid, p_with uuid) returns integer
language sql stable security definer set search_path = '' as $$
  select count(*)::integer from public.content_sharing s
  where (s.tenant_id, s.target_tenant_id) in ((p_tenant, p_with), (p_with, p_tenant))
    and s.state in ('asked', 'waiting', 'active') and s.under_connection
$$;

-- Ends a connection (or takes back what was asked), and every share under it, in both directions.
create function public.end_connection(p_tenant uuid, p_with uuid) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare
  row public.community_connections;
  share public.content_sharing;
  ended integer := 0;
begin
  perform private.require_role(p_tenant, 'admin');
  row := private.hold_connection(p_tenant, p_with);
  if row.state not in ('proposed', 'accepted') then return 0; end if;
  perform private.set_connection(p_tenant, p_with, 'ended');
  for share in
    select s.* from public.content_sharing s
    where (s.tenant_id, s.target_tenant_id) in ((p_tenant, p_with), (p_with, p_tenant))
      and s.state in ('asked', 'waiting', 'active') and s.under_connection
    order by s.tenant_id, s.post_id
  loop
    perform private.hold_post(share.tenant_id, share.post_id);
    perform private.end_share(share, 'ended', 'connection');
    ended := ended + 1;
  end loop;
  return ended;
end $$;

grant execute on function
  public.share_post(uuid, uuid, uuid, text, integer, text, timestamptz, text, uuid),
  public.answer_share(uuid, uuid, boolean, integer, text), public.review_share(uuid, uuid, boolean),
  public.revoke_share(uuid, uuid, text), public.end_connection(uuid, uuid)
to authenticated;
