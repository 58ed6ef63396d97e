-- What processes know together of those who answer questions for people: how each stands, and what the texts of each
-- community have cost today. Both are kept for the app itself; nobody else reads them.

create table private.ai_breakers (
  provider text primary key check (char_length(provider) between 1 and 300),
  -- Until then it is left alone; null where it answers. Afterwards one request tries it.
  open_until timestamptz,
  probing_until timestamptz,
  reason text not null check (char_length(reason) <= 40),
  changed_at timestamptz not null default now()
);

-- Tokens that a community's texts have cost on a day (UTC), with what is reserved for those that are being asked.
create table private.ai_budgets (
  tenant_id uuid not null references public.tenants (id) on delete cascade,
  day date not null,
  tokens bigint not null check (tokens >= 0),
  primary key (tenant_id, day)
);
create trigger ai_budgets_update_keeps_tenant before update of tenant_id on private.ai_budgets
  for each row execute function private.keep_tenant();

do $$
declare t text;
begin
  foreach t in array array['private.ai_breakers', 'private.ai_budgets'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('revoke all on %s from public, anon, authenticated, service_role', t);
  end loop;
end $$;

-- Before anybody is asked: {"day": ..., "standing": {"<provider>": "closed"|"open"|"probe"}, "tenants": [...]}. The one
-- request that finds an open provider's time over tries it, and while it does others leave it alone. Where somebody may
-- be asked, each community's tokens are reserved as long as its day (p_cap) holds them; 'tenants' are those.
create function public.ai_admit(p_providers text[], p_tenants uuid[], p_tokens integer[], p_cap bigint) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare
  today date := (now() at time zone 'UTC')::date;
  standing jsonb;
  admitted uuid[] := '{}';
begin
  perform private.require_server();
  if coalesce(cardinality(p_providers), 0) > 10 or coalesce(cardinality(p_tenants), 0) > 200 then
    raise exception 'invalid:too_many' using errcode = 'P0001';
  end if;
  with probes as (
    update private.ai_breakers b set probing_until = now() + interval '10 seconds'
    where b.provider = any (p_providers) and b.open_until <= now()
      and (b.probing_until is null or b.probing_until <= now())
    returning b.provider)
  select coalesce(jsonb_object_agg(p.name, case
    when b.provider is null or b.open_until is null then 'closed'
    when exists (select 1 from probes x where x.provider = p.name) then 'probe'
    else 'open' end), '{}')
  into standing
  from unnest(p_providers) p(name) left join private.ai_breakers b on b.provider = p.name;
  if exists (select 1 from jsonb_each_text(standing) s where s.value <> 'open') then
    with wanted as (
      select w.id, sum(greatest(w.tokens, 0)) as tokens from unnest(p_tenants, p_tokens) w(id, tokens)
      join public.tenants t on t.id = w.id
      group by w.id having sum(greatest(w.tokens, 0)) <= p_cap),
    reserved as (
      -- In one order, so that two who want the same communities wait for each other only once.
      insert into private.ai_budgets as b (tenant_id, day, tokens)
      select w.id, today, w.tokens from wanted w order by w.id
      on conflict (tenant_id, day) do update set tokens = b.tokens + excluded.tokens
        where b.tokens + excluded.tokens <= p_cap
      returning b.tenant_id)
    select coalesce(array_agg(r.tenant_id), '{}') into admitted from reserved r;
  end if;
  return jsonb_build_object('day', today, 'standing', standing, 'tenants', to_jsonb(admitted));
end $$;

-- Afterwards: what the communities' texts cost more (or less, below 0) than was reserved, and which providers opened
-- for how many milliseconds, or with 0 answer again.
create function public.ai_settle(
  p_day date, p_tenants uuid[], p_tokens integer[], p_providers text[], p_open_ms integer[], p_reasons text[]
) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
  perform private.require_server();
  perform 1 from private.ai_budgets b where b.day = p_day and b.tenant_id = any (p_tenants) order by b.tenant_id for update;
  update private.ai_budgets b set tokens = greatest(0, b.tokens + c.tokens)
  from unnest(p_tenants, p_tokens) c(id, tokens)
  where b.tenant_id = c.id and b.day = p_day;
  insert into private.ai_breakers (provider, open_until, reason)
  select c.provider, case when c.ms > 0 then now() + c.ms * interval '1 millisecond' end, left(c.reason, 40)
  from unnest(p_providers, p_open_ms, p_reasons) c(provider, ms, reason)
  on conflict (provider) do update
    set open_until = excluded.open_until, probing_until = null, reason = excluded.reason, changed_at = now();
end $$;

grant execute on function public.ai_admit(text[], uuid[], integer[], bigint) to anon;
grant execute on function public.ai_settle(date, uuid[], integer[], text[], integer[], text[]) to anon;
