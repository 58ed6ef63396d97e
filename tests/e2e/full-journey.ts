import { randomUUID } from "node:crypto";
import type pg from "pg";
import { personId } from "../../supabase/local/demo/people-rows.ts";
import { makeCommunity, makePeople, type Person, withDatabase } from "./world.ts";

/** Does what somebody does on the network's host. */
async function as(person: Person, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  await withDatabase(async (client) => {
    const claims = { role: "authenticated", scope: "network", sub: personId(person.key) };
    await client.query("begin");
    await client.query("select set_config('request.jwt.claims', $1, true)", [JSON.stringify(claims)]);
    await work(client);
    await client.query("commit");
  });
}

/** Begins a journey of somebody's, with these activities as the API takes them. Gives its id. */
export async function makeJourney(
  owner: Person,
  journey: { title: string; starts_on?: string; ends_on?: string },
  activities: readonly object[] = [],
): Promise<string> {
  const id = randomUUID();
  const given = { id, time_zone: "Europe/London", ...journey };
  await as(owner, (client) =>
    client.query("select public.create_journey($1, $2)", [JSON.stringify(given), JSON.stringify(activities)]),
  );
  return id;
}

async function announce(slug: string, by: Person, titles: readonly string[]): Promise<object[]> {
  const rows = titles.map((title) => ({ id: randomUUID(), title }));
  const { rows: sources } = await withDatabase((client) =>
    client.query(
      `insert into public.events (tenant_id, id, organizer_id, title, starts_local, ends_local, time_zone, city)
       select t.id, e.id, $2, e.title, '2031-03-29 18:00', '2031-03-29 20:00', 'Europe/London', 'Whitby'
       from public.tenants t, json_to_recordset($3::json) e(id uuid, title text) where t.slug = $1
       returning 'event' as kind, tenant_id as source_tenant_id, id as source_id`,
      [slug, personId(by.key), JSON.stringify(rows)],
    ),
  );
  return sources;
}

const LONG =
  "Everybody who can walk, row, sail, swim or ride comes together at the old lighthouse, where those who know the way show those who do not how one finds a harbour by night, with nothing but stars, bells, patience and good company";

const at = (day: string, from: string, until: string) => ({
  starts_local: `2031-03-${day}T${from}`,
  ends_local: `2031-03-${day}T${until}`,
});

const OWN = [
  { kind: "free", title: LONG, place: `The lighthouse of ${"Llanfairpwllgwyngyll".repeat(2)}`, note: LONG },
  { kind: "free", title: "Something for a wet day", state: "idea" },
  { kind: "free", title: "Breakfast", ...at("29", "09:00", "09:45"), latitude: 51.5, longitude: -0.12 },
  { kind: "free", title: LONG, ...at("29", "10:00", "11:00"), latitude: 38.72, longitude: -9.14 },
  { kind: "free", title: "Rehearsal", ...at("29", "10:30", "12:00"), time_zone: "Asia/Tokyo" },
  { kind: "free", title: "A walk at night", ...at("30", "22:00", "23:30"), visible_to: "me" },
  { kind: "free", title: "Festival", starts_local: "2031-03-30T00:00", ends_local: "2031-04-01T00:00" },
  { kind: "free", title: "Museum", ...at("30", "10:00", "12:00"), state: "skipped" },
  { kind: "place", title: "The tower", ...at("30", "14:00", "15:00"), state: "done", place: "Whitby" },
];

/** Changes what events say after somebody planned from them: another hour, called off, erased. */
async function change(sources: readonly { source_id?: string }[]): Promise<void> {
  const [, moved, off, gone] = sources.map(({ source_id }) => source_id);
  await withDatabase(async (client) => {
    await client.query(
      "update public.events set starts_local = '2031-03-29 21:00', ends_local = '2031-03-29 22:00' where id = $1",
      [moved],
    );
    await client.query("update public.events set cancelled_at = now() where id = $1", [off]);
    await client.query("delete from public.events where id = $1", [gone]);
  });
}

/** A journey with everything on it that one can hold, planned with a companion who votes and talks. Gives its id. */
export async function makeFullJourney(owner: Person): Promise<string> {
  const [companion] = await makePeople("Femi Adeyemi-Schwarzenberger");
  const isle = await makeCommunity({
    name: "The honourable society of those who row before breakfast",
    members: [{ person: owner, role: "owner" }, { person: companion }],
  });
  const titles = ["Lantern evening", "Moonlight regatta", "Fish supper", "Tide talk"];
  const sources = await announce(isle.slug, owner, titles);
  const own = OWN.map((row) => ({ id: randomUUID(), ...row }));
  const title = `Round the bay: ${LONG.slice(0, 150)}`;
  const journey = await makeJourney(owner, { title, starts_on: "2031-03-28", ends_on: "2031-03-31" }, [
    ...own,
    ...sources,
  ]);
  await change(sources);
  await withDatabase((client) =>
    client.query(
      "insert into public.journey_companions (journey_id, user_id, role) values ($1, $2, 'editor')",
      [journey, personId(companion.key)],
    ),
  );
  const [first, second] = own.map(({ id }) => id);
  for (const [person, vote] of [
    [owner, 1],
    [companion, -1],
  ] as const) {
    await as(person, async (client) => {
      await client.query("select public.vote_activity($1, $2, $3)", [journey, second, vote]);
      for (const activity of [null, first])
        await client.query("select public.comment_journey($1, $2, $3, $4)", [
          journey,
          randomUUID(),
          LONG,
          activity,
        ]);
    });
  }
  return journey;
}
