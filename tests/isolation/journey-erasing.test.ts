import { expect, test } from "vitest";
import { journeyEventSchemas } from "@/lib/journeys/event-schemas";
import { journeyPageSchema } from "@/lib/journeys/schemas";
import { as } from "./engine/acts.ts";
import { harbour, idOf, meadow } from "./engine/cast.ts";
import { type Db, rowsOf } from "./engine/db.ts";
import { ask, expire, one, signIn, traces, work } from "./engine/deletion.ts";
import { planted } from "./engine/harness.ts";
import { call, friend, owner, plan } from "./engine/journeys.ts";
import type { Mode } from "./engine/leaving.ts";

const activities = (db: Db) =>
  rowsOf(
    db,
    `select kind, source_tenant_id as community, source_id as source, kept_title as kept, title, note
     from public.journey_activities where journey_id = $1 order by position`,
    [plan],
  );

/** The friend’s plan, with a member of the harbour in it twice. */
async function planWith(db: Db, person: string): Promise<string> {
  await call(
    db,
    friend,
    `public.create_journey('{"id": "${plan}", "title": "Two ports", "time_zone": "UTC"}', '${JSON.stringify([
      { kind: "person", source_tenant_id: harbour.id, source_id: person, note: "bring the map" },
      { kind: "person", source_tenant_id: harbour.id, source_id: person, title: "Tea" },
    ])}')`,
  );
  const name = (
    await one<{ name: string }>(
      db,
      "select display_name as name from public.tenant_users where tenant_id = $1 and user_id = $2",
      [harbour.id, person],
    )
  )?.name;
  expect(await activities(db)).toMatchObject([
    { kind: "person", source: person, kept: name, title: null },
    { kind: "person", source: person, kept: name, title: "Tea" },
  ]);
  return name ?? "";
}

const free = { kind: "free", community: null, source: null, kept: null };
const without = [
  { ...free, title: "Former member", note: "bring the map" },
  { ...free, title: "Tea", note: "" },
];

test.each<Mode>(["anonymise", "remove"])(
  "a plan made from somebody who leaves (%s) stays, and names nobody",
  async (mode) => {
    await planted(async (db) => {
      await planWith(db, owner);
      await call(db, owner, `public.leave_community('${harbour.id}', '${mode}')`);
      await db.query("select private.erase_next()");
      expect(await activities(db)).toEqual(without);
      const page = await call<{ activities: unknown[] }>(db, friend, `public.journey_page('${plan}')`);
      expect(page.activities).toMatchObject([{ source: null }, { source: null }]);
    });
  },
);

test("who leaves and keeps their name stays in the plans of others", async () => {
  await planted(async (db) => {
    const name = await planWith(db, owner);
    await call(db, owner, `public.leave_community('${harbour.id}', 'keep')`);
    expect(await activities(db)).toMatchObject([{ source: owner, kept: name }, { source: owner }]);
  });
});

test("a plan made from somebody whose account goes names nobody, whatever they chose for the community", async () => {
  await planted(async (db) => {
    const { id, token } = await signIn(db, "dual");
    await planWith(db, id);
    // Planned from a membership of which nothing is left.
    await db.query(
      `insert into public.journey_activities
         (journey_id, kind, source_tenant_id, source_id, kept_title, title, time_zone, added_by, position)
       values ($1, 'person', gen_random_uuid(), $2, 'an old name', 'Coffee', 'UTC', $3, 9)`,
      [plan, id, friend],
    );
    await as(db, token, ask({ [harbour.id]: "keep", [meadow.id]: "remove" }));
    await expire(db);
    await work(db);
    expect(await activities(db)).toEqual([...without, { ...free, title: "Coffee", note: "" }]);
    expect(await traces(db, id)).toEqual([]);
  });
});

