-- Moderators see pictures and faces of what waits at their door, as they read its words.

-- Whether a grant brings the reader one of these posts of a community into one of theirs, or asks them to let it in.
create or replace function private.reads_shared(p_home uuid, p_posts uuid[]) returns boolean
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  mine uuid[] := private.my_tenants();
  guarded uuid[];
  open record;
begin
  if coalesce(cardinality(mine), 0) = 0 or coalesce(cardinality(p_posts), 0) = 0 then return false; end if;
  select array_agg(s.post_id) as posts, array_agg(s.target_tenant_id) as targets into open
  from public.content_sharing s
  where s.tenant_id = p_home and s.post_id = any (p_posts) and s.target_tenant_id = any (mine) and s.state = 'active';
  if open.posts is not null and exists (
    select 1 from private.live_shares(array_fill(p_home, array[cardinality(open.posts)]), open.posts, open.targets)) then
    return true;
  end if;
  guarded := private.my_tenants_as('moderator');
  return cardinality(guarded) > 0 and exists (
    select 1 from public.content_sharing s cross join lateral private.waiting_at(s.target_tenant_id, null, 1000) w
    where s.tenant_id = p_home and s.post_id = any (p_posts) and s.state = 'waiting' and s.target_tenant_id = any (guarded)
      and w.share_id = s.id);
end $$;
