import { expect, test } from "vitest";
import { as } from "./engine/acts.ts";
import { harbour, meadow } from "./engine/cast.ts";
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
