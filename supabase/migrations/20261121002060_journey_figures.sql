-- What becomes of plans, per day over the whole network, from what the log says of journeys. It knows nobody and no place.

-- Days are those of UTC. What is taken back counts against the day on which it is: sums over days say what there is.
create table private.journey_figures (
  day date primary key,
  -- Journeys that are no templates.
  begun integer not null default 0,
  -- Activities that are more than an idea; those that were done or left out since are among them.
  planned integer not null default 0,
  done integer not null default 0,
  skipped integer not null default 0,
  -- Journeys of which something was done, and nothing is left to do.
  completed integer not null default 0
);

-- Where each journey stands at the place up to which the log was read, so that the next batch knows what it completes.
create table private.journey_progress (
  journey_id uuid primary key,
  -- 1 where the journey began and is no template.
  counts integer not null,
  planned integer not null,
  done integer not null,
  skipped integer not null
);

-- From the beginning of the log, where there were no journeys yet.
insert into private.event_consumers (name, epoch, txid, seq) values ('journeys', 1, '0', 0);

do $$
declare t text;
begin
  foreach t in array array['private.journey_figures', 'private.journey_progress'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('revoke all on %s from public, anon, authenticated, service_role', t);
  end loop;
end $$;

-- Reads the log on and counts what became of plans. To build anew: empty both tables and set the place back to the beginning.
-- Sums follow from the events alone, wherever a batch begins. Returns how many events it read.
-- p_below: reads events of transactions below this one (by default, of those that no open one can precede).
create function private.project_journeys(p_limit integer default 5000, p_below xid8 default null) returns integer
language plpgsql volatile security definer
set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  below xid8 := coalesce(p_below, pg_snapshot_xmin(pg_current_snapshot()));
  place record;
  done record;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('private.project_journeys', 0)) then return 0; end if;
  select c.epoch, c.txid, c.seq into place from private.event_consumers c where c.name = 'journeys' for update;
  with batch as materialized (
    select e.tenant_id, e.epoch, e.txid, e.seq, e.stream_type, e.stream_id, e.type, e.data, e.occurred_at
    from public.domain_events e
    where (e.epoch, e.txid, e.seq) > (place.epoch, place.txid, place.seq) and e.txid < below
    order by e.epoch, e.txid, e.seq limit p_limit),
  told as (
    select b.epoch, b.txid, b.seq, b.stream_type, b.type, (b.occurred_at at time zone 'UTC')::date as day,
      coalesce(b.data -> 'new' ->> 'journey_id', b.data -> 'old' ->> 'journey_id', b.stream_id::text)::uuid as journey_id,
      -- What was taken out stands in the journey neither before it is put back nor before it is removed for good.
      case
        when b.type in ('journey_activity.created', 'journey_activity.restored') then null
        when b.type = 'journey_activity.deleted' and (
          select x.type from public.domain_events x
          where x.tenant_id = b.tenant_id and x.stream_type = b.stream_type and x.stream_id = b.stream_id and x.seq < b.seq
          order by x.seq desc limit 1) = 'journey_activity.removed' then null
        else b.data -> 'old' end as was,
      case when b.type <> 'journey_activity.removed' then b.data -> 'new' end as becomes
    from batch b
    where b.tenant_id = '00000000-0000-0000-0000-000000000000' and b.stream_type in ('journey', 'journey_activity')),
  stands as (
    select t.*, (t.type = 'journey.deleted')::integer as ends, coalesce(t.was ->> 'state', 'idea') as state_was,
      coalesce(t.becomes ->> 'state', 'idea') as state,
      -- A journey that ended was one all the same.
      case when t.stream_type = 'journey' and t.type <> 'journey.deleted' then
        coalesce((not (t.becomes ->> 'is_template')::boolean)::integer, 0)
        - coalesce((not (t.was ->> 'is_template')::boolean)::integer, 0) else 0 end as counts
    from told t),
  changes as (
    select s.epoch, s.txid, s.seq, s.day, s.journey_id, s.ends, s.counts,
      (s.state <> 'idea')::integer - (s.state_was <> 'idea')::integer as planned,
      (s.state = 'done')::integer - (s.state_was = 'done')::integer as done,
      (s.state = 'skipped')::integer - (s.state_was = 'skipped')::integer as skipped,
      sum(s.ends) over (partition by s.journey_id order by s.epoch, s.txid, s.seq) - s.ends as part
    from stands s),
  running as materialized (
    select c.epoch, c.txid, c.seq, c.day, c.journey_id, c.ends, c.part, c.counts as begun,
      coalesce(p.counts, 0) as counts_was, coalesce(p.planned, 0) as planned_was, coalesce(p.done, 0) as done_was,
      coalesce(p.skipped, 0) as skipped_was,
      coalesce(p.counts, 0) + sum(c.counts) over own as counts, coalesce(p.planned, 0) + sum(c.planned) over own as planned,
      coalesce(p.done, 0) + sum(c.done) over own as done, coalesce(p.skipped, 0) + sum(c.skipped) over own as skipped
    from changes c
    left join private.journey_progress p on p.journey_id = c.journey_id and c.part = 0
    window own as (partition by c.journey_id, c.part order by c.epoch, c.txid, c.seq)),
  -- What the journey adds to the figures before and after each event; a template adds nothing.
  adds as (
    select r.*,
      case when r.counts > 0 then r.planned else 0 end as planned_now,
      case when r.counts > 0 then r.done else 0 end as done_now,
      case when r.counts > 0 then r.skipped else 0 end as skipped_now,
      (r.counts > 0 and r.done > 0 and r.planned = r.done + r.skipped)::integer as completed_now,
      case when r.counts_was > 0 then r.planned_was else 0 end as planned_first,
      case when r.counts_was > 0 then r.done_was else 0 end as done_first,
      case when r.counts_was > 0 then r.skipped_was else 0 end as skipped_first,
      (r.counts_was > 0 and r.done_was > 0 and r.planned_was = r.done_was + r.skipped_was)::integer as completed_first
    from running r),
  steps as (
    select a.day, a.begun,
      a.planned_now - lag(a.planned_now, 1, a.planned_first) over own as planned,
      a.done_now - lag(a.done_now, 1, a.done_first) over own as done,
      a.skipped_now - lag(a.skipped_now, 1, a.skipped_first) over own as skipped,
      a.completed_now - lag(a.completed_now, 1, a.completed_first) over own as completed
    from adds a window own as (partition by a.journey_id, a.part order by a.epoch, a.txid, a.seq)),
  counted as (
    insert into private.journey_figures as f (day, begun, planned, done, skipped, completed)
    select s.day, sum(s.begun), sum(s.planned), sum(s.done), sum(s.skipped), sum(s.completed) from steps s
    group by s.day order by s.day
    on conflict (day) do update set begun = f.begun + excluded.begun, planned = f.planned + excluded.planned,
      done = f.done + excluded.done, skipped = f.skipped + excluded.skipped, completed = f.completed + excluded.completed),
  last as materialized (
    select distinct on (r.journey_id) r.* from running r order by r.journey_id, r.epoch desc, r.txid desc, r.seq desc),
  gone as (delete from private.journey_progress p using last l where p.journey_id = l.journey_id and l.ends = 1),
  kept as (
    insert into private.journey_progress as p (journey_id, counts, planned, done, skipped)
    select l.journey_id, l.counts, l.planned, l.done, l.skipped from last l where l.ends = 0 order by l.journey_id
    on conflict (journey_id) do update set counts = excluded.counts, planned = excluded.planned, done = excluded.done,
      skipped = excluded.skipped)
  select (select count(*)::integer from batch) as events, l.epoch, l.txid, l.seq into done
  from (values (1)) one left join (select b.epoch, b.txid, b.seq from batch b order by b.epoch desc, b.txid desc, b.seq desc limit 1) l
    on true;
  if done.events = 0 then return 0; end if;
  update private.event_consumers c set epoch = done.epoch, txid = done.txid, seq = done.seq, updated_at = now()
  where c.name = 'journeys';
  return done.events;
end $$;
