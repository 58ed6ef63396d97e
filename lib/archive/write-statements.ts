/**
 * One statement per batch: $1 the community's id, $2 the rows as a JSON array. Each answers `added`, `changed` and
 * `kept`: rows that differ from the archive and stay, since they belong to a person by now or were removed here.
 */
const tally = `
  select (select count(*)::integer from added) as added,
         (select count(*)::integer from changed) as changed,
         (select count(*)::integer from known where differs and not ours) as kept`;

export const writeMembers = `
with incoming as (
  select i.* from json_to_recordset($2::json) as i(id text, display_name text, role text, joined_at timestamptz)
), known as (
  select i.*, m.user_id, p.is_placeholder as ours,
         (m.display_name, m.role, m.joined_at) is distinct from (i.display_name, i.role, i.joined_at) as differs
  from incoming i
  join public.tenant_users m on m.tenant_id = $1 and m.archive_ref = i.id
  join public.profiles p on p.id = m.user_id
), fresh as materialized (
  select i.*, private.uuid_v7() as user_id from incoming i where not exists (select 1 from known k where k.id = i.id)
), added_people as (
  insert into public.profiles (id, display_name, is_placeholder)
  select f.user_id, f.display_name, true from fresh f
), added as (
  insert into public.tenant_users (tenant_id, user_id, role, display_name, archive_ref, joined_at)
  select $1, f.user_id, f.role, f.display_name, f.id, f.joined_at from fresh f
  returning 1
), changed_people as (
  update public.profiles p set display_name = k.display_name
  from known k
  where p.id = k.user_id and k.differs and k.ours and p.display_name <> k.display_name
), changed as (
  update public.tenant_users m set display_name = k.display_name, role = k.role, joined_at = k.joined_at
  from known k
  where m.tenant_id = $1 and m.user_id = k.user_id and k.differs and k.ours
  returning 1
)${tally}`;

export const writePosts = `
with incoming as (
  select i.id, i.title, i.body, i.visibility, i.created_at, coalesce(i.tags, '{}') as tags, m.user_id as author_id
  from json_to_recordset($2::json) as i(
    id text, author_id text, title text, body text, visibility text, created_at timestamptz, tags text[])
  join public.tenant_users m on m.tenant_id = $1 and m.archive_ref = i.author_id
), known as (
  select i.*, p.id as post_id, author.is_placeholder and p.deleted_at is null as ours,
         (p.title, p.body, p.visibility, p.created_at, p.tags, p.author_id)
           is distinct from (i.title, i.body, i.visibility, i.created_at, i.tags, i.author_id) as differs
  from incoming i
  join public.posts p on p.tenant_id = $1 and p.archive_ref = i.id
  join public.profiles author on author.id = p.author_id
), added as (
  insert into public.posts (tenant_id, author_id, title, body, visibility, created_at, tags, archive_ref)
  select $1, i.author_id, i.title, i.body, i.visibility, i.created_at, i.tags, i.id
  from incoming i where not exists (select 1 from known k where k.id = i.id)
  returning 1
), changed as (
  update public.posts p set title = k.title, body = k.body, visibility = k.visibility, group_id = null,
    created_at = k.created_at, tags = k.tags, author_id = k.author_id
  from known k
  where p.tenant_id = $1 and p.id = k.post_id and k.differs and k.ours
  returning 1
)${tally}`;

export const writeEvents = `
with incoming as (
  select i.*, m.user_id
  from json_to_recordset($2::json) as i(
    id text, organizer_id text, title text, description text, visibility text, all_day boolean,
    starts_local timestamp, ends_local timestamp, time_zone text, online boolean, url text, venue text, city text,
    country text, locale text, call_for_proposals_until date)
  join public.tenant_users m on m.tenant_id = $1 and m.archive_ref = i.organizer_id
), known as (
  select i.*, e.id as event_id, organizer.is_placeholder as ours,
         (e.organizer_id, e.title, e.description, e.visibility, e.all_day, e.starts_local, e.ends_local, e.time_zone,
          e.online, e.url, e.venue, e.city, e.country, e.locale, e.call_for_proposals_until)
           is distinct from
         (i.user_id, i.title, i.description, i.visibility, i.all_day, i.starts_local, i.ends_local, i.time_zone,
          i.online, i.url, i.venue, i.city, i.country, i.locale, i.call_for_proposals_until) as differs
  from incoming i
  join public.events e on e.tenant_id = $1 and e.archive_ref = i.id
  join public.profiles organizer on organizer.id = e.organizer_id
), added as (
  insert into public.events (tenant_id, organizer_id, title, description, visibility, all_day, starts_local, ends_local,
    time_zone, online, url, venue, city, country, locale, call_for_proposals_until, archive_ref)
  select $1, i.user_id, i.title, i.description, i.visibility, i.all_day, i.starts_local, i.ends_local,
    i.time_zone, i.online, i.url, i.venue, i.city, i.country, i.locale, i.call_for_proposals_until, i.id
  from incoming i where not exists (select 1 from known k where k.id = i.id)
  returning 1
), changed as (
  update public.events e set organizer_id = k.user_id, title = k.title, description = k.description,
    visibility = k.visibility, all_day = k.all_day, starts_local = k.starts_local, ends_local = k.ends_local,
    time_zone = k.time_zone, online = k.online, url = k.url, venue = k.venue, city = k.city, country = k.country,
    locale = k.locale, call_for_proposals_until = k.call_for_proposals_until
  from known k
  where e.tenant_id = $1 and e.id = k.event_id and k.differs and k.ours
  returning 1
)${tally}`;
