-- Suggestions are planned once for each connection: over eight communities most of their time went into planning.
alter function public.give_recommendations(uuid, text, jsonb, text, text) set plan_cache_mode = force_generic_plan;
alter function public.give_recommendations(uuid, text, jsonb, text, text) set enable_seqscan = off;

create or replace function private.recommended_trips(p_rows jsonb) returns jsonb
language plpgsql immutable parallel safe set search_path = '' as $$
begin
  return (
    with placed as (
      select (r.value ->> 'tenant_id')::uuid as tenant_id, (r.value ->> 'id')::uuid as id, r.value ->> 'city' as city,
        r.value ->> 'country' as country, (r.value ->> 'starts_local')::timestamp as at, (r.value ->> 'ends_local')::timestamp as until,
        (r.value ->> 'score')::double precision as score
      from jsonb_array_elements(p_rows) r(value)
      where r.value ->> 'kind' = 'event' and r.value ->> 'city' <> '' and not (r.value ->> 'online')::boolean),
    parted as (
      select p.*, case when p.at::date - lag(p.at::date) over w <= 2 then 0 else 1 end as begins
      from placed p window w as (partition by lower(p.city), lower(p.country) order by p.at, p.id)),
    numbered as (
      select p.*, sum(p.begins) over (partition by lower(p.city), lower(p.country) order by p.at, p.id) as part from parted p),
    dated as (
      select n.*, min(n.at) over (partition by lower(n.city), lower(n.country), n.part) as first from numbered n),
    trips as (
      select min(d.city) as city, min(d.country) as country, min(d.at)::date as starts_on,
        greatest(max(d.at), max(least(d.until, d.at + interval '3 days')) - interval '1 second')::date as ends_on,
        count(*) as n, count(distinct d.tenant_id) as communities, avg(d.score) as mean,
        (jsonb_agg(jsonb_build_object('tenant_id', d.tenant_id, 'id', d.id) order by d.at, d.id)) as items
      from dated d where d.at < d.first + interval '5 days'
      group by lower(d.city), lower(d.country), d.part having count(*) between 2 and 12)
    select coalesce(jsonb_agg(jsonb_build_object('city', x.city, 'country', x.country, 'starts_on', x.starts_on, 'ends_on', x.ends_on,
      'items', x.items) order by x.worth desc, x.starts_on, x.city), '[]')
    from (select t.*, t.mean + 0.1 * least(t.n, 5) + 0.1 * least(t.communities, 3) as worth from trips t
          order by worth desc, t.starts_on, t.city limit 3) x);
end $$;
