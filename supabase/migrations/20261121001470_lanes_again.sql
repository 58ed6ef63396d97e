-- A post that comes a second time finds the lane that it left: what was said there counts again.
create function private.content_sharing_count_lane() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- What is still to be folded is added by that.
  new.comment_count := (
    select count(*) from public.post_comments c
    where c.tenant_id = new.target_tenant_id and c.post_id = new.post_id and c.lane_of = new.tenant_id
      and c.deleted_at is null) - private.unfolded(new.target_tenant_id, 'share.comments', new.post_id);
  return new;
end $$;
create trigger content_sharing_insert_counts_lane before insert on public.content_sharing
  for each row when (new.state = 'active') execute function private.content_sharing_count_lane();
create trigger content_sharing_update_counts_lane before update of state on public.content_sharing
  for each row when (new.state = 'active' and old.state <> 'active') execute function private.content_sharing_count_lane();
