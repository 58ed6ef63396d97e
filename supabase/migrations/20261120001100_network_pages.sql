-- Pages of the network host that need more than one answer: one call each.

-- The landing page: the directory's first page, and for somebody signed in their own communities.
create function public.network_home(p_query text default '') returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return public.directory(p_query)
    || jsonb_build_object('communities', case when auth.uid() is not null then public.my_communities() end);
end $$;

-- The unified feed by the names that addresses use, with my communities where a page is drawn anew; what a page adds
-- to itself needs them no more. A name that is not one of mine adds nothing, whether or not it exists.
create function public.unified_page(
  p_slugs text[] default null, p_before timestamptz default null, p_before_id uuid default null,
  p_limit integer default 20, p_communities boolean default true
) returns jsonb
language plpgsql stable security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := private.require_network_viewer();
  chosen uuid[];
begin
  if p_slugs is not null then
    chosen := array(select t.id from public.tenants t where t.slug = any (p_slugs[1:60]));
  end if;
  return public.unified_feed(p_before, p_before_id, p_limit, chosen)
    || jsonb_build_object('communities', case when p_communities then public.my_communities() end);
end $$;

-- While one types the address of a new community. Says no more than founding it would.
create function public.slug_is_free(p_slug text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_network_viewer();
  begin
    perform private.require_free_slug(p_slug);
  exception when raise_exception then
    return false;
  end;
  return true;
end $$;

grant execute on function public.network_home(text) to anon, authenticated;
grant execute on function public.unified_page(text[], timestamptz, uuid, integer, boolean), public.slug_is_free(text)
to authenticated;
