-- A lane that has closed is read by nobody; nor does who wrote in it change there what they can no longer read.
alter policy post_comments_update_authors on public.post_comments
  using (tenant_id = any ((select private.my_tenants())::uuid[]) and author_id = (select auth.uid()) and deleted_at is null
    and stream_id = any ((select private.my_streams())::uuid[])
    and (lane_of is null or private.lane_is_open(tenant_id, lane_of, post_id)))
  with check (tenant_id = any ((select private.my_tenants())::uuid[]) and author_id = (select auth.uid())
    and stream_id = any ((select private.my_streams())::uuid[])
    and (lane_of is null or private.lane_is_open(tenant_id, lane_of, post_id)));

-- Functions alone reach these details: a lock for tokens that hold no grant at all only looks like one.
drop policy member_details_all_bound on public.member_details;
