-- What stands at home needs no grant: pages ask with everything they show, and only what came from elsewhere is looked up.
create or replace function private.live_shares(p_homes uuid[], p_posts uuid[], p_targets uuid[])
returns table (home_id uuid, post_id uuid, target_id uuid, share_id uuid, scope text, shown_since timestamptz)
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  return query
  select s.tenant_id, s.post_id, s.target_tenant_id, s.id, s.scope, s.shown_since
  from (select distinct * from unnest(p_homes, p_posts, p_targets) x(home, post, target) where x.home <> x.target) k
  join public.content_sharing s on s.tenant_id = k.home and s.post_id = k.post and s.target_tenant_id = k.target
    and s.state in ('asked', 'waiting', 'active')
  join public.posts p on p.tenant_id = s.tenant_id and p.id = s.post_id
  join public.tenant_users a on a.tenant_id = s.tenant_id and a.user_id = p.author_id
  join public.tenants home on home.id = s.tenant_id
  join public.tenants target on target.id = s.target_tenant_id
  left join public.community_connections c on c.tenant_id = s.tenant_id and c.connected_id = s.target_tenant_id
  where s.state = 'active' and (s.expires_at is null or s.expires_at > now())
    and p.deleted_at is null and p.visibility in ('public', 'members') and a.status = 'active'
    and home.status = 'active' and home.sharing_out <> 'nobody'
    and target.status = 'active' and target.sharing_in <> 'nobody'
    and (not s.under_connection
      or (c.state = 'accepted' and c.direction in ('out', 'both') and not c.paused_here and not c.paused_there));
end $$;
