import { randomUUID } from "node:crypto";
import type pg from "pg";

/** How much is planned: as much as a long journey of a busy person has. */
export const ACTIVITIES = 200;
const DAYS = 14;
const EVENTS = 60;
const TOWNS = ["Lisbon", "Porto", "Faro", "Évora", "Coimbra"];
const FIRST = Date.UTC(2031, 4, 1);

const wall = (day: number, minutes: number) =>
  new Date(FIRST + day * 86_400_000 + minutes * 60_000).toISOString().slice(0, 16);

function spanOf(n: number) {
  const [day, slot] = [n % DAYS, Math.floor(n / DAYS)];
  const from = 480 + slot * 55;
  return { starts_local: wall(day, from), ends_local: wall(day, from + (n % 3 === 0 ? 75 : 45)) };
}

function ownActivity(n: number): object {
  const place = TOWNS[n % TOWNS.length];
  const words = { kind: "free", title: `Something to do, number ${n}, with a name of usual length`, place };
  // Some are ideas without an hour, some are done already.
  return n % 20 === 0
    ? { ...words, state: "idea" }
    : { ...words, ...spanOf(n), state: n % 15 === 0 ? "done" : "planned" };
}

const COMMUNITIES = `
  insert into public.tenants (slug, name, created_by, privacy)
  select 'planning-' || translate(n::text, '0135', 'abcd'), 'Community ' || n, $1, 'public' from generate_series(1, 3) n
  returning id`;

const EVENT_ROWS = `
  insert into public.events (tenant_id, organizer_id, title, starts_local, ends_local, time_zone, city)
  select e.tenant, $1, e.title, e.starts_local, e.ends_local, 'Europe/Lisbon', e.city
  from json_to_recordset($2::json) e(tenant uuid, title text, starts_local timestamp, ends_local timestamp, city text)
  returning 'event' as kind, tenant_id as source_tenant_id, id as source_id`;

/** Somebody with a journey of 200 activities, 60 of them events of three communities. Gives ids of both. */
export async function makeLongJourney(client: pg.Client): Promise<{ person: string; journey: string }> {
  const [person, journey] = [randomUUID(), randomUUID()];
  await client.query(
    `insert into auth.users (id, email, email_confirmed_at, raw_user_meta_data)
     values ($1, $2, now(), '{"display_name": "Planner"}')`,
    [person, `${person}@example.test`],
  );
  const { rows: tenants } = await client.query<{ id: string }>(COMMUNITIES, [person]);
  await client.query(
    `insert into public.tenant_users (tenant_id, user_id, role, display_name)
     select t.id, $1, 'owner', 'Planner' from unnest($2::uuid[]) t(id)`,
    [person, tenants.map(({ id }) => id)],
  );
  const drafts = Array.from({ length: EVENTS }, (_, n) => ({
    tenant: tenants[n % tenants.length]?.id,
    title: `An event of a community, number ${n}`,
    city: TOWNS[n % TOWNS.length],
    ...spanOf(ACTIVITIES - EVENTS + n),
  }));
  const { rows: events } = await client.query(EVENT_ROWS, [person, JSON.stringify(drafts)]);
  const own = Array.from({ length: ACTIVITIES - EVENTS }, (_, n) => ownActivity(n));
  const given = { id: journey, title: "A long journey", time_zone: "Europe/Lisbon" };
  await client.query("begin");
  await client.query("select set_config('request.jwt.claims', $1, true)", [
    JSON.stringify({ role: "authenticated", scope: "network", sub: person }),
  ]);
  await client.query("select public.create_journey($1, $2)", [
    JSON.stringify(given),
    JSON.stringify([...own, ...events]),
  ]);
  await client.query("commit");
  return { person, journey };
}