test("of an event that somebody takes away when they leave, plans keep the time and words of their own alone", async () => {
  await planted(async (db) => {
    const at = idOf("event", harbour, "fair");
    await db.query("update public.events set organizer_id = $1, city = 'Faro' where id = $2", [owner, at]);
    const source = { kind: "event", source_tenant_id: harbour.id, source_id: at };
    const rows = [source, { ...source, title: "Fair day", note: "early" }];
    await call(
      db,
      friend,
      `public.create_journey('{"id": "${plan}", "title": "Two ports", "time_zone": "UTC"}', '${JSON.stringify(rows)}')`,
    );
    const seen = async () => {
      const page = await call(db, friend, `public.journey_page('${plan}')`);
      return journeyPageSchema.parse(page).activities.sort((a, b) => a.position - b.position);
    };
    const there = { title: "fair", place: "Faro", source_state: "there" };
    expect(await seen()).toMatchObject([there, { ...there, title: "Fair day" }]);
    await db.query("update public.events set cancelled_at = now() where id = $1", [at]);
    await db.query("update public.tenant_users set status = 'removed' where user_id = $1", [friend]);
    const left = { title: "fair", place: "Faro", source_state: "left" };
    expect(await seen()).toMatchObject([left, { ...left, title: "Fair day", note: "early" }]);
    await call(db, owner, `public.leave_community('${harbour.id}', 'remove')`);
    await db.query("select private.erase_next()");
    const gone = { place: null, starts_local: "2030-05-01T18:00", ends_local: "2030-05-01T20:00" };
    expect(await seen()).toMatchObject([
      { ...gone, title: null, source_state: "gone" },
      { ...gone, title: "Fair day", note: "early", source_state: "left" },
    ]);
    await db.query("update public.tenant_users set status = 'active' where user_id = $1", [friend]);
    expect((await seen()).map((row) => row.source_state)).toEqual(["gone", "gone"]);
    const text = JSON.stringify(
      await rowsOf(db, "select * from public.journey_activities where journey_id = $1", [plan]),
    );
    expect(text).not.toMatch(/"fair"|Faro/);
  });
});

test("of a post that somebody takes away when they leave, plans keep nothing but words of their own", async () => {
  await planted(async (db) => {
    const [post] = await rowsOf<{ id: string }>(
      db,
      `insert into public.posts (tenant_id, author_id, visibility, title, body)
       values ($1, $2, 'members', 'where to swim', 'at the pier') returning id`,
      [harbour.id, owner],
    );
    const rows = [{ kind: "post", source_tenant_id: harbour.id, source_id: post?.id, note: "bring towels" }];
    await call(
      db,
      friend,
      `public.create_journey('{"id": "${plan}", "title": "Two ports", "time_zone": "UTC"}', '${JSON.stringify(rows)}')`,
    );
    expect(await activities(db)).toMatchObject([{ kept: "where to swim" }]);
    await call(db, owner, `public.leave_community('${harbour.id}', 'remove')`);
    await db.query("select private.erase_next()");
    expect(await activities(db)).toMatchObject([
      { kind: "post", kept: null, title: null, note: "bring towels" },
    ]);
  });
});

test("the log tells that something was planned from a person, and not from whom", async () => {
  await planted(async (db) => {
    await planWith(db, owner);
    await db.query("update public.journey_activities set state = 'done' where journey_id = $1", [plan]);
    await db.query("delete from public.journey_activities where journey_id = $1", [plan]);
    const rows = await rowsOf<{ type: string; data: { old: unknown; new: unknown } }>(
      db,
      `select type, data from public.domain_events
       where stream_type = 'journey_activity' and data::text like '%${plan}%' order by seq`,
    );
    expect(new Set(rows.map(({ type }) => type.split(".")[1]))).toEqual(
      new Set(["created", "updated", "deleted"]),
    );
    for (const { type, data } of rows) {
      expect(data.new ?? data.old).toMatchObject({ kind: "person", source_tenant_id: harbour.id });
      journeyEventSchemas[type as keyof typeof journeyEventSchemas].parse(data);
    }
    expect(JSON.stringify(rows)).not.toContain(owner);
  });
});
