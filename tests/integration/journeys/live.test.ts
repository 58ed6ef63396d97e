import { expect, test } from "vitest";
import { sql } from "../../support/stack.ts";
import { createPerson, dbOf } from "../people.ts";
import { createJourney } from "../recommendations/scene.ts";

interface Message {
  topic: string;
  payload: Record<string, unknown>;
}

test("whoever changes an activity hears what was saved; a companion hears only that the journey changed", async () => {
  const [owner, companion] = [await createPerson("Owner"), await createPerson("Companion")];
  const journey = await createJourney(owner, "A week", {}, [{ kind: "free", title: "Regatta" }]);
  await sql("insert into public.journey_companions (journey_id, user_id, role) values ($1, $2, 'voter')", [
    journey,
    companion.id,
  ]);
  const [activity] = await sql<{ id: string; version: number }>(
    "select id, version from public.journey_activities where journey_id = $1",
    [journey],
  );
  if (!activity) throw new Error("no activity");
  const { data, error } = await dbOf(owner).rpc("change_activity", {
    p_journey: journey,
    p_activity: activity.id,
    p_version: activity.version,
    p_changes: { state: "done" },
  });
  expect(error).toBeNull();
  const { version } = (data as { activity: { version: number } }).activity;
  expect(version).toBe(activity.version + 1);
  const told = await sql<Message>(
    `select topic, payload - 'id' as payload from realtime.messages
     where event = 'journey' and payload ->> 'journey' = $1 and topic = any ($2) order by inserted_at desc`,
    [journey, [`user:${owner.id}`, `user:${companion.id}`]],
  );
  const newest = (person: { id: string }) => told.find(({ topic }) => topic === `user:${person.id}`)?.payload;
  expect(newest(owner)).toEqual({ journey, activity: activity.id, version });
  expect(newest(companion)).toEqual({ journey });
});
