import { expect, test } from "vitest";
import { listJourneys } from "@/lib/journeys/queries";
import { sql } from "../../support/stack.ts";
import { createPerson, dbOf, type Person } from "../people.ts";
import { createJourney } from "../recommendations/scene.ts";

const openTo = async (person: Person) =>
  (await listJourneys(dbOf(person), { filter: "open" })).items.map(({ title }) => title).sort();

test("something is offered to go into one's own journeys and into those that one helps to plan", async () => {
  const [owner, editor, voter] = [
    await createPerson("Owner"),
    await createPerson("Editor"),
    await createPerson("Voter"),
  ];
  const journey = await createJourney(owner, "Together");
  for (const [person, role] of [
    [editor, "editor"],
    [voter, "voter"],
  ] as const) {
    await createJourney(person, `Of the ${role}`);
    await sql("insert into public.journey_companions (journey_id, user_id, role) values ($1, $2, $3)", [
      journey,
      person.id,
      role,
    ]);
  }
  expect(await openTo(owner)).toEqual(["Together"]);
  expect(await openTo(editor)).toEqual(["Of the editor", "Together"]);
  expect(await openTo(voter)).toEqual(["Of the voter"]);
  await sql("update public.user_journeys set archived_at = now() where id = $1", [journey]);
  expect(await openTo(owner)).toEqual([]);
  expect(await openTo(editor)).toEqual(["Of the editor"]);
});
