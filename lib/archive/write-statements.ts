import type { ArchiveFile } from "./format";

/**
 * How rows of a file are written. Every statement takes the community's id as $1 and rows as a JSON array as $2;
 * people are named by their ids in the database. `known` answers the archive's ids that are there already, with
 * `key`, the row's id. `update` compares and answers `changed` and `kept`: rows that differ from the archive and
 * stay, since they belong to a person by now or were removed here.
 *
 * New rows are inserted without looking for old ones: until the transaction ends, the planner knows nothing about a
 * new community, and any join by its id may read all of it for every row.
 */
export type WriteStatements = { known: string; insert: string; update: string };

const tally = `
  select (select count(*)::integer from changed) as changed,
         (select count(*)::integer from known where differs and not ours) as kept`;

const memberRows =
  "json_to_recordset($2::json) as i(key uuid, id text, display_name text, role text, joined_at timestamptz)";

const members: WriteStatements = {
  known:
    "select archive_ref as id, user_id as key from public.tenant_users where tenant_id = $1 and archive_ref is not null",
  insert: `
with people as (
  insert into public.profiles (id, display_name, is_placeholder)
  select i.key, i.display_name, true from ${memberRows}
)
insert into public.tenant_users (tenant_id, user_id, role, display_name, archive_ref, joined_at)
select $1, i.key, i.role, i.display_name, i.id, i.joined_at from ${memberRows}`,
  update: `
with known as (
  select i.*, p.is_placeholder as ours,
         (m.display_name, m.role, m.joined_at) is distinct from (i.display_name, i.role, i.joined_at) as differs
  from ${memberRows}
  join public.tenant_users m on m.tenant_id = $1 and m.user_id = i.key
  join public.profiles p on p.id = i.key
), changed_people as (
  update public.profiles p set display_name = k.display_name
  from known k
  where p.id = k.key and k.differs and k.ours and p.display_name <> k.display_name
), changed as (
  update public.tenant_users m set display_name = k.display_name, role = k.role, joined_at = k.joined_at
  from known k
  where m.tenant_id = $1 and m.user_id = k.key and k.differs and k.ours
  returning 1
)${tally}`,
};

const postRows = `json_to_recordset($2::json) as i(
  key uuid, id text, author_id uuid, title text, body text, visibility text, created_at timestamptz, tags text[],
  kind text)`;

const posts: WriteStatements = {
  known:
    "select archive_ref as id, id as key from public.posts where tenant_id = $1 and archive_ref is not null",
  insert: `
insert into public.posts (tenant_id, author_id, title, body, visibility, created_at, tags, kind, archive_ref)
select $1, i.author_id, i.title, i.body, i.visibility, i.created_at, i.tags, i.kind, i.id from ${postRows}`,
  update: `
with known as (
  select i.*, author.is_placeholder and p.deleted_at is null as ours,
         (p.title, p.body, p.visibility, p.created_at, p.tags, p.kind, p.author_id)
           is distinct from (i.title, i.body, i.visibility, i.created_at, i.tags, i.kind, i.author_id) as differs
  from ${postRows}
  join public.posts p on p.tenant_id = $1 and p.id = i.key
  join public.profiles author on author.id = p.author_id
), changed as (
  update public.posts p set title = k.title, body = k.body, visibility = k.visibility, group_id = null,
    created_at = k.created_at, tags = k.tags, kind = k.kind, author_id = k.author_id
  from known k
  where p.tenant_id = $1 and p.id = k.key and k.differs and k.ours
  returning 1
)${tally}`,
};

const eventRows = `json_to_recordset($2::json) as i(
  key uuid, id text, organizer_id uuid, title text, description text, visibility text, all_day boolean,
  starts_local timestamp, ends_local timestamp, time_zone text, online boolean, url text, venue text, city text,
  country text, locale text, call_for_proposals_until date)`;

const eventColumns = [
  "organizer_id",
  "title",
  "description",
  "visibility",
  "all_day",
  "starts_local",
  "ends_local",
  "time_zone",
  "online",
  "url",
  "venue",
  "city",
  "country",
  "locale",
  "call_for_proposals_until",
];

function eventColumnsOf(alias: string): string {
  return eventColumns.map((column) => `${alias}.${column}`).join(", ");
}

const events: WriteStatements = {
  known:
    "select archive_ref as id, id as key from public.events where tenant_id = $1 and archive_ref is not null",
  insert: `
insert into public.events (tenant_id, archive_ref, ${eventColumns.join(", ")})
select $1, i.id, ${eventColumnsOf("i")} from ${eventRows}`,
  update: `
with known as (
  select i.*, organizer.is_placeholder as ours,
         (${eventColumnsOf("e")}) is distinct from (${eventColumnsOf("i")}) as differs
  from ${eventRows}
  join public.events e on e.tenant_id = $1 and e.id = i.key
  join public.profiles organizer on organizer.id = e.organizer_id
), changed as (
  update public.events e set (${eventColumns.join(", ")}) = (${eventColumnsOf("k")})
  from known k
  where e.tenant_id = $1 and e.id = k.key and k.differs and k.ours
  returning 1
)${tally}`,
};

export const writeStatements: Record<ArchiveFile, WriteStatements> = {
  "members.jsonl": members,
  "posts.jsonl": posts,
  "events.jsonl": events,
};
