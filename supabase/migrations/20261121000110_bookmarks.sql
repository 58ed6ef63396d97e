-- Posts that somebody keeps for later: nobody else's business.
create table public.post_bookmarks (
  tenant_id uuid not null,
  user_id uuid not null,
  post_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, user_id, post_id),
  foreign key (tenant_id, post_id) references public.posts (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references public.tenant_users (tenant_id, user_id) on update cascade
);
create index post_bookmarks_newest_idx on public.post_bookmarks (tenant_id, user_id, created_at desc, post_id desc);
create index post_bookmarks_post_idx on public.post_bookmarks (tenant_id, post_id);
create trigger post_bookmarks_update_keeps_tenant before update of tenant_id on public.post_bookmarks
  for each row execute function private.keep_tenant();

alter table public.post_bookmarks enable row level security;
alter table public.post_bookmarks force row level security;
revoke all on public.post_bookmarks from public, anon, authenticated, service_role;
create policy post_bookmarks_all_bound on public.post_bookmarks as restrictive for all to anon, authenticated
  using ((select private.bound_tenant()) is null or tenant_id = (select private.bound_tenant()))
  with check ((select private.bound_tenant()) is null or tenant_id = (select private.bound_tenant()));

-- Who may like a post may keep it: both ask whether one reads it as a member.
grant select, insert (tenant_id, post_id, user_id), delete on public.post_bookmarks to authenticated;
create policy post_bookmarks_select_own on public.post_bookmarks for select to authenticated
  using (user_id = (select auth.uid()) and tenant_id = any ((select private.my_tenants())::uuid[]));
create policy post_bookmarks_insert_own on public.post_bookmarks for insert to authenticated with check (
  user_id = (select auth.uid()) and tenant_id = any ((select private.my_tenants())::uuid[])
  and private.may_like(tenant_id, post_id));
create policy post_bookmarks_delete_own on public.post_bookmarks for delete to authenticated
  using (user_id = (select auth.uid()) and tenant_id = any ((select private.my_tenants())::uuid[]));
