import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { writeExport } from "@/lib/exports/write-export";
import { newJourneySchema } from "@/lib/journeys/inputs";
import { addActivities, createJourney, deleteJourney, takeInJourney } from "@/lib/journeys/mutations";
import { planTakeIn, type TakeIn } from "@/lib/take-in/plan";
import { readExportFile } from "@/lib/take-in/read-export";
import { poolFor, sql, stackEnv } from "../../support/stack.ts";
import { createCommunity, createPerson, dbOf, type Person } from "../people.ts";

const folder = await mkdtemp(path.join(tmpdir(), "take-in-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function exportOf({ id }: Person): Promise<TakeIn> {
  const client = await poolFor(stackEnv().DATABASE_URL).connect();
  const target = path.join(folder, `${id}.zip`);
  try {
    await client.query("begin read only");
    await writeExport(
      target,
      { userId: id, tenantId: null },
      {
        query: async <Row>(text: string, values?: unknown[]) =>
          (await client.query(text, values)).rows as Row[],
        readFile: async () => null,
        advance: async () => undefined,
        textOf: (name) => name,
        locale: "en",
      },
    );
  } finally {
    await client.query("rollback");
    client.release();
  }
  const plan = planTakeIn(await readExportFile(new Blob([await readFile(target)])));
  if (!plan.ok) throw new Error(plan.why);
  return plan.found;
}

const held = (journey: string) =>
  sql(
    `select title, place, starts_local::text, ends_local::text, time_zone, state, visible_to, memory
     from public.journey_activities where journey_id = $1 and removed_at is null order by position`,
    [journey],
  );

test("a journey of an export comes back as it was, once, and to somebody else as another", async () => {
  const ana = await createPerson("Ana");
  const isle = await createCommunity(ana);
  const [event] = await sql<{ id: string }>(
    `insert into public.events (tenant_id, organizer_id, title, starts_local, ends_local, time_zone, city)
     values ($1, $2, 'Open harbour day', '2027-03-03T18:00', '2027-03-03T20:00', 'Europe/Lisbon', 'Faro') returning id`,
    [isle.id, ana.id],
  );
  const db = dbOf(ana);
  const { id } = await createJourney(
    { db },
    { title: "Islands", time_zone: "Europe/Lisbon", activities: [] },
  );
  await addActivities(
    { db },
    {
      journey: id,
      activities: [
        {
          kind: "free",
          title: "Swim",
          starts_local: "2027-03-02T09:00",
          ends_local: "2027-03-02T10:00",
          time_zone: "Asia/Tokyo",
          state: "done",
          visible_to: "me",
          memory: "Cold, and good.",
        },
        { kind: "event", source_tenant_id: isle.id, source_id: event?.id },
      ],
    },
  );
  const { journeys, left } = await exportOf(ana);
  expect(left).toBe(0);
  const taken = newJourneySchema.parse(journeys[0]);
  expect(await takeInJourney({ db }, taken)).toEqual({ id });
  expect(await held(id)).toHaveLength(2);

  const ben = await createPerson("Ben");
  const theirs = await takeInJourney({ db: dbOf(ben) }, taken);
  expect(theirs.id).not.toBe(id);
  await deleteJourney({ db }, { id });
  expect(await takeInJourney({ db }, taken)).toEqual({ id });
  for (const journey of [id, theirs.id])
    expect(await held(journey)).toEqual([
      {
        title: "Swim",
        place: null,
        starts_local: "2027-03-02 09:00:00",
        ends_local: "2027-03-02 10:00:00",
        time_zone: "Asia/Tokyo",
        state: "done",
        visible_to: "me",
        memory: "Cold, and good.",
      },
      {
        title: "Open harbour day",
        place: "Faro",
        starts_local: "2027-03-03 18:00:00",
        ends_local: "2027-03-03 20:00:00",
        time_zone: "Europe/Lisbon",
        state: "planned",
        visible_to: "companions",
        memory: "",
      },
    ]);
});

test("a file that is no ZIP, or another one, has nothing of an export", async () => {
  for (const content of ["", "PK\u0003\u0004 broken", "%PDF-1.7"])
    expect(planTakeIn(await readExportFile(new Blob([content])))).toEqual({ ok: false, why: "no_export" });
});
