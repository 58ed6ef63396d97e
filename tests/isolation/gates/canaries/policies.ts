import type { Canary } from "./canary.ts";

const fenced = "using (tenant_id = any ((select private.my_tenants())::uuid[]))";

/** Policies as they must not be. */
export const policyCanaries: readonly Canary[] = [
  {
    gate: "policyRoles",
    what: "a policy for everybody",
    sql: `create policy canary on public.feed_items for select ${fenced}`,
    names: "public.feed_items.canary: applies to public",
  },
  {
    gate: "policyRoles",
    what: "visitors let in",
    sql: "alter policy groups_select_members on public.groups to anon, authenticated",
    names: "public.groups.groups_select_members: should not apply to visitors",
  },
  {
    gate: "policyRoles",
    what: "a second policy",
    sql: `create policy zz on public.posts for select to authenticated ${fenced}`,
    names: "public.posts.zz: second permissive policy",
  },
  {
    gate: "policyRoles",
    what: "a policy for all commands",
    sql: `create policy canary on public.feed_items for all to authenticated ${fenced}`,
    names: "public.feed_items.canary: one policy for all commands",
  },
  {
    gate: "boundPolicies",
    what: "no second lock",
    sql: "drop policy posts_all_bound on public.posts",
    names: "public.posts: no restrictive policy",
  },
  {
    gate: "policyFences",
    what: "a policy that is always true",
    sql: "alter policy posts_select_readers on public.posts using (true)",
    names: "public.posts.posts_select_readers: USING lets rows pass",
  },
  {
    gate: "policyFences",
    what: "one open branch among fenced ones",
    sql: `alter policy posts_select_readers on public.posts
      using (tenant_id = any ((select private.my_tenants())::uuid[]) or visibility = 'public')`,
    names: "public.posts.posts_select_readers: USING lets rows pass",
  },
  {
    gate: "policyFences",
    what: "a check left out",
    sql: `drop policy posts_update_authors on public.posts;
      create policy posts_update_authors on public.posts for update to authenticated ${fenced}`,
    names: "public.posts.posts_update_authors: WITH CHECK is not written out",
  },
  {
    gate: "personPolicies",
    what: "one's own data for bound tokens",
    sql: "alter policy profiles_select_own on public.profiles using (id = (select auth.uid()))",
    names: "public.profiles.profiles_select_own: holds for bound tokens",
  },
  {
    gate: "policyCost",
    what: "a table named in a policy",
    sql: `create policy canary on public.feed_items for select to authenticated
      using (exists (select 1 from public.tenant_users m where m.tenant_id = feed_items.tenant_id))`,
    names: "feed_items.canary: names a table",
  },
  {
    gate: "policyCost",
    what: "a comparison that is not leakproof",
    sql: "create policy canary on public.posts for select to authenticated using (title ilike 'x')",
    names: "posts.canary: pg_catalog.texticlike(text, text) runs per row",
  },
  {
    gate: "policyCost",
    what: "a helper that is not wrapped",
    sql: "create policy canary on public.posts for select to authenticated using (tenant_id = any (private.my_tenants()))",
    names: "posts.canary: private.my_tenants() runs per row",
  },
];
