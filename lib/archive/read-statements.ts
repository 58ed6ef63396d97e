/**
 * What an export reads. Every statement takes the community's id as $1 and answers rows in the order of the file: by
 * time, then by id, shorter ids first. Rows without an id from an archive get the next free number.
 */

/** A moment in UTC to the microsecond, without zeros at its end. */
function instant(column: string): string {
  return `rtrim(rtrim(to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '0'), '.') || 'Z'`;
}

/** `HH:MM`, with seconds and decimals only where there are some. */
function clock(column: string): string {
  return `case when extract(microseconds from ${column}) = 0 then to_char(${column}, 'HH24:MI')
          else rtrim(rtrim(to_char(${column}, 'HH24:MI:SS.US'), '0'), '.') end`;
}

function day(column: string): string {
  return `to_char(${column}, 'YYYY-MM-DD')`;
}

/** A text as an archive has it: accounts are of this network only, so who is mentioned stays as a name. */
function portable(column: string): string {
  return String.raw`regexp_replace(${column}, '@\[((?:\\.|[^]\\[\n])+)\]\(member:[0-9a-f-]{36}\)', '@\1', 'g')`;
}

/** Ids as in the archive, else `letter` and the next number in the order of `order`. */
function idOf(letter: "m" | "p" | "e", table: string, order: string): string {
  return `coalesce(archive_ref, '${letter}' || (
    (select coalesce(max(substr(n.archive_ref, 2)::bigint), 0) from public.${table} n
     where n.tenant_id = $1 and n.archive_ref ~ '^${letter}[0-9]{1,15}$')
    + row_number() over (partition by archive_ref is null order by ${order})))`;
}

const exportedPosts = "p.tenant_id = $1 and p.deleted_at is null and p.visibility in ('public', 'members')";
const exportedEvents = "e.tenant_id = $1 and e.cancelled_at is null";

/** Who is a member, and whoever wrote or organised something that is exported. */
const members = `members as materialized (
  select m.user_id, m.display_name, m.joined_at, case when m.status = 'active' then m.role else 'member' end as role,
         ${idOf("m", "tenant_users", "m.joined_at, m.user_id")} as id
  from public.tenant_users m
  where m.tenant_id = $1 and (m.status = 'active'
    or exists (select 1 from public.posts p where ${exportedPosts} and p.author_id = m.user_id)
    or exists (select 1 from public.events e where ${exportedEvents} and e.organizer_id = m.user_id))
)`;

export const readCommunity = `
  select t.id, t.slug, t.name, t.description, t.locale, t.time_zone, t.privacy, t.join_policy
  from public.tenants t where t.slug = $1`;

export const readMembers = `with ${members}
  select m.id, m.display_name, m.role, ${instant("m.joined_at")} as joined_at
  from members m order by m.joined_at, length(m.id), m.id collate "C"`;

export const readPosts = `with ${members}, posts as (
    select ${idOf("p", "posts", "p.created_at, p.id")} as archive_id, p.* from public.posts p where ${exportedPosts}
  )
  select p.archive_id as id, m.id as author_id, p.title, ${portable("p.body")} as body, p.visibility, p.tags, p.kind,
         ${instant("p.created_at")} as created_at
  from posts p join members m on m.user_id = p.author_id
  order by p.created_at, length(p.archive_id), p.archive_id collate "C"`;

export const readEvents = `with ${members}, events as (
    select ${idOf("e", "events", "e.starts_local, e.id")} as archive_id, e.* from public.events e where ${exportedEvents}
  )
  select e.archive_id as id, m.id as organizer_id, e.title, e.description, e.visibility, e.all_day,
         ${day("e.starts_local")} as starts_on,
         ${day("case when e.all_day then e.ends_local - interval '1 day' else e.ends_local end")} as ends_on,
         ${clock("e.starts_local")} as starts_time, ${clock("e.ends_local")} as ends_time,
         e.time_zone, e.online, e.url, e.venue, e.city, e.country, e.locale,
         ${day("e.call_for_proposals_until")} as call_for_proposals_until
  from events e join members m on m.user_id = e.organizer_id
  order by e.starts_local, length(e.archive_id), e.archive_id collate "C"`;
