-- Functions alone reach the details of members: a lock for tokens that hold no grant at all only looks like one.
drop policy member_details_all_bound on public.member_details;
