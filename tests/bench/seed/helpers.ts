import type pg from "pg";
import { bodies } from "./words.ts";

/** The newest moment in the data: fixed, so that every run seeds the same rows. */
export const baseTime = "2026-11-01 00:00:00+00";

const schema = `
drop schema if exists bench cascade;
create schema bench;
-- A number in [0, 1) for row n: the same in every run.
create function bench.u(p_seed bigint, p_n bigint) returns float8 language sql immutable parallel safe as $$
  select (hashint8extended(p_n, p_seed) & 9007199254740991)::float8 / 9007199254740992 $$;
-- A time-ordered UUID for row n, shaped as private.uuid_v7 makes them.
create function bench.id(p_kind text, p_n bigint, p_at timestamptz) returns uuid language sql stable parallel safe as $$
  select overlay(overlay(md5(p_kind || p_n) placing
      lpad(to_hex((extract(epoch from p_at) * 1000)::bigint), 12, '0') || '7' from 1 for 13) placing '8' from 17 for 1)::uuid $$;
create unlogged table bench.bodies (no integer primary key, body text not null);
create unlogged table bench.communities (
  no integer primary key, id uuid not null, share float8 not null, reach float8 not null,
  members integer not null default 0, groups integer not null default 0, first_post bigint, posts bigint not null default 0);
create unlogged table bench.people (no integer primary key, id uuid not null, memberships integer not null);
create unlogged table bench.members (
  community integer, no integer, person integer not null, tenant_id uuid not null, user_id uuid not null,
  primary key (community, no));
create unlogged table bench.posts (
  no bigint, community integer not null, tenant_id uuid not null, id uuid not null, author_id uuid not null,
  created_at timestamptz not null, likes integer not null, comments integer not null, waiting integer not null default 0,
  deleted boolean not null);
`;

const bodyCount = 4_000;

/** Makes the schema `bench`: helper functions and the numbered lists that the seed draws from. */
export async function createHelpers(client: pg.Client): Promise<void> {
  await client.query(schema);
  await client.query(
    "insert into bench.bodies select n, body from unnest($1::text[]) with ordinality t(body, n)",
    [bodies(bodyCount)],
  );
}
