-- An order in which loud lists do not drown quiet ones. It is settled when something comes into a list, so that reading
-- by it costs what reading by time costs, and nothing that comes later moves what is there.

alter table public.feed_items
  -- The place among what came into the list on that day (UTC), from 1.
  add column day_rank integer,
  -- The moment by which the balanced order goes.
  add column balanced_at timestamptz;

-- The first three of a day stand where they were written, each three more as if they were a day older, at most thirty.
create function private.balanced_moment(p_at timestamptz, p_rank integer) returns timestamptz
language sql stable parallel safe set search_path = '' as $$
  select p_at - least((p_rank - 1) / 3, 30) * interval '24 hours'
$$;

create function private.feed_items_balance() returns trigger
language plpgsql security definer set search_path = '' set enable_seqscan = off as $$
declare
  before record;
begin
  select f.sort_at, f.day_rank into before from public.feed_items f
  where f.tenant_id = new.tenant_id and f.stream_id = new.stream_id and (f.sort_at, f.post_id) < (new.sort_at, new.post_id)
  order by f.sort_at desc, f.post_id desc limit 1;
  new.day_rank := case when before.sort_at >= date_trunc('day', new.sort_at, 'UTC') then before.day_rank + 1 else 1 end;
  new.balanced_at := private.balanced_moment(new.sort_at, new.day_rank);
  return new;
end $$;
create trigger feed_items_insert_balances before insert on public.feed_items
  for each row execute function private.feed_items_balance();

update public.feed_items f
set day_rank = r.rank, balanced_at = private.balanced_moment(f.sort_at, r.rank)
from (select x.tenant_id, x.stream_id, x.post_id,
        (row_number() over (partition by x.tenant_id, x.stream_id, date_trunc('day', x.sort_at, 'UTC')
          order by x.sort_at, x.post_id))::integer as rank
      from public.feed_items x) r
where f.tenant_id = r.tenant_id and f.stream_id = r.stream_id and f.post_id = r.post_id;
alter table public.feed_items alter column day_rank set not null, alter column balanced_at set not null;
create index feed_items_balanced_idx on public.feed_items (tenant_id, stream_id, balanced_at desc, post_id desc)
  include (source_tenant_id, sort_at);
